{{%AUTOESCAPE context="HTML"}}
{{! The unit's fields, as registering, correcting and changing share them. The first button only chooses divisions, because Enter picks the first. }}
<input type="hidden" name="license_seal" value="{{LICENSE_SEAL}}">
<fieldset class="form-section">
<legend>单位信息</legend>
{{>F_UNIT_TYPE}}
{{>F_UNIT_NAME}}
{{>F_UNIT_CODE}}
{{>F_DIVISION}}
{{>F_REPRESENTATIVE}}
{{>F_ID_TYPE}}
{{>F_ID_NUMBER}}
{{>F_LICENSE}}
</fieldset>
{{#CONTACTS}}
<fieldset class="form-section">
<legend>联系方式</legend>
{{>F_CONTACT}}
{{>F_MOBILE}}
{{>F_EMAIL}}
</fieldset>
{{/CONTACTS}}
{{#ACCOUNT}}
<fieldset class="form-section">
<legend>账户</legend>
{{>F_LOGIN}}
{{>F_PASSWORD}}
{{>F_PASSWORD_CONFIRM}}
</fieldset>
<fieldset class="form-section">
<legend>同意与验证</legend>
{{>F_CONSENT_TERMS}}
{{>F_CONSENT_PRIVACY}}
{{>F_CONSENT_ID_NUMBER}}
{{>F_CAPTCHA}}
</fieldset>
{{/ACCOUNT}}
