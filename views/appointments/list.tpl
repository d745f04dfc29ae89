{{%AUTOESCAPE context="HTML"}}
<h1>强检器具预约申请</h1>
