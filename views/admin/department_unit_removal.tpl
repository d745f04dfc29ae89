{{%AUTOESCAPE context="HTML"}}
{{! Asks before a unit is no longer supervised by name. }}
<h1>取消指定单位</h1>
<p class="lead">“{{UNIT}}”将不再另行指定由“{{DEPARTMENT}}”监管。该单位所在地属于其监管区域的，仍按区域监管。</p>
<form method="post" action="{{ACTION}}">
{{>FORM_HEAD}}
<p class="actions"><input type="submit" class="button button-danger" name="op_remove" value="取消指定"> <a class="button" href="{{BACK}}">返回</a></p>
</form>
