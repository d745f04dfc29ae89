{{%AUTOESCAPE context="HTML"}}
<h1>删除预约单</h1>
<p class="lead">预约单 <span class="code">{{NUMBER}}</span>，{{INSTITUTION}}，共 {{LINES}} 条。</p>
<p><strong>删除后不能恢复。</strong>预约单中的器具仍在台账中，不受影响。</p>
<form method="post" action="{{BASE}}/appointments/{{ID}}/remove">
<input type="hidden" name="ie" value="✓"><input type="hidden" name="token" value="{{TOKEN}}"><input type="hidden" name="version" value="{{VERSION}}">
<p class="actions"><input type="submit" class="button button-danger" name="op_confirm" value="确认删除"> <a class="button" href="{{BASE}}/appointments/{{ID}}">返回</a></p>
</form>
