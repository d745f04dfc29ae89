{{%AUTOESCAPE context="HTML"}}
{{! Results of many lines. }}
<h1>批量登记检定结果</h1>
{{>ERRORS}}
{{#NOTHING}}
<p class="empty">没有勾选可以登记结果的器具。请在“待检定”或“检定中”勾选后，点【登记结果】。<a href="{{BASE}}/desk/results">返回</a></p>
{{/NOTHING}}
{{>FORM}}
