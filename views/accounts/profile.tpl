{{%AUTOESCAPE context="HTML"}}
{{! Who one is here, and the way to everything about one's own account. }}
<h1>个人信息</h1>
{{>ERRORS}}
<dl class="facts">
<dt>用户名</dt><dd>{{LOGIN}}</dd>
<dt>用户类型</dt><dd>{{USER_TYPE}}</dd>
{{#HAS_ORGANISATION}}
<dt>所属单位</dt><dd>{{ORGANISATION}}</dd>
<dt>身份</dt><dd>{{ROLE}}</dd>
{{/HAS_ORGANISATION}}
<dt>上次登录</dt><dd>{{PREVIOUS_LOGIN}}</dd>
<dt>密码修改时间</dt><dd>{{PASSWORD_CHANGED_AT}}</dd>
<dt>两步验证</dt><dd>{{#TWO_FACTOR_ON}}<span class="badge badge-green">已启用</span>{{/TWO_FACTOR_ON}}{{#TWO_FACTOR_OFF}}<span class="badge badge-grey">未启用</span>{{/TWO_FACTOR_OFF}}</dd>
</dl>
<p class="actions"><a class="button" href="{{BASE}}/accounts/password">修改密码</a> <a class="button" href="{{BASE}}/accounts/two-factor">两步验证</a> <a class="button" href="{{BASE}}/accounts/sessions">登录设备</a></p>
<form method="post" action="{{BASE}}/accounts/profile" novalidate>
{{>FORM_HEAD}}
<fieldset class="form-section">
<legend>联系方式</legend>
{{>F_PERSON}}
{{>F_PHONE}}
{{>F_EMAIL}}
{{#NO_EMAIL}}
<p class="small">尚无已确认的电子邮箱。填写并保存后，系统会发送确认邮件；点击邮件中的链接后生效，可用于找回密码。</p>
{{/NO_EMAIL}}
{{#HAS_EMAIL}}
<p class="small">已确认的电子邮箱：<strong>{{EMAIL}}</strong>，用于找回密码。修改后，新邮箱在点击确认链接后生效，在此之前原邮箱继续有效。</p>
{{/HAS_EMAIL}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"></p>
</form>
{{#UNIT}}
<section class="card">
<h2>单位</h2>
<ul>
{{#UNIT_EDITOR}}
<li><a href="{{BASE}}/accounts/unit/contact">单位联系方式</a>：联系人、手机号和接收到期提醒的电子邮箱，修改后立即生效。</li>
{{/UNIT_EDITOR}}
{{#REMINDERS}}
<li><a href="{{BASE}}/accounts/reminders">到期提醒设置</a>：提前几天提醒、每天还是每周一封，还发送给谁。</li>
{{/REMINDERS}}
{{#UNIT_MANAGER}}
<li><a href="{{BASE}}/accounts/unit">单位信息</a>：审核过的单位信息、办理记录，申请变更或注销。</li>
{{/UNIT_MANAGER}}
<li><a href="{{BASE}}/accounts/status">审核状态</a></li>
</ul>
</section>
{{/UNIT}}
