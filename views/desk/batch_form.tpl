{{%AUTOESCAPE context="HTML"}}
{{! What is common, typed once; then a ROW for each line, WRONG beside it. }}
{{#WHOLE_ERROR}}
<p class="field-error" id="f-line_key" tabindex="-1">{{>MESSAGE}}</p>
{{/WHOLE_ERROR}}
{{#ROWS_WRONG}}
<p class="field-error">有 {{COUNT}} 行需要更正，见各行的提示。没有登记任何一行。</p>
{{/ROWS_WRONG}}
<form method="post" action="{{BASE}}/desk/results/batch" novalidate>
{{>FORM_HEAD}}
<fieldset class="form-section">
<legend>共同的内容</legend>
{{>F_RESULT}}
{{>F_MARK}}
{{>F_RESULT_DATE}}
{{>F_VERIFIER}}
{{>F_CHECKER}}
{{>F_REMARK}}
{{>F_BEYOND_CYCLE}}
</fieldset>
<p class="note">编号：合格的填检定证书编号（印证类型不是检定证书的可以不填），不合格的填检定结果通知书编号。有效期至不填的，按各自的检定周期推算。铅封号填本次施加的，没有的不填。数量大于 1 且部分合格的，请单独登记。各行一起登记，有一行不对就都不登记。</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="各行的内容">
<table class="list">
<caption class="sr-only">各行的内容</caption>
<thead><tr><th scope="col">登记</th><th scope="col">器具名称</th><th scope="col">出厂编号</th><th scope="col">数量</th><th scope="col">单位</th><th scope="col">结果</th><th scope="col">编号</th><th scope="col">有效期至</th><th scope="col">铅封号</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<td><input type="hidden" name="row" value="{{CODE}}.{{VERSION}}"><input type="checkbox" class="choose" name="line" value="{{CODE}}" id="c-{{CODE}}"{{#TICKED}} checked{{/TICKED}}><label for="c-{{CODE}}" class="sr-only">登记 {{NAME}} {{SERIAL_NUMBER}}</label></td>
<th scope="row">{{NAME}}<br><span class="small muted">{{MODEL}}</span></th>
<td class="code">{{SERIAL_NUMBER}}</td>
<td class="number">{{QUANTITY}}</td>
<td>{{UNIT}}<br><span class="small muted">{{NUMBER}} 第 {{LINE_NO}} 行</span></td>
<td><label class="sr-only" for="r-{{CODE}}">{{NAME}} {{SERIAL_NUMBER}} 的结果</label><select class="text short" id="r-{{CODE}}" name="result_{{CODE}}"><option value="">同上</option><option value="pass"{{#SAYS_PASS}} selected{{/SAYS_PASS}}>合格</option><option value="fail"{{#SAYS_FAIL}} selected{{/SAYS_FAIL}}>不合格</option></select></td>
{{#INPUT}}
<td><label class="sr-only" for="f-{{FIELD}}_{{CODE}}">{{NAME}} {{SERIAL_NUMBER}} 的{{LABEL}}</label><input type="text" class="text short" id="f-{{FIELD}}_{{CODE}}" name="{{FIELD}}_{{CODE}}" value="{{VALUE}}" maxlength="{{MAX}}" autocomplete="off"{{#WRONG}} aria-invalid="true" aria-describedby="f-{{FIELD}}_{{CODE}}-error"{{/WRONG}}>
{{#WRONG}}
<div class="field-error" id="f-{{FIELD}}_{{CODE}}-error">{{#ERROR}}<p>{{>MESSAGE}}</p>{{/ERROR}}</div>
{{/WRONG}}
</td>
{{/INPUT}}
</tr>
{{/ROW}}
</tbody>
</table>
</div>
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="登记结果"> <a class="button" href="{{BASE}}/desk/results">取消</a></p>
</form>
