{{%AUTOESCAPE context="HTML"}}
{{! Confirming an e-mail address: the button does it, not the look at the page. }}
<h1>确认电子邮箱</h1>
<div class="card card-lead">
<p>请确认 <strong>{{EMAIL}}</strong> 是您使用的电子邮箱。确认后用于找回密码和接收通知。</p>
<form method="post" action="{{BASE}}/accounts/confirm">
{{>FORM_HEAD}}
<input type="hidden" name="link_seal" value="{{LINK}}">
<p class="actions"><input type="submit" class="button button-primary" name="op_confirm" value="确认"></p>
</form>
</div>
