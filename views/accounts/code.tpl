{{%AUTOESCAPE context="HTML"}}
{{! The second step of a login: STEP is the sealed proof of whose password was right. }}
<h1>两步验证</h1>
<p class="lead">密码正确。请填写身份验证器应用（如手机上的验证器）当前显示的 6 位动态验证码。</p>
{{>ERRORS}}
<div class="card">
<form method="post" action="{{BASE}}/accounts/login/code" novalidate autocomplete="off">
{{>FORM_HEAD}}
<input type="hidden" name="step_seal" value="{{STEP}}">
{{>F_CODE}}
<p class="actions"><input type="submit" class="button button-primary" name="op_code" value="登录"> <a class="button" href="{{BASE}}/accounts/login">返回登录</a></p>
</form>
<p class="small">手机不在身边？可填写启用两步验证时保存的恢复码，每个恢复码只能用一次。都没有的，请拨打服务热线 <strong>{{HOTLINE}}</strong>，由管理员核实后停用两步验证。</p>
</div>
