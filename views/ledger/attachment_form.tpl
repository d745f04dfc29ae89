{{%AUTOESCAPE context="HTML"}}
{{! One more file for an instrument. }}
<form class="no-print" method="post" action="{{BASE}}/ledger/{{ID}}/attachments" enctype="multipart/form-data" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="attachment_seal" value="{{SEAL}}">
<fieldset class="form-section">
<legend>上传附件</legend>
{{>F_ATTACHMENT_KIND}}
{{>F_ATTACHMENT}}
<p><input type="submit" class="button" name="op_attach" value="上传"></p>
</fieldset>
</form>
