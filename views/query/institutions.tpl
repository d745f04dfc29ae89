{{%AUTOESCAPE context="HTML"}}
{{! Institutions: the filter, then what was asked for in words (CONDITIONS) and FOUND with ROW, or EMPTY. Of a ROW: ENDED: its authorisation
    has ended; KIND_ENDED: that of what was asked for has. }}
<h1>计量检定机构信息</h1>
{{>WAYS}}
{{>ERRORS}}
<form class="query-form no-print" method="get" action="{{BASE}}/query/institutions">
<input type="hidden" name="ie" value="✓">
<div class="form-section">
<div class="search-line">
{{>F_KIND_QUERY}}
<input type="submit" class="button button-small" name="op_find_kind" value="查找">
</div>
{{>F_KIND_ID}}
{{>F_DELIVERY}}
{{>F_DIVISION}}
{{>F_INSTITUTION}}
</div>
<p class="actions"><input type="submit" class="button button-primary" value="查询"> <a class="button" href="{{BASE}}/query/institutions">清除条件</a></p>
</form>
{{#CONDITIONS}}
<ul class="filter-words">
{{#LIES_IN}}<li>位于：{{REGION}}（含下级）</li>{{/LIES_IN}}
{{#SERVES}}<li>服务区域包含{{REGION}}或其中一部分；机构可以在其他地区，位于所选地区的排在前面</li>{{/SERVES}}
{{#KINDS}}<li>能检定：{{/KINDS}}{{#KIND}}{{NAME}}{{#KIND_separator}}、{{/KIND_separator}}{{/KIND}}{{#KINDS}}</li>{{/KINDS}}
{{#DELIVERY}}<li>送检方式：{{WORD}}</li>{{/DELIVERY}}
{{#NAMED}}<li>机构名称含“{{NAME}}”</li>{{/NAMED}}
</ul>
{{/CONDITIONS}}
{{#EMPTY}}
<p class="empty">没有符合条件的检定机构。请选择上级地区、减少条件或换一个名称；仍找不到的，请拨打服务热线 <strong class="nowrap">{{HOTLINE}}</strong>，或向当地市场监管部门咨询。</p>
{{/EMPTY}}
{{#FOUND}}
<div class="table-scroll" tabindex="0" role="region" aria-label="检定机构列表">
<table class="list">
<caption class="sr-only">检定机构</caption>
<thead><tr><th scope="col">机构名称</th><th scope="col">所在地</th><th scope="col">地址</th><th scope="col">联系电话</th><th scope="col">授权种别</th><th scope="col">授权有效期至</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row"><a href="{{HREF}}">{{NAME}}</a></th>
<td>{{DIVISION}}</td>
<td>{{ADDRESS}}</td>
<td class="nowrap">{{PHONE}}</td>
<td class="number">{{KINDS}}</td>
<td><span class="nowrap">{{AUTHORISED_UNTIL}}{{#WITHOUT_END}}长期{{/WITHOUT_END}}</span>{{#ENDED}} <span class="badge badge-red">授权已过期</span>{{/ENDED}}{{#KIND_ENDED}} <span class="badge badge-red">该项目授权已过期</span>{{/KIND_ENDED}}</td>
<td class="nowrap no-print"><a href="{{HREF}}">查看<span class="sr-only">：{{NAME}}</span></a></td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>PAGER}}
<p class="small muted">授权有效的排在前面；“授权种别”为目前有效的种别（含分类）数。机构的授权以其授权证书为准，送检前请电话联系。</p>
{{/FOUND}}
