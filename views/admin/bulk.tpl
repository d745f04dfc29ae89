{{%AUTOESCAPE context="HTML"}}
{{! Names the ticked units before many are decided at once: ROW (ID VERSION …); APPROVE or REJECT. }}
<h1>{{#APPROVE}}批量通过{{/APPROVE}}{{#REJECT}}批量退回{{/REJECT}}</h1>
<p class="lead">{{#APPROVE}}下列 {{COUNT}} 家单位将审核通过，请核对。{{/APPROVE}}{{#REJECT}}下列 {{COUNT}} 家单位的注册信息将退回修改，请核对并填写原因。{{/REJECT}}</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/admin/enterprises/bulk" novalidate>
{{>FORM_HEAD}}
<div class="table-scroll" tabindex="0" role="region" aria-label="所选单位">
<table class="list">
<caption class="sr-only">所选单位</caption>
<thead><tr><th scope="col">企业名称</th><th scope="col">组织机构代码</th><th scope="col">所在地</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row"><input type="hidden" name="unit" value="{{ID}}:{{VERSION}}">{{NAME}}</th><td class="code">{{UNIT_CODE}}</td><td>{{DIVISION}}</td></tr>
{{/ROW}}
</tbody>
</table>
</div>
{{#APPROVE}}
<p class="actions"><input type="submit" class="button button-primary" name="op_approve" value="全部审核通过"> <a class="button" href="{{BASE}}/admin/enterprises">取消</a></p>
{{/APPROVE}}
{{#REJECT}}
<fieldset class="field">
<legend>常用原因<span class="optional">（可多选，与下面的文字一并告知）</span></legend>
{{#CANNED}}
<label class="line-choice"><input type="checkbox" name="canned" value="{{TEXT}}"{{#CHECKED}} checked{{/CHECKED}}> {{TEXT}}</label>
{{/CANNED}}
</fieldset>
{{>F_REASON}}
<p class="actions"><input type="submit" class="button button-danger" name="op_reject" value="全部退回修改"> <a class="button" href="{{BASE}}/admin/enterprises">取消</a></p>
{{/REJECT}}
</form>
