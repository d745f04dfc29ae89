{{%AUTOESCAPE context="HTML"}}
{{! One institution as everybody may see it: its data, AUTHORISED with KIND, or NO_KINDS. }}
<h1>{{NAME}}</h1>
{{>WAYS}}
{{#ENDED}}
<p class="note"><strong>授权已过期。</strong>请先电话联系该机构，或<a href="{{BASE}}/query/institutions">查询其他检定机构</a>。</p>
{{/ENDED}}
<dl class="facts">
<dt>所在地</dt><dd>{{DIVISION}}</dd>
<dt>地址</dt><dd>{{ADDRESS}}</dd>
<dt>联系电话</dt><dd>{{PHONE}}</dd>
<dt>工作时间</dt><dd>{{WORKING_HOURS}}</dd>
<dt>送检须知</dt><dd>{{#HAS_INSTRUCTIONS}}<span class="lines">{{INSTRUCTIONS:p}}</span>{{/HAS_INSTRUCTIONS}}</dd>
<dt>授权证书编号</dt><dd>{{AUTHORISATION_NUMBER}}</dd>
<dt>授权有效期至</dt><dd>{{AUTHORISED_UNTIL}}{{#WITHOUT_END}}长期{{/WITHOUT_END}}{{#ENDED}} <span class="badge badge-red">授权已过期</span>{{/ENDED}}</dd>
</dl>
<h2 id="kinds">授权项目</h2>
{{#NO_KINDS}}
<p class="empty">没有登记授权项目，请电话联系该机构。</p>
{{/NO_KINDS}}
{{#AUTHORISED}}
<div class="table-scroll" tabindex="0" role="region" aria-label="授权项目">
<table class="list">
<caption class="sr-only">授权项目</caption>
<thead><tr><th scope="col">项别</th><th scope="col">种别</th><th scope="col">测量范围</th><th scope="col">准确度等级</th><th scope="col">有效期至</th><th scope="col">送检方式</th><th scope="col">服务区域</th></tr></thead>
<tbody>
{{#KIND}}
<tr>
<td>{{ITEM}}</td>
<th scope="row">{{#LINK}}<a href="{{HREF}}">{{/LINK}}{{NAME}}{{#LINK}}</a>{{/LINK}}</th>
<td>{{MEASURING_RANGE}}</td>
<td>{{ACCURACY}}</td>
<td><span class="nowrap">{{VALID_UNTIL}}{{#WITHOUT_END}}长期{{/WITHOUT_END}}</span>{{#ENDED}} <span class="badge badge-red">授权已过期</span>{{/ENDED}}</td>
<td class="nowrap">{{#SEND_IN}}送检{{/SEND_IN}}{{#BOTH}}、{{/BOTH}}{{#ON_SITE}}现场检定{{/ON_SITE}}</td>
<td>{{#OWN_REGION}}所在地及其下级{{/OWN_REGION}}{{#REGION}}{{NAME}}{{#REGION_separator}}、{{/REGION_separator}}{{/REGION}}</td>
</tr>
{{/KIND}}
</tbody>
</table>
</div>
<p class="small muted">授权范围以机构的授权证书为准。使用单位登录后可以在<a href="{{BASE}}/systems/qiangjian">在线办理</a>中向该机构预约检定。</p>
{{/AUTHORISED}}
<p class="actions no-print"><a class="button" href="{{BASE}}/query/institutions">返回</a></p>
