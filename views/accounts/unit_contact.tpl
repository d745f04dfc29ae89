{{%AUTOESCAPE context="HTML"}}
{{! A unit's contacts; what was reviewed stands elsewhere. }}
<h1>单位联系方式</h1>
<p class="lead">联系人和手机号修改后立即生效；新的电子邮箱在点击确认链接后生效。到期提醒发送到这个邮箱；提前几天、还发给谁，见<a href="{{BASE}}/accounts/reminders">到期提醒设置</a>。</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/accounts/unit/contact" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<fieldset class="form-section">
<legend>联系方式</legend>
{{>F_CONTACT}}
{{>F_MOBILE}}
{{>F_EMAIL}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <a class="button" href="{{BASE}}/accounts/profile">返回</a></p>
</form>
