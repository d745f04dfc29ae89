{{%AUTOESCAPE context="HTML"}}
{{! 接口令牌: TABLE with ROW (ID NAME SCOPES ADDRESSES EXPIRES_ON CREATED USED, LIVE EXPIRED or REVOKED), or EMPTY. }}
<h1>接口令牌</h1>
{{>LINKS}}
<p>本机构的检定业务系统可以用令牌直接读取已受理的器具、登记检定结果，不必在两个系统中重复录入。接口说明（OpenAPI 3）：<a href="{{BASE}}/desk/api/openapi.json">openapi.json</a>。</p>
<p class="actions"><a class="button button-primary" href="{{BASE}}/desk/tokens/new">生成接口令牌</a></p>
{{#EMPTY}}
<p class="empty">还没有令牌。没有自己的业务系统的，可以用<a href="{{BASE}}/desk/export">导出</a>和<a href="{{BASE}}/desk/results/import">结果导入</a>。</p>
{{/EMPTY}}
{{#TABLE}}
<div class="table-scroll" tabindex="0" role="region" aria-label="接口令牌列表">
<table class="list">
<caption class="sr-only">接口令牌，新的在前</caption>
<thead><tr><th scope="col">状态</th><th scope="col">名称</th><th scope="col">权限</th><th scope="col">允许的网络地址</th><th scope="col">有效期至</th><th scope="col">生成</th><th scope="col">最近使用</th><th scope="col">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr><td class="nowrap">{{#LIVE}}<span class="badge badge-green">有效</span>{{/LIVE}}{{#EXPIRED}}<span class="badge badge-yellow">已过期</span>{{/EXPIRED}}{{#REVOKED}}<span class="badge badge-grey">已吊销</span>{{/REVOKED}}</td>
<th scope="row">{{NAME}}</th><td>{{SCOPES}}</td><td class="code">{{#ANYWHERE}}任何地址{{/ANYWHERE}}{{ADDRESSES}}</td><td class="nowrap">{{EXPIRES_ON}}</td><td>{{CREATED}}</td><td>{{#NEVER_USED}}从未使用{{/NEVER_USED}}{{USED}}</td>
<td class="nowrap">{{#CAN_REVOKE}}<a href="{{BASE}}/desk/tokens/{{ID}}/revoke">吊销<span class="sr-only">：{{NAME}}</span></a>{{/CAN_REVOKE}}</td></tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/TABLE}}
