{{%AUTOESCAPE context="HTML"}}
<fieldset class="form-section">
<legend class="sr-only">联系方式和日期</legend>
{{>F_DESTINATION}}
{{>F_CONTACT}}
{{>F_PHONE}}
{{>F_UNIT_ADDRESS}}
{{>F_EXPECTED_ON}}
{{>F_REMARK}}
</fieldset>
