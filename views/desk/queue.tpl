{{%AUTOESCAPE context="HTML"}}
<h1>检定预约受理</h1>
