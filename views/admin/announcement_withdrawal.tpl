{{%AUTOESCAPE context="HTML"}}
{{! Asks before an announcement is withdrawn. }}
<h1>撤下通知公告</h1>
<p class="lead">“{{TITLE}}”将立即停止显示，撤下后不能再修改，也不能恢复；如需再次发布，请新增一条。内容和撤下时间继续保存。</p>
<form method="post" action="{{BASE}}/admin/announcements/{{ID}}/withdraw">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<p class="actions"><input type="submit" class="button button-danger" name="op_withdraw" value="撤下"> <a class="button" href="{{BASE}}/admin/announcements/{{ID}}">取消</a></p>
</form>
