{{%AUTOESCAPE context="HTML"}}
{{! Login of the four user types. RETURN: where to go then, "" for the type's own start page. Enter logs in, so 登录 comes before
    the captcha's own button in the form. }}
<h1>登录</h1>
{{>ERRORS}}
<div class="columns">
<div class="card column-wide">
<form method="post" action="{{BASE}}/accounts/login" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="return" value="{{RETURN}}"><input type="hidden" name="form" value="{{FORM}}">
<input type="submit" class="sr-only" name="op_login" value="登录" tabindex="-1" aria-hidden="true">
{{>F_USER_TYPE}}
{{>F_LOGIN}}
{{>F_PASSWORD}}
{{>F_CAPTCHA}}
<p class="actions"><input type="submit" class="button button-primary" name="op_login" value="登录"> <a href="{{BASE}}/accounts/forgot">忘记密码？</a> <a href="{{BASE}}/accounts/recover">找回账户、认领单位</a></p>
</form>
</div>
<section class="card">
<h2>还没有账户？</h2>
<p>使用强检计量器具的单位，请先注册。注册信息审核通过后即可办理业务。</p>
<p class="actions"><a class="button" href="{{BASE}}/accounts/register">企业注册</a></p>
<p class="small">计量技术机构、市场监管部门的账户由管理员或本单位负责人开通。无法登录，请拨打服务热线 <strong>{{HOTLINE}}</strong>。</p>
</section>
</div>
