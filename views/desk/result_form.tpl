{{%AUTOESCAPE context="HTML"}}
{{! One result: RECORD or CORRECT; SEVERAL when 数量 > 1. ACTION and CANCEL are complete addresses. }}
{{#WHOLE_ERROR}}
<p class="field-error" id="f-line_key" tabindex="-1">{{>MESSAGE}}</p>
{{/WHOLE_ERROR}}
<form method="post" action="{{ACTION}}" enctype="multipart/form-data" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<input type="hidden" name="certificate_file_seal" value="{{SEAL}}">
{{#HIDDEN}}
<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
{{/HIDDEN}}
<fieldset class="form-section">
<legend>检定结果</legend>
{{#SEVERAL}}
<p class="note">器具数量为 {{QUANTITY}}。全部合格或全部不合格的，只选检定结果；部分合格的，填写合格数或不合格数，不合格的将在台账中另列一条。</p>
{{/SEVERAL}}
{{>F_RESULT}}
{{>F_PASSED}}
{{>F_FAILED}}
{{>F_MARK}}
{{>F_RESULT_NUMBER}}
{{>F_NOTICE_NUMBER}}
{{>F_SEAL_NUMBER}}
</fieldset>
<fieldset class="form-section">
<legend>日期</legend>
{{>F_RESULT_DATE}}
{{>F_RESULT_CYCLE}}
{{>F_RESULT_UNTIL}}
<p><input type="submit" class="button button-small" name="op_default" value="推算有效期"></p>
{{>F_BEYOND_CYCLE}}
</fieldset>
<fieldset class="form-section">
<legend>人员与附件</legend>
{{>F_VERIFIER}}
{{>F_CHECKER}}
{{>F_CERTIFICATE_FILE}}
{{>F_REMARK}}
</fieldset>
{{#CORRECT}}
<fieldset class="form-section">
<legend>更正</legend>
{{/CORRECT}}
{{>F_CORRECTION_REASON}}
{{#CORRECT}}
</fieldset>
{{/CORRECT}}
<p class="actions">{{#RECORD}}<input type="submit" class="button button-primary" name="op_save" value="登记结果">{{/RECORD}}{{#CORRECT}}<input type="submit" class="button button-primary" name="op_save" value="保存更正">{{/CORRECT}} <a class="button" href="{{CANCEL}}">取消</a></p>
</form>
