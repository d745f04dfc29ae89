{{%AUTOESCAPE context="HTML"}}
{{! Sending a registration back, with the reason that the unit will read: canned ones to tick, words of one's own below. }}
<h1>退回修改</h1>
<p class="lead">“{{UNIT}}”的注册信息将退回，该单位登录后可以看到退回原因，修改后重新提交。</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/admin/enterprises/{{ID}}/reject" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<fieldset class="field">
<legend>常用原因<span class="optional">（可多选，与下面的文字一并告知）</span></legend>
{{#CANNED}}
<label class="line-choice"><input type="checkbox" name="canned" value="{{TEXT}}"{{#CHECKED}} checked{{/CHECKED}}> {{TEXT}}</label>
{{/CANNED}}
</fieldset>
{{>F_REASON}}
<p class="actions"><input type="submit" class="button button-danger" name="op_reject" value="审核不通过（退回修改）"> <a class="button" href="{{BASE}}/admin/enterprises/{{ID}}">取消</a></p>
</form>
