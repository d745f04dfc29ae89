{{%AUTOESCAPE context="HTML"}}
{{! The legal representative's number: MASKED, whole (NUMBER) only on the answer to the password. }}
<h1>法人证件号码</h1>
<dl class="facts">
<dt>法人代表</dt><dd>{{REPRESENTATIVE}}</dd>
<dt>证件号码</dt><dd>{{#HIDDEN}}{{MASKED}}{{/HIDDEN}}{{#SHOWN}}<strong>{{NUMBER}}</strong>{{/SHOWN}}</dd>
</dl>
{{>ERRORS}}
{{#HIDDEN}}
<form method="post" action="{{BASE}}/accounts/unit/id-number" novalidate>
{{>FORM_HEAD}}
<fieldset class="form-section">
<legend>显示完整号码</legend>
{{>F_CURRENT_PASSWORD}}
</fieldset>
<p class="small">每次查看都会记入审计日志。</p>
<p class="actions"><input type="submit" class="button button-primary" name="op_show" value="显示"></p>
</form>
{{/HIDDEN}}
{{#SHOWN}}
<p class="actions"><a class="button" href="{{BASE}}/accounts/unit/id-number">隐藏</a></p>
{{/SHOWN}}
