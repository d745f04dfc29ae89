{{%AUTOESCAPE context="HTML"}}
{{! The ways back for who cannot log in, and for a unit that somebody else registered. }}
<h1>找回账户、认领单位</h1>
<p class="lead">请按您的情况选择。</p>
<div class="columns">
<section class="card">
<h2>忘记密码，账户留有电子邮箱</h2>
<p>系统把重设密码的链接发到账户的电子邮箱，随时可以办理。</p>
<p class="actions"><a class="button button-primary" href="{{BASE}}/accounts/forgot">忘记密码</a></p>
</section>
<section class="card">
<h2>我有账户但无法登录</h2>
<p>没有留电子邮箱，或者邮箱已不能使用的，提交申请，由管理员核实后办理。</p>
<p class="actions"><a class="button" href="{{BASE}}/accounts/recover/account">申请找回账户</a></p>
</section>
<section class="card">
<h2>本单位已被注册，需要认领</h2>
<p>注册时提示单位已经注册，但不知道由谁注册的，提交证照申请认领。</p>
<p class="actions"><a class="button" href="{{BASE}}/accounts/recover/claim">申请认领单位</a></p>
</section>
</div>
<p>本单位的负责人仍在的，可以由负责人在【成员管理】中为您重设密码，不必申请。已提交申请的，<a href="{{BASE}}/accounts/recover/status">凭查询码查看办理进度</a>。</p>
