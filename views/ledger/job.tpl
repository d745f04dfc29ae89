{{%AUTOESCAPE context="HTML"}}
{{! One piece of long work: OPEN (the page comes again by itself), FAILED, FILE, BULK with its counts. }}
<h1>{{KIND}}</h1>
<dl class="facts">
<dt>状态</dt><dd>{{STATE}}{{#PROGRESS}}，已完成 {{DONE}} / {{TOTAL}}（{{PERCENT}}%）{{/PROGRESS}}</dd>
<dt>提交时间</dt><dd>{{CREATED_AT}}</dd>
<dt>完成时间</dt><dd>{{FINISHED_AT}}</dd>
<dt>提交人</dt><dd>{{LOGIN}}</dd>
</dl>
{{#OPEN}}
<p class="note" role="status">正在后台处理，本页每 2 秒自动刷新一次。您可以关闭本页，稍后在【后台任务】中查看结果。<a href="{{BASE}}/ledger/jobs/{{ID}}">立即刷新</a></p>
{{/OPEN}}
{{#FAILED}}
<p class="note">任务没有完成，台账没有改变：{{>MESSAGE}}</p>
{{/FAILED}}
{{#FILE}}
<p class="actions"><a class="button button-primary" href="{{BASE}}/ledger/jobs/{{ID}}/file">下载文件</a></p>
{{/FILE}}
{{#BULK}}
<p class="lead">已{{WORD}} <strong>{{DONE}}</strong> 条，未{{WORD}} <strong>{{REFUSED_COUNT}}</strong> 条。</p>
<dl class="facts"><dt>原因</dt><dd class="lines">{{REASON:p}}</dd></dl>
{{>REFUSED}}
{{/BULK}}
<p class="actions no-print"><a class="button" href="{{BASE}}/ledger/jobs">后台任务</a> <a class="button" href="{{BASE}}/ledger">返回台账</a></p>
