{{%AUTOESCAPE context="HTML"}}
{{! One kind of the catalogue: VERIFIED or NOT_VERIFIED (a type approval only), its everyday names, who verifies it. }}
<h1>{{KIND}}</h1>
{{>WAYS}}
{{#NOT_VERIFIED}}
<p class="note">该种别只实行型式批准，使用中不实行强制检定；使用单位可自行检定或校准。</p>
{{/NOT_VERIFIED}}
<dl class="facts">
<dt>项别</dt><dd>{{ITEM_NO}} {{ITEM_NAME}}</dd>
<dt>种别</dt><dd>{{KIND_NO}} {{KIND}}{{#UNCHECKED}} <span class="badge badge-yellow">待核对</span>{{/UNCHECKED}}</dd>
<dt>监管方式</dt><dd>{{SUPERVISION}}</dd>
<dt>强检方式</dt><dd>{{MODE}}</dd>
<dt>强检范围及说明</dt><dd><span class="lines">{{SCOPE:p}}</span></dd>
<dt>条件</dt><dd>{{#CONDITIONED}}<span class="lines">{{CONDITION:p}}</span>{{/CONDITIONED}}</dd>
<dt>用途</dt><dd>{{USES}}</dd>
<dt>检定周期</dt><dd>{{#CYCLE}}{{MONTHS}} 个月{{/CYCLE}}{{#NO_CYCLE}}由检定机构确定{{/NO_CYCLE}}{{#ONCE}}首次检定后不再周期检定{{/ONCE}}</dd>
<dt>使用期限</dt><dd>{{#LIFE}}{{MONTHS}} 个月{{/LIFE}}{{#NO_LIFE}}见检定规程{{/NO_LIFE}}</dd>
<dt>检定规程</dt><dd><span class="lines">{{REGULATION:p}}</span></dd>
<dt>公告</dt><dd>{{#NOTICE}}{{NAME}}{{#SINCE}}（自 {{DAY}} 起）{{/SINCE}}{{/NOTICE}}</dd>
</dl>
{{#EVERYDAY}}
<h2>常见的叫法</h2>
<ul class="words">
{{#NAME}}
<li>{{WORD}}</li>
{{/NAME}}
</ul>
{{/EVERYDAY}}
<p class="note">本页供查询使用，以公告附件为准{{#UNCHECKED}}；本种别待核对，尚未与附件逐项核对{{/UNCHECKED}}。</p>
<p class="actions no-print">{{#VERIFIED}}<a class="button button-primary" href="{{HREF_INSTITUTIONS}}">查询能检定它的机构</a> {{/VERIFIED}}<a class="button" href="{{BASE}}/query/catalogue">返回</a></p>
