{{%AUTOESCAPE context="HTML"}}
{{! An instrument's records, the one in force first: RECORD or NO_RECORD; CAN_ADD. }}
{{#NO_RECORD}}
<p class="empty">还没有检定记录。</p>
{{/NO_RECORD}}
{{#TABLE}}
<div class="table-scroll" tabindex="0" role="region" aria-label="检定记录">
<table class="list">
<caption class="sr-only">检定记录，现行的在前</caption>
<thead><tr><th scope="col">检定日期</th><th scope="col">状态</th><th scope="col">有效期至</th><th scope="col">印证类型</th><th scope="col">证书或通知书编号</th><th scope="col">检定机构</th><th scope="col">来源</th><th scope="col">证书文件</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#RECORD}}
<tr>
<th scope="row" class="nowrap">{{VERIFIED_ON}}</th>
<td class="nowrap">{{#IN_FORCE}}<span class="badge badge-green">现行</span>{{/IN_FORCE}}{{#EARLIER}}以前{{/EARLIER}}</td>
<td class="nowrap">{{VALID_UNTIL}}</td>
<td class="nowrap">{{MARK}}{{#FAILED}}检定结果通知书{{/FAILED}}</td>
<td class="code">{{NUMBER}}{{#SEAL}}<br><span class="small muted">铅封号 {{NUMBER}}</span>{{/SEAL}}</td>
<td>{{INSTITUTION}}</td>
<td>{{#DECLARED}}单位填报{{/DECLARED}}{{#PASSED}}检定机构（合格）{{/PASSED}}{{#FAILED}}检定机构（不合格）{{/FAILED}}{{#CORRECTED}}<br><span class="small muted">已更正</span>{{/CORRECTED}}</td>
<td>{{#FILE}}<a href="{{BASE}}/ledger/{{ID}}/attachments/{{FILE_ID}}" target="_blank" rel="noopener">查看<span class="sr-only">证书文件（在新窗口打开）</span></a>{{/FILE}}</td>
<td class="nowrap no-print">{{#CAN_REMOVE}}<a href="{{HREF}}">删除<span class="sr-only">这条检定记录</span></a>{{/CAN_REMOVE}}</td>
</tr>
{{/RECORD}}
</tbody>
</table>
</div>
{{/TABLE}}
{{#CAN_ADD}}
<p class="no-print"><a class="button" href="{{BASE}}/ledger/{{ID}}/certificates/new">登记新的检定证书</a></p>
{{/CAN_ADD}}
