{{%AUTOESCAPE context="HTML"}}
{{! One institution: its data, its authorised kinds (KINDS with KIND, or NO_KINDS), its people. }}
<h1>{{NAME}}</h1>
<p class="lead">{{#ACTIVE}}<span class="badge badge-green">{{STATE}}</span>{{/ACTIVE}}{{#SUSPENDED}}<span class="badge badge-grey">{{STATE}}</span>{{/SUSPENDED}}</p>
{{>ERRORS}}
<dl class="facts">
<dt>所在地</dt><dd>{{DIVISION}}</dd>
<dt>地址</dt><dd>{{ADDRESS}}</dd>
<dt>联系电话</dt><dd>{{PHONE}}</dd>
<dt>联系人</dt><dd>{{CONTACT}}</dd>
<dt>电子邮箱</dt><dd>{{EMAIL}}</dd>
<dt>工作时间</dt><dd>{{WORKING_HOURS}}</dd>
<dt>送检须知</dt><dd>{{#HAS_INSTRUCTIONS}}<span class="lines">{{INSTRUCTIONS:p}}</span>{{/HAS_INSTRUCTIONS}}</dd>
<dt>授权证书编号</dt><dd>{{AUTHORISATION_NUMBER}}</dd>
<dt>授权有效期至</dt><dd>{{AUTHORISED_UNTIL}}{{#AUTHORISATION_ENDED}} <span class="badge badge-red">已过期</span>{{/AUTHORISATION_ENDED}}</dd>
{{#HAS_STATE_REASON}}
<dt>{{#SUSPENDED}}停用原因{{/SUSPENDED}}{{#ACTIVE}}恢复原因{{/ACTIVE}}</dt><dd><span class="lines">{{STATE_REASON:p}}</span></dd>
{{/HAS_STATE_REASON}}
</dl>
<p class="actions no-print"><a class="button" href="{{BASE}}/admin/institutions/{{ID}}/edit">修改</a> <a class="button" href="{{BASE}}/admin/institutions/{{ID}}/state">{{#ACTIVE}}停用{{/ACTIVE}}{{#SUSPENDED}}恢复{{/SUSPENDED}}</a> <a class="button" href="{{BASE}}/admin/institutions">返回</a></p>
<h2 id="kinds">授权项目</h2>
<p class="actions no-print"><a class="button" href="{{BASE}}/admin/institutions/{{ID}}/kinds/new">新增授权项目</a></p>
{{#NO_KINDS}}
<p class="empty">还没有授权项目。有授权项目的机构，使用单位预约检定时才能选到。</p>
{{/NO_KINDS}}
{{#KINDS}}
<div class="table-scroll" tabindex="0" role="region" aria-label="授权项目">
<table class="list">
<caption class="sr-only">授权项目</caption>
<thead><tr><th scope="col">项别</th><th scope="col">种别</th><th scope="col">测量范围</th><th scope="col">准确度等级</th><th scope="col">有效期至</th><th scope="col">送检方式</th><th scope="col">服务区域</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#KIND}}
<tr>
<td>{{ITEM}}</td>
<th scope="row">{{NAME}}</th>
<td>{{MEASURING_RANGE}}</td>
<td>{{ACCURACY}}</td>
<td class="nowrap">{{VALID_UNTIL}}{{#ENDED}} <span class="badge badge-red">已过期</span>{{/ENDED}}</td>
<td class="nowrap">{{#SEND_IN}}送检{{/SEND_IN}}{{#BOTH}}、{{/BOTH}}{{#ON_SITE}}现场检定{{/ON_SITE}}</td>
<td>{{#OWN_REGION}}所在地及其下级{{/OWN_REGION}}{{#REGION}}{{#NEXT}}、{{/NEXT}}{{NAME}}{{/REGION}}</td>
<td class="nowrap no-print"><a href="{{BASE}}/admin/institutions/{{INSTITUTION_ID}}/kinds/{{KIND_ID}}">修改<span class="sr-only">：{{NAME}} {{MEASURING_RANGE}}</span></a> <a href="{{BASE}}/admin/institutions/{{INSTITUTION_ID}}/kinds/{{KIND_ID}}/remove">删除<span class="sr-only">：{{NAME}} {{MEASURING_RANGE}}</span></a></td>
</tr>
{{/KIND}}
</tbody>
</table>
</div>
{{/KINDS}}
{{>PEOPLE}}
