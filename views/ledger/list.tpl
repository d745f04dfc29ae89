{{%AUTOESCAPE context="HTML"}}
{{! The ledger, or what of it asks for something (REMINDER), MAIL_REFUSED when the unit's address is bad: acts, saved filters, TAB, FILTER, and TABLE with its pager in PAGING or one
    of EMPTY_LEDGER EMPTY_TAB NOTHING_FOUND. HREF_… lead on with the same filter. }}
{{#WHOLE}}
<h1>强检器具台账维护</h1>
{{/WHOLE}}
{{#REMINDER}}
<h1>到期提醒</h1>
<p>以下器具需要处理：检定不合格的应停止使用；已超期的不得使用，请尽快申请检定；30 天内到期和需要轮换的请提前安排。已在预约中的不再列出。<span class="no-print">哪些天发邮件提醒、发给谁，见<a href="{{BASE}}/accounts/reminders">到期提醒设置</a>。</span></p>
{{/REMINDER}}
{{#MAIL_REFUSED}}
<p class="note"><strong>单位邮箱无效。</strong>{{SINCE}} 起邮件服务器拒收发往单位邮箱的邮件，到期提醒已停发。请在<a href="{{BASE}}/accounts/unit/contact">单位联系方式</a>更换邮箱；邮箱没有填错的，请与邮箱服务商核实，系统在最近一次拒收 30 天后会再试。提醒还可以发送到其他邮箱，见<a href="{{BASE}}/accounts/reminders">到期提醒设置</a>。</p>
{{/MAIL_REFUSED}}
<p class="actions no-print">
{{#MAY_EDIT}}
<a class="button button-primary" href="{{BASE}}/ledger/new">新增</a> <a class="button" href="{{BASE}}/ledger/import">导入</a>
{{/MAY_EDIT}}
{{#REMINDER}}
{{#MAY_EDIT}}
<a class="button" href="{{BASE}}/appointments/new?due=1">预约 30 天内到期和已超期的全部</a>
{{/MAY_EDIT}}
{{/REMINDER}}
<a class="button" href="{{HREF_EXPORT}}">导出</a> <a class="button" href="{{HREF_PRINT}}">打印</a> <a class="button" href="{{HREF_COLUMNS}}">显示列</a> <a class="button" href="{{BASE}}/ledger/overview">概览</a> <a class="button" href="{{HREF_CALENDARS}}">到期日历</a> <a class="button" href="{{BASE}}/ledger/jobs">后台任务</a>
</p>
<ul class="tabs">
{{#TAB}}
<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{WORD}} <span class="count">{{COUNT}}</span></a></li>
{{/TAB}}
</ul>
{{>FILTER}}
<p class="saved-filters no-print">已存条件：{{#SAVED}}<a href="{{HREF}}">{{NAME}}</a>{{#DEFAULT}}<span class="small muted">（默认）</span>{{/DEFAULT}}　{{/SAVED}}<a href="{{HREF_FILTERS}}">保存当前条件、管理</a></p>
<p class="print-only">{{#WORDS}}{{LABEL}}：{{VALUE}}　{{/WORDS}}</p>
<p class="legend"><span class="badge badge-yellow">黄色</span> 30 天内到期；<span class="badge badge-red">红色</span> 已超期，请发起检定申请。<span class="muted">标签上的数字是器具台（件）数，按器具数量合计。</span></p>
{{#EMPTY_LEDGER}}
<p class="empty">台账里还没有器具。请点【新增】，从国家目录中选择种别，登记第一台器具；已有电子表格的，可点【导入】一次登记。</p>
{{/EMPTY_LEDGER}}
{{#EMPTY_TAB}}
<p class="empty">这一类里没有器具。<a href="{{BASE}}/ledger?tab=all">查看全部器具</a></p>
{{/EMPTY_TAB}}
{{#NOTHING_FOUND}}
<p class="empty">没有符合条件的器具。请减少条件或换一个词，例如只填名称中的两个字。<a href="{{BASE}}/ledger?tab=all">清除条件</a></p>
{{/NOTHING_FOUND}}
{{#PAGING}}
<form method="get" action="{{BASE}}/ledger/bulk">
<input type="hidden" name="ie" value="✓">
{{#HIDDEN}}
<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
{{/HIDDEN}}
{{>TABLE}}
<fieldset class="bulk no-print">
<legend class="sr-only">对多台器具操作</legend>
<span class="bulk-scope"><input type="radio" name="scope" id="scope-chosen" value="chosen" checked> <label for="scope-chosen">勾选的器具</label>
<input type="radio" name="scope" id="scope-all" value="all"> <label for="scope-all">符合条件的全部 {{MATCHED}} 条</label></span>
<input type="submit" class="button button-small" name="op_labels" value="打印标签">
<input type="submit" class="button button-small" name="op_export" value="导出">
{{#MAY_EDIT}}
<input type="submit" class="button button-small" name="op_book" value="加入预约">
<span class="bulk-acts">变更：<input type="submit" class="button button-small" name="op_stop" value="停用">
<input type="submit" class="button button-small" name="op_enable" value="启用">
<input type="submit" class="button button-small" name="op_scrap" value="报废">
<input type="submit" class="button button-small" name="op_remove" value="删除"></span>
{{/MAY_EDIT}}
</fieldset>
</form>
{{>PAGER}}
{{/PAGING}}
