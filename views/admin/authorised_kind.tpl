{{%AUTOESCAPE context="HTML"}}
{{! One authorised kind, NEW or to EDIT. The first button only searches the kind, because Enter picks the first. }}
<h1>{{#NEW}}新增{{/NEW}}{{#EDIT}}修改{{/EDIT}}授权项目</h1>
<p class="lead">{{INSTITUTION}}</p>
{{>ERRORS}}
<form method="post" action="{{ACTION}}" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<fieldset class="form-section">
<legend>种别</legend>
<div class="search-line">
{{>F_KIND_QUERY}}
<input type="submit" class="button button-small" name="op_find_kind" value="查找">
</div>
{{#FOUND}}
<p class="note" role="status">找到 {{COUNT}} 个种别，请在下面选择。</p>
{{/FOUND}}
{{>F_KIND_ID}}
</fieldset>
<fieldset class="form-section">
<legend>能力</legend>
{{>F_MEASURING_RANGE}}
{{>F_ACCURACY}}
{{>F_VALID_UNTIL}}
{{>F_DELIVERIES}}
</fieldset>
<fieldset class="form-section">
<legend>服务区域</legend>
<p class="note">没有列出区域时，服务机构所在地（{{INSTITUTION_DIVISION}}）及其下级。列出的省、市包括其全部下级。</p>
{{>F_DIVISION}}
<p><input type="submit" class="button button-small" name="op_add_region" value="加入服务区域"></p>
{{>REGIONS}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <a class="button" href="{{BACK}}">取消</a></p>
</form>
