{{%AUTOESCAPE context="HTML"}}
{{! A results file: how it stands, the decision in APPLY and DISCARD, its rows in TABLE. }}
<h1>核对导入的结果</h1>
{{>ERRORS}}
<p class="lead">{{FILE_NAME}}　{{CREATED_AT}} 由 {{CREATED_BY}} 上传。{{#IS_CHECKED}}<span class="badge badge-yellow">等待确认</span>{{/IS_CHECKED}}{{#IS_APPLIED}}<span class="badge badge-green">已导入</span> {{DECIDED_AT}} 由 {{DECIDED_BY}} 导入。{{/IS_APPLIED}}{{#IS_DISCARDED}}<span class="badge badge-grey">已放弃</span> {{DECIDED_AT}} 由 {{DECIDED_BY}} 放弃。{{/IS_DISCARDED}}</p>
<p>正确 <strong>{{GOOD}}</strong> 行，有问题 <strong>{{BAD}}</strong> 行。{{#BLANK}}另有 {{COUNT}} 行没有填写检定结果，不导入。{{/BLANK}}</p>
{{#MEANWHILE}}
<p class="note">检查之后，有的行已被同事登记、退检或修改，没有登记任何结果。请核对下面有问题的行，再决定是否导入其余各行。</p>
{{/MEANWHILE}}
{{#HAS_BAD}}
<p class="no-print">有问题的行可以下载、修改后重新导入：<a href="{{HREF_XLSX}}">xlsx</a>、<a href="{{HREF_CSV}}">csv</a>，第一列是原因。</p>
{{/HAS_BAD}}
{{>APPLY}}
{{#DISCARD}}
<form method="post" action="{{ACTION}}">
{{>FORM_HEAD}}
<p class="actions"><input type="submit" class="button" name="op_discard" value="放弃这次导入"></p>
</form>
{{/DISCARD}}
<ul class="tabs">
<li><a href="{{HREF_BAD}}"{{#TAB_BAD}} aria-current="page"{{/TAB_BAD}}>有问题 <span class="count">{{BAD}}</span></a></li>
<li><a href="{{HREF_GOOD}}"{{#TAB_GOOD}} aria-current="page"{{/TAB_GOOD}}>正确 <span class="count">{{GOOD}}</span></a></li>
</ul>
{{#NO_ROW}}
<p class="empty">这一类里没有行。请选择另一个标签。</p>
{{/NO_ROW}}
{{#TABLE}}
<div class="table-scroll" tabindex="0" role="region" aria-label="导入的行">
<table class="list">
<caption class="small muted">表格行与电子表格中的行数一致</caption>
<thead><tr><th scope="col">表格行</th><th scope="col">问题</th><th scope="col">行号</th><th scope="col">器具名称</th><th scope="col">出厂编号</th><th scope="col">单位</th><th scope="col">结果</th><th scope="col">编号</th><th scope="col">检定日期</th><th scope="col">有效期至</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row" class="nowrap">第 {{ROW_NO}} 行</th>
<td class="changes"><ul class="plain">
{{#PROBLEM}}
<li><strong>{{LABEL}}</strong>：{{>MESSAGE}}</li>
{{/PROBLEM}}
{{#WARNING}}
<li><span class="badge badge-yellow">提醒</span> <strong>{{LABEL}}</strong>：晚于推算的 {{USUAL}}，导入前须确认。</li>
{{/WARNING}}
</ul>{{#RECORDED}}<a href="{{BASE}}/desk/results/{{UNIT}}/{{ID}}">查看结果</a>{{/RECORDED}}</td>
<td class="code">{{KEY}}</td>
<td>{{NAME}}</td>
<td class="code">{{SERIAL_NUMBER}}</td>
<td>{{UNIT}}</td>
<td class="nowrap">{{RESULT}}</td>
<td class="code">{{NUMBER}}</td>
<td class="nowrap">{{VERIFIED_ON}}</td>
<td class="nowrap">{{VALID_UNTIL}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>PAGER}}
{{/TABLE}}
