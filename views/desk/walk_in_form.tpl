{{%AUTOESCAPE context="HTML"}}
{{! The result of an instrument without appointment. }}
<h1>登记检定结果（无预约）</h1>
{{>ERRORS}}
{{>SUBJECT}}
{{>FORM}}
