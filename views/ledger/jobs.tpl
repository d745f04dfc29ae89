{{%AUTOESCAPE context="HTML"}}
<h1>后台任务</h1>
<p>导入、较大的导出和对大批器具的变更在后台进行，关闭页面不影响。结果保留 7 天。</p>
{{#EMPTY}}
<p class="empty">最近没有后台任务。<a href="{{BASE}}/ledger">返回台账</a></p>
{{/EMPTY}}
{{#LIST}}
<div class="table-scroll" tabindex="0" role="region" aria-label="后台任务">
<table class="list">
<caption class="sr-only">后台任务</caption>
<thead><tr><th scope="col">任务</th><th scope="col">状态</th><th scope="col">提交时间</th><th scope="col">完成时间</th><th scope="col">提交人</th><th scope="col">结果</th></tr></thead>
<tbody>
{{#JOB}}
<tr><th scope="row"><a href="{{HREF}}">{{KIND}}<span class="sr-only"> {{ID}}</span></a></th><td>{{STATE}}{{#PROGRESS}} {{PERCENT}}%{{/PROGRESS}}</td><td class="nowrap">{{CREATED_AT}}</td><td class="nowrap">{{FINISHED_AT}}</td><td>{{LOGIN}}</td><td>{{#FILE}}<a href="{{BASE}}/ledger/jobs/{{ID}}/file">下载文件</a>{{/FILE}}</td></tr>
{{/JOB}}
</tbody>
</table>
</div>
{{/LIST}}
