{{%AUTOESCAPE context="HTML"}}
{{! 两步验证: SETUP (SETUP_SEAL SECRET MUST_SET_UP) or ENABLED (LEFT; REQUIRED or MAY_DISABLE). }}
<h1>两步验证</h1>
{{#SETUP}}
{{#MUST_SET_UP}}
<p class="note">按照系统设置，您的用户类型必须启用两步验证后才能办理业务。</p>
{{/MUST_SET_UP}}
<p class="lead">启用后，登录时除密码外还要填写手机验证器应用显示的动态验证码，密码泄露时别人也无法登录。</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/accounts/two-factor" novalidate autocomplete="off">
{{>FORM_HEAD}}
<input type="hidden" name="setup_seal" value="{{SETUP_SEAL}}">
<div class="card">
<h2>第一步：添加到验证器应用</h2>
<p>用手机上的身份验证器应用扫描二维码；不能扫描的，在应用中选择“手动输入密钥”，填写下面的密钥。</p>
<p><img class="qr-code" src="{{BASE}}/accounts/two-factor/picture?s={{SETUP_SEAL:u}}" alt="添加验证器的二维码，不能扫描时请使用下面的密钥"></p>
<p>密钥：<code class="secret">{{SECRET}}</code></p>
</div>
<fieldset class="form-section">
<legend>第二步：核对</legend>
{{>F_CURRENT_PASSWORD}}
{{>F_CODE}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_enable" value="启用两步验证"></p>
</form>
{{/SETUP}}
{{#ENABLED}}
<p class="lead"><span class="badge badge-green">已启用</span> 登录时需要动态验证码。还有 <strong>{{LEFT}}</strong> 个恢复码可用。</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/accounts/two-factor/change" novalidate>
{{>FORM_HEAD}}
<fieldset class="form-section">
<legend>更换恢复码或停用</legend>
{{>F_CURRENT_PASSWORD}}
</fieldset>
{{#REQUIRED}}
<p class="small">按照系统设置，您的用户类型必须使用两步验证，不能停用。</p>
{{/REQUIRED}}
<p class="actions"><input type="submit" class="button" name="op_codes" value="重新生成恢复码">{{#MAY_DISABLE}} <input type="submit" class="button button-danger" name="op_disable" value="停用两步验证">{{/MAY_DISABLE}}</p>
</form>
{{/ENABLED}}
