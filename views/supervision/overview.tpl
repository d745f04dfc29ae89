{{%AUTOESCAPE context="HTML"}}
{{! The department's whole field; the same as a part of it. }}
<h1>监督管理</h1>
{{>BODY}}
