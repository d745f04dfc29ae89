{{%AUTOESCAPE context="HTML"}}
{{! Before instruments change their state: which (WORDS), how many (DONE), which not and why (REFUSED), then ASK with the form. }}
<h1>{{WORD}}器具</h1>
{{>ERRORS}}
{{#NOTHING_CHOSEN}}
<p class="empty">没有勾选器具。请在列表中勾选要{{WORD}}的器具，或选择“符合条件的全部”，再点【{{WORD}}】。<a href="{{BASE}}/ledger">返回台账</a></p>
{{/NOTHING_CHOSEN}}
<p>{{#WORDS}}<strong>{{LABEL}}</strong>：{{VALUE}}　{{/WORDS}}</p>
{{#NOTHING_TO_DO}}
<p class="note">没有可以{{WORD}}的器具。<a href="{{BASE}}/ledger">返回台账</a></p>
{{/NOTHING_TO_DO}}
{{#ASK}}
<p class="lead">将{{WORD}} <strong>{{DONE}}</strong> 条器具记录。</p>
{{#ASK_STOP}}
<p>停用后不再提醒到期，也不计入在用数量；恢复使用时请点【启用】。已超期的器具停用后再启用，仍为已超期。</p>
{{/ASK_STOP}}
{{#ASK_ENABLE}}
<p>启用后恢复为在用状态，有效期照旧计算；已超期的须先申请检定。</p>
{{/ASK_ENABLE}}
{{#ASK_SCRAP}}
<p><strong>报废后不能恢复</strong>，记录保留、可查看，不能再修改。</p>
{{/ASK_SCRAP}}
{{#ASK_REMOVE}}
<p><strong>删除后不能恢复</strong>，附件和变更历史一并不再显示。只有登记错误时才应删除；不再使用的器具请用【报废】。</p>
{{/ASK_REMOVE}}
{{>FORM}}
{{/ASK}}
{{>REFUSED}}
