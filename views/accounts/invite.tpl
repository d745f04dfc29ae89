{{%AUTOESCAPE context="HTML"}}
{{! Joining ORGANISATION as ROLE through a one-time link (LINK). }}
<h1>接受邀请</h1>
<p class="lead"><strong>{{ORGANISATION}}</strong> 邀请您作为 <strong>{{ROLE}}</strong> 办理业务。请设置您自己的用户名和密码。</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/accounts/invite" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="link_seal" value="{{LINK}}">
<fieldset class="form-section">
<legend>账户</legend>
{{>F_LOGIN}}
{{>F_PERSON}}
{{>F_PHONE}}
</fieldset>
<fieldset class="form-section">
<legend>密码</legend>
{{>F_PASSWORD}}
{{>F_PASSWORD_CONFIRM}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_join" value="加入"></p>
</form>
