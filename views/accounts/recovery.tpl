{{%AUTOESCAPE context="HTML"}}
{{! Where a request stands, for who has its receipt (FOUND), or the question for it (ASKING); while an approval can be used, the
    form for a new password or a new person. }}
<h1>申请办理进度</h1>
{{#ASKING}}
{{#UNKNOWN}}
<div class="note"><p><strong>没有找到这项申请。</strong>请对照回执逐位核对查询码。</p></div>
{{/UNKNOWN}}
<form method="get" action="{{BASE}}/accounts/recover/status">
<div class="field">
<label for="q-r">查询码</label>
<input type="text" class="text wide" id="q-r" name="r" value="{{TYPED}}" maxlength="60" autocomplete="off" aria-describedby="q-r-hint">
<p class="hint" id="q-r-hint">回执上的 32 位字符，短横线可以不填，不分大小写。</p>
</div>
<p class="actions"><input type="submit" class="button button-primary" value="查询"></p>
</form>
<p>查询码遗失的，请重新<a href="{{BASE}}/accounts/recover">提交申请</a>，或拨打服务热线 <strong>{{HOTLINE}}</strong>。</p>
{{/ASKING}}
{{#FOUND}}
<div class="card card-lead">
<h2><span class="badge badge-blue">{{STATE}}</span></h2>
{{#PENDING}}
<p>申请已提交，正在等待管理员核实。请稍后再来本页查看。</p>
{{/PENDING}}
{{#REJECTED}}
<p>申请未通过。请按原因处理后重新申请。</p>
{{/REJECTED}}
{{#WITHDRAWN}}
<p>该单位的账户已注销，申请不再办理。</p>
{{/WITHDRAWN}}
{{#DONE}}
<p>申请已办结，本查询码不能再次使用。</p>
{{/DONE}}
{{#EXPIRED}}
<p>已超过 7 天有效期，或账户已不存在，请<a href="{{BASE}}/accounts/recover">重新申请</a>。</p>
{{/EXPIRED}}
{{#HAS_REASON}}
<p><strong>原因或说明：</strong><span class="lines">{{REASON:p}}</span></p>
{{/HAS_REASON}}
</div>
<dl class="facts">
<dt>受理号</dt><dd>{{NUMBER}}</dd>
<dt>事项</dt><dd>{{KIND}}</dd>
<dt>提交时间</dt><dd>{{CREATED_AT}}</dd>
{{#DECIDED}}
<dt>处理时间</dt><dd>{{DECIDED_AT}}</dd>
{{/DECIDED}}
</dl>
{{/FOUND}}
{{#USABLE}}
{{#RECOVER}}
<h2>设置新密码</h2>
<p>为用户 <strong>{{LOGIN}}</strong> 设置新密码。设置后，该用户在其他设备上的登录全部失效{{#ENDS_TWO_FACTOR}}，两步验证同时停用{{/ENDS_TWO_FACTOR}}。</p>
{{/RECOVER}}
{{#CLAIM}}
<h2>建立负责人账户</h2>
<p>请填写新账户的信息。{{#LOCKS_MANAGERS}}建立后，本单位原有的负责人账户将被锁定。{{/LOCKS_MANAGERS}}</p>
{{/CLAIM}}
{{>ERRORS}}
<form method="post" action="{{BASE}}/accounts/recover/status" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="r" value="{{RECEIPT}}">
{{>F_LOGIN}}
{{>F_PERSON}}
{{>F_PHONE}}
{{>F_PASSWORD}}
{{>F_PASSWORD_CONFIRM}}
<p class="actions"><input type="submit" class="button button-primary" name="op_finish" value="{{#RECOVER}}设置新密码{{/RECOVER}}{{#CLAIM}}建立账户{{/CLAIM}}"></p>
</form>
{{/USABLE}}
