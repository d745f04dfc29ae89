{{%AUTOESCAPE context="HTML"}}
{{! One kind of the catalogue, IN_USE or RETIRED. }}
<h1>{{KIND}}</h1>
<p class="lead">{{#IN_USE}}<span class="badge badge-green">现行</span>{{/IN_USE}}{{#RETIRED}}<span class="badge badge-grey">已停用</span>{{/RETIRED}}</p>
<dl class="facts">
<dt>项别</dt><dd>{{ITEM_NO}} {{ITEM_NAME}}</dd>
<dt>种别</dt><dd>{{KIND_NO}} {{KIND_NAME}}</dd>
<dt>分类</dt><dd>{{VARIANT}}</dd>
<dt>监管方式</dt><dd>{{SUPERVISION}}</dd>
<dt>强检方式</dt><dd>{{MODE}}</dd>
<dt>用途</dt><dd>{{USES}}</dd>
<dt>强检范围及说明</dt><dd><span class="lines">{{SCOPE:p}}</span></dd>
<dt>检定周期（月）</dt><dd>{{CYCLE}}</dd>
<dt>使用期限（月）</dt><dd>{{LIFE}}</dd>
<dt>检定规程</dt><dd><span class="lines">{{REGULATION:p}}</span></dd>
<dt>条件</dt><dd><span class="lines">{{CONDITION:p}}</span></dd>
<dt>俗名</dt><dd>{{#NAME}}{{WORD}}{{#NAME_separator}}、{{/NAME_separator}}{{/NAME}} <a class="no-print" href="{{BASE}}/admin/catalogue/{{ID}}/names">修改俗名</a></dd>
<dt>公告</dt><dd>{{NOTICE_NAME}}</dd>
<dt>核对情况</dt><dd>{{#CHECKED}}已与公告附件核对{{/CHECKED}}{{#UNCHECKED}}待核对{{/UNCHECKED}}</dd>
{{#RETIRED}}
<dt>停用时间</dt><dd>{{RETIRED_AT}}</dd>
{{/RETIRED}}
</dl>
<p class="muted">以市场监管总局公告2020年第42号附件为准。内容的修改请<a href="{{BASE}}/admin/catalogue/replace">用 CSV 替换</a>。</p>
<div class="actions no-print">
{{#RESTORE}}
<form class="inline-form" method="post" action="{{BASE}}/admin/catalogue/{{ID}}/restore">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<input type="submit" class="button" name="op_restore" value="恢复">
</form>
{{/RESTORE}}
{{#IN_USE}}
<a class="button button-danger" href="{{BASE}}/admin/catalogue/{{ID}}/retire">停用</a>
{{/IN_USE}}
<a class="button" href="{{BASE}}/admin/catalogue">返回</a>
</div>
