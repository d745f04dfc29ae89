{{%AUTOESCAPE context="HTML"}}
<h1>撤回预约</h1>
<p class="lead">预约单 <span class="code">{{NUMBER}}</span>，{{INSTITUTION}}，共 {{LINES}} 条。</p>
{{#WHOLE}}
<p>机构还没有答复任何一条。撤回后整张预约单回到【待提交】，可以修改后再次提交，器具不再占用；机构会收到通知。</p>
{{/WHOLE}}
{{#PART}}
<p>机构已答复一部分。将撤回尚未答复的 <strong>{{WAITING}}</strong> 条，已答复的不变；撤回后不能恢复，需要时可复制到新预约单。机构会收到通知。</p>
{{/PART}}
<form method="post" action="{{BASE}}/appointments/{{ID}}/withdraw">
<input type="hidden" name="ie" value="✓"><input type="hidden" name="token" value="{{TOKEN}}"><input type="hidden" name="version" value="{{VERSION}}">
<p class="actions"><input type="submit" class="button button-danger" name="op_confirm" value="确认撤回"> <a class="button" href="{{BASE}}/appointments/{{ID}}">返回</a></p>
</form>
