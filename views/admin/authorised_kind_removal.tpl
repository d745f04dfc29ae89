{{%AUTOESCAPE context="HTML"}}
{{! Asks before an authorised kind is removed. }}
<h1>删除授权项目</h1>
<p class="lead">将从“{{INSTITUTION}}”的授权项目中删除“{{NAME}}”。此后使用单位预约该种别器具的检定时，不能按此项目选择该机构；已受理的预约和已登记的结果不受影响。</p>
<dl class="facts">
<dt>项别</dt><dd>{{ITEM}}</dd>
<dt>种别</dt><dd>{{NAME}}</dd>
<dt>测量范围</dt><dd>{{MEASURING_RANGE}}</dd>
<dt>准确度等级</dt><dd>{{ACCURACY}}</dd>
</dl>
<form method="post" action="{{ACTION}}">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<p class="actions"><input type="submit" class="button button-danger" name="op_remove" value="删除"> <a class="button" href="{{BACK}}">取消</a></p>
</form>
