{{%AUTOESCAPE context="HTML"}}
{{! 退检: asks for the reason, with the LINES it is about. }}
<h1>退检</h1>
{{>ERRORS}}
{{#OTHERS}}
<p class="note">另有 {{COUNT}} 行已办结，不在此列。</p>
{{/OTHERS}}
{{#NOTHING}}
<p class="empty">没有可以退检的器具。请在“待检定”或“检定中”勾选。<a href="{{BASE}}/desk/results">返回</a></p>
{{/NOTHING}}
{{>LINES}}
{{>FORM}}
