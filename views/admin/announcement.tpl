{{%AUTOESCAPE context="HTML"}}
{{! One announcement as people see it, and its facts. }}
<h1>{{TITLE}}</h1>
<p class="lead"><span class="badge badge-blue">{{STATE}}</span></p>
<dl class="facts">
<dt>显示位置</dt><dd>{{SHOWN_AT}}</dd>
<dt>受众</dt><dd>{{AUDIENCE}}</dd>
<dt>显示时间</dt><dd>{{SHOWN_FROM}} 起{{#HAS_END}}，至 {{SHOWN_TO}}{{/HAS_END}}{{#NO_END}}，长期{{/NO_END}}</dd>
{{#WITHDRAWN}}
<dt>撤下时间</dt><dd>{{WITHDRAWN_AT}}</dd>
{{/WITHDRAWN}}
</dl>
<h2>正文</h2>
<div class="card document">
{{>PROSE}}
</div>
<p class="actions no-print">{{#OPEN}}<a class="button" href="{{BASE}}/admin/announcements/{{ID}}/edit">修改</a> <a class="button" href="{{BASE}}/admin/announcements/{{ID}}/withdraw">撤下</a> {{/OPEN}}<a class="button" href="{{BASE}}/admin/announcements">返回</a></p>
