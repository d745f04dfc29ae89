{{%AUTOESCAPE context="HTML"}}
{{! A part of the department's field. }}
<h1>区域概况</h1>
{{>BODY}}
