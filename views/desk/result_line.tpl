{{%AUTOESCAPE context="HTML"}}
{{! One line of an appointment and the form of its result; CLOSED when it takes none any more. }}
<h1>登记检定结果</h1>
{{>ERRORS}}
{{#CLOSED}}
<p class="note">这一行现在的状态是“{{STATE}}”，不能登记结果。<a href="{{BASE}}/desk/results">返回检定结果登记</a></p>
{{/CLOSED}}
{{>SUBJECT}}
{{>FORM}}
{{#OTHERWISE}}
<p class="no-print">不能检定的：<a href="{{HREF}}">退检</a></p>
{{/OTHERWISE}}
