{{%AUTOESCAPE context="HTML"}}
{{! Another address. }}
<form class="no-print" method="post" action="{{BASE}}/accounts/reminders/addresses" novalidate>
{{>FORM_HEAD}}
<fieldset class="form-section">
<legend>新增接收邮箱</legend>
{{>F_REMINDER_EMAIL}}
<p class="actions"><input type="submit" class="button" name="op_add" value="新增并发送确认邮件"></p>
</fieldset>
</form>
