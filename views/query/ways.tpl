{{%AUTOESCAPE context="HTML"}}
{{! Above each page of the queries: the three of them (WAY, its section names it). }}
<ul class="tabs no-print">
{{#WAY}}
<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{#INSTRUMENTS}}强检器具信息{{/INSTRUMENTS}}{{#INSTITUTIONS}}计量检定机构信息{{/INSTITUTIONS}}{{#CATALOGUE}}强制检定器具目录信息{{/CATALOGUE}}</a></li>
{{/WAY}}
</ul>
