{{%AUTOESCAPE context="HTML"}}
{{! Asks before a declared record is removed. }}
<h1>删除检定记录</h1>
<p class="lead">将删除“{{INSTRUMENT_NAME}}”的这条检定记录。{{#IN_FORCE}}它是现行记录。{{/IN_FORCE}}{{#NEXT}}删除后，{{VERIFIED_ON}} 的检定记录成为现行记录。{{/NEXT}}{{#NONE_LEFT}}删除后没有其他检定记录，器具显示为“未检定”。{{/NONE_LEFT}}证书文件仍保留在附件中。</p>
<dl class="facts">
<dt>检定日期</dt><dd>{{VERIFIED_ON}}</dd>
<dt>有效期至</dt><dd>{{VALID_UNTIL}}</dd>
<dt>证书编号</dt><dd>{{NUMBER}}</dd>
<dt>检定机构</dt><dd>{{INSTITUTION}}</dd>
</dl>
<form method="post" action="{{ACTION}}">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<p class="actions"><input type="submit" class="button button-danger" name="op_remove" value="删除"> <a class="button" href="{{BASE}}/ledger/{{ID}}">取消</a></p>
</form>
