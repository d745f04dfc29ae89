{{%AUTOESCAPE context="HTML"}}
{{! Asks before an office is removed. }}
<h1>删除办公地点</h1>
<p class="lead">“{{NAME}}”将从页脚“联系我们”中删除。</p>
<dl class="facts">
<dt>地址</dt><dd>{{ADDRESS}}</dd>
<dt>联系电话</dt><dd>{{PHONE}}</dd>
</dl>
<form method="post" action="{{BASE}}/admin/offices/{{ID}}/remove">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<p class="actions"><input type="submit" class="button button-danger" name="op_remove" value="删除"> <a class="button" href="{{BASE}}/admin/offices">取消</a></p>
</form>
