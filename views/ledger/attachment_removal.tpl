{{%AUTOESCAPE context="HTML"}}
{{! Asks before a file is removed. }}
<h1>删除附件</h1>
<p class="lead">将删除“{{INSTRUMENT_NAME}}”的附件“{{NAME}}”，删除后不能恢复。{{#OF_RECORD}}它是检定记录的证书文件；检定记录本身保留，但不再有证书文件可看。{{/OF_RECORD}}</p>
<dl class="facts">
<dt>附件类别</dt><dd>{{KIND}}</dd>
<dt>文件</dt><dd><a href="{{BASE}}/ledger/{{ID}}/attachments/{{FILE_ID}}" target="_blank" rel="noopener">{{NAME}}<span class="sr-only">（在新窗口打开）</span></a></dd>
<dt>大小</dt><dd>{{KILOBYTES}} KB</dd>
<dt>上传时间</dt><dd>{{ADDED_AT}}</dd>
<dt>上传人</dt><dd>{{ADDED_BY}}</dd>
</dl>
<form method="post" action="{{BASE}}/ledger/{{ID}}/attachments/{{FILE_ID}}/remove">
{{>FORM_HEAD}}
<p class="actions"><input type="submit" class="button button-danger" name="op_remove" value="删除"> <a class="button" href="{{BASE}}/ledger/{{ID}}">取消</a></p>
</form>
