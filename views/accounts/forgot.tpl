{{%AUTOESCAPE context="HTML"}}
{{! Asking for a link to set a new password. The answer is the same for every login. }}
<h1>忘记密码</h1>
<p class="lead">系统会向该用户已确认的电子邮箱发送一次性链接，30 分钟内有效。</p>
{{>ERRORS}}
<div class="columns">
<div class="card column-wide">
<form method="post" action="{{BASE}}/accounts/forgot" novalidate>
{{>FORM_HEAD}}
<input type="submit" class="sr-only" name="op_send" value="发送链接" tabindex="-1" aria-hidden="true">
{{>F_USER_TYPE}}
{{>F_LOGIN}}
{{>F_CAPTCHA}}
<p class="actions"><input type="submit" class="button button-primary" name="op_send" value="发送链接"> <a class="button" href="{{BASE}}/accounts/login">返回登录</a></p>
</form>
</div>
<section class="card">
<h2>没有收到邮件？</h2>
<p>请查看垃圾邮件，并核对用户类型和用户名。没有登记电子邮箱的，可由本单位负责人重置密码，或者<a href="{{BASE}}/accounts/recover">申请找回账户</a>，由管理员核实后办理。</p>
<p class="small">仍不能登录的，请拨打服务热线 <strong>{{HOTLINE}}</strong>。</p>
</section>
</div>
