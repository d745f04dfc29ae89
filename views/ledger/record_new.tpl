{{%AUTOESCAPE context="HTML"}}
{{! A certificate that the unit declares itself. }}
<h1>登记新的检定证书</h1>
<p class="lead">{{INSTRUMENT_NAME}}　{{MODEL}}　出厂编号 {{SERIAL_NUMBER}}</p>
{{>ERRORS}}
{{#IN_FORCE}}
<p class="note">现行记录：{{VERIFIED_ON}} 检定，有效期至 {{VALID_UNTIL}}。检定日期比它晚的，登记后成为现行记录，原记录保留；比它早的，记入以前的记录。</p>
{{/IN_FORCE}}
<p class="note">按证书填写。检定机构录入结果以前，页面会注明“单位填报（未经检定机构确认）”。{{#CYCLE}}检定周期为 {{MONTHS}} 个月。{{/CYCLE}}</p>
<form method="post" action="{{BASE}}/ledger/{{ID}}/certificates/new" enctype="multipart/form-data" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<input type="hidden" name="certificate_file_seal" value="{{SEAL}}">
<fieldset class="form-section">
<legend>检定证书</legend>
{{>F_CERTIFICATE_NUMBER}}
{{>F_INSTITUTION_NAME}}
{{>F_VERIFIED_ON}}
{{>F_VALID_UNTIL}}
{{>F_DECLARED_BEYOND}}
{{>F_CERTIFICATE_FILE}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <a class="button" href="{{BASE}}/ledger/{{ID}}">取消</a></p>
</form>
