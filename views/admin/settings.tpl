{{%AUTOESCAPE context="HTML"}}
{{! All settings of the table in handlers/common/domain/settings.cpp, in groups. }}
<h1>系统设置</h1>
<p class="note">保存后，各处页面最多 30 秒后开始使用新的设置。所有修改都记入审计日志。</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/admin/settings" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<fieldset class="form-section">
<legend>名称与备案</legend>
{{>F_SETTING_TITLE}}
{{>F_SETTING_SYSTEM_TITLE}}
{{>F_SETTING_ENGLISH_TITLE}}
{{>F_SETTING_ORGANISER}}
{{>F_SETTING_ICP_NUMBER}}
{{>F_SETTING_POLICE_NUMBER}}
{{>F_SETTING_SITE_CODE}}
{{>F_SETTING_HOTLINE}}
</fieldset>
<fieldset class="form-section">
<legend>企业审核与预约</legend>
{{>F_SETTING_REVIEW_HOURS}}
{{>F_SETTING_REJECT_REASONS}}
{{>F_SETTING_ANSWER_DAYS}}
</fieldset>
<fieldset class="form-section">
<legend>到期提醒</legend>
{{>F_SETTING_REMINDER_MANAGER_DAYS}}
{{>F_SETTING_REMINDER_SUPERVISOR_DAYS}}
</fieldset>
<fieldset class="form-section">
<legend>登录与密码</legend>
{{>F_SETTING_LOGIN_FAILURES}}
{{>F_SETTING_LOGIN_ADDRESS_FAILURES}}
{{>F_SETTING_PASSWORD_DAYS}}
{{>F_SETTING_PASSWORD_HISTORY}}
{{>F_SETTING_ONE_SESSION}}
{{>F_SETTING_TWO_FACTOR_REQUIRED}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <a class="button" href="{{BASE}}/admin">取消</a></p>
</form>
<h2>联系我们</h2>
<p>页脚“联系我们”中现有 {{OFFICES}} 个办公地点。<a href="{{BASE}}/admin/offices">维护办公地点</a></p>
