{{%AUTOESCAPE context="HTML"}}
{{! One member: ACTIVE LOCKED REMOVED; while PRESENT: the part, MYSELF or SOMEBODY_ELSE. }}
<h1>{{NAME}}</h1>
<dl class="facts">
<dt>用户名</dt><dd>{{LOGIN}}</dd>
<dt>身份</dt><dd>{{ROLE}}</dd>
<dt>状态</dt><dd>{{STATE}}</dd>
<dt>联系电话</dt><dd>{{PHONE}}</dd>
<dt>电子邮箱</dt><dd>{{EMAIL}}</dd>
<dt>加入时间</dt><dd>{{CREATED_AT}}</dd>
<dt>上次登录</dt><dd>{{LAST_LOGIN_AT}}</dd>
</dl>
{{#LOCKED}}
<p class="note">该账户已被管理员锁定，请拨打服务热线 <strong>{{HOTLINE}}</strong>。</p>
{{/LOCKED}}
{{>ERRORS}}
{{#PRESENT}}
<form method="post" action="{{BASE}}/accounts/members/{{ID}}/role" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<fieldset class="form-section">
<legend>身份</legend>
{{>F_ROLE}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_role" value="保存"></p>
</form>
{{#SOMEBODY_ELSE}}
<p class="actions"><a class="button" href="{{BASE}}/accounts/members/{{ID}}/reset-password">重置密码</a> <a class="button" href="{{BASE}}/accounts/members/{{ID}}/handover">交接负责人</a> <a class="button" href="{{BASE}}/accounts/members/{{ID}}/remove">移除成员</a></p>
{{/SOMEBODY_ELSE}}
{{#MYSELF}}
<p class="small">这是您本人。离开单位前，请在接任者的页面上办理【交接负责人】。</p>
{{/MYSELF}}
{{/PRESENT}}
{{#REMOVED}}
<form method="post" action="{{BASE}}/accounts/members/{{ID}}/restore">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<p class="actions"><input type="submit" class="button" name="op_restore" value="恢复成员"></p>
</form>
{{/REMOVED}}
