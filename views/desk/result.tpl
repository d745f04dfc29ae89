{{%AUTOESCAPE context="HTML"}}
{{! One recorded result, its versions below it: VERSION (CHANGE: LABEL, OLD, NEW), newest first. }}
<h1>检定结果</h1>
<p class="lead">{{#PASSED}}<span class="badge badge-green">合格</span>{{/PASSED}}{{#FAILED}}<span class="badge badge-red">不合格</span>{{/FAILED}}{{#PARTLY}}<span class="badge badge-yellow">部分合格</span>{{/PARTLY}}</p>
{{#OLD_VERSION}}
<p class="note">这是更正以前的版本，已不再有效。<a href="{{HREF}}">查看现行版本</a></p>
{{/OLD_VERSION}}
{{#SPLIT}}
<p class="note">不合格的部分已在使用单位台账中另列一条。</p>
{{/SPLIT}}
<h2>结果</h2>
<dl class="facts">
{{#FACT}}
<dt>{{LABEL}}</dt><dd class="lines">{{VALUE:p}}</dd>
{{/FACT}}
{{#FILE}}
<dt>证书文件</dt><dd><a href="{{HREF}}" target="_blank" rel="noopener">查看<span class="sr-only">证书文件（在新窗口打开）</span></a></dd>
{{/FILE}}
</dl>
<p class="actions no-print">{{#CAN_CORRECT}}<a class="button" href="{{HREF}}">更正</a> {{/CAN_CORRECT}}<a class="button" href="{{BASE}}/desk/results?tab=recorded">返回已登记</a></p>
<h2>器具</h2>
{{>SUBJECT}}
<h2>登记与更正</h2>
<div class="table-scroll" tabindex="0" role="region" aria-label="登记与更正">
<table class="list">
<caption class="sr-only">各个版本，新的在前</caption>
<thead><tr><th scope="col">版本</th><th scope="col">时间</th><th scope="col">登记人</th><th scope="col">更正原因</th><th scope="col">变化</th></tr></thead>
<tbody>
{{#VERSION}}
<tr>
<th scope="row" class="nowrap">{{NO}}{{#CURRENT}} <span class="badge badge-green">现行</span>{{/CURRENT}}</th>
<td class="nowrap">{{AT}}</td>
<td>{{BY}}</td>
<td class="lines">{{REASON:p}}</td>
<td class="changes">{{#FIRST}}首次登记{{/FIRST}}<ul class="plain">
{{#CHANGE}}
<li><span class="muted">{{LABEL}}：</span><del>{{OLD}}{{#NO_OLD}}（空）{{/NO_OLD}}</del> → <ins>{{NEW}}{{#NO_NEW}}（空）{{/NO_NEW}}</ins></li>
{{/CHANGE}}
</ul></td>
</tr>
{{/VERSION}}
</tbody>
</table>
</div>
