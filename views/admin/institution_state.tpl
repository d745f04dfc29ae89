{{%AUTOESCAPE context="HTML"}}
{{! Asks before an institution is suspended (ACTIVE) or restored (SUSPENDED). }}
<h1>{{#ACTIVE}}停用{{/ACTIVE}}{{#SUSPENDED}}恢复{{/SUSPENDED}}计量技术机构</h1>
{{#ACTIVE}}
<p class="lead">“{{NAME}}”将被停用：其人员仍可登录，但不能办理检定业务；使用单位预约检定时不能选择该机构。已登记的检定结果不受影响，以后可以恢复。</p>
{{/ACTIVE}}
{{#SUSPENDED}}
<p class="lead">“{{NAME}}”将恢复正常：其人员可以办理检定业务，使用单位预约检定时可以选择该机构。</p>
{{/SUSPENDED}}
{{>ERRORS}}
<form method="post" action="{{BASE}}/admin/institutions/{{ID}}/state" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
{{>F_STATE_REASON}}
<p class="actions">{{#ACTIVE}}<input type="submit" class="button button-danger" name="op_suspend" value="停用">{{/ACTIVE}}{{#SUSPENDED}}<input type="submit" class="button button-primary" name="op_restore" value="恢复">{{/SUSPENDED}} <a class="button" href="{{BASE}}/admin/institutions/{{ID}}">取消</a></p>
</form>
