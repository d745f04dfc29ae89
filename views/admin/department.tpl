{{%AUTOESCAPE context="HTML"}}
{{! One department: its data, single units, people. }}
<h1>{{NAME}}</h1>
{{>ERRORS}}
<dl class="facts">
<dt>监管区域</dt><dd>{{#NO_REGION}}未指定{{/NO_REGION}}{{#REGION}}{{#NEXT}}、{{/NEXT}}{{NAME}}{{/REGION}}</dd>
<dt>联系人</dt><dd>{{CONTACT}}</dd>
<dt>联系电话</dt><dd>{{PHONE}}</dd>
<dt>地址</dt><dd>{{ADDRESS}}</dd>
<dt>电子邮箱</dt><dd>{{EMAIL}}</dd>
</dl>
<p class="actions no-print"><a class="button" href="{{BASE}}/admin/departments/{{ID}}/edit">修改</a> <a class="button" href="{{BASE}}/admin/departments">返回</a></p>
{{>UNITS}}
{{>PEOPLE}}
