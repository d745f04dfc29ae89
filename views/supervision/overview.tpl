{{%AUTOESCAPE context="HTML"}}
<h1>监督管理</h1>
