{{%AUTOESCAPE context="HTML"}}
{{! Handing over: the other becomes 负责人, oneself what is chosen. }}
<h1>交接负责人</h1>
<div class="note"><p>交接后，<strong>{{NAME}}</strong>（{{LOGIN}}）成为负责人，可以管理本单位的全部成员。请选择您自己此后的身份。</p></div>
{{>ERRORS}}
<form method="post" action="{{BASE}}/accounts/members/{{ID}}/handover" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<fieldset class="form-section" id="f-leaving">
<legend>交接后我的身份</legend>
<label class="choice"><input type="radio" name="leaving" value="worker"> 经办人（继续办理业务）</label>
<label class="choice"><input type="radio" name="leaving" value="viewer"> 只读（只能查看）</label>
<label class="choice"><input type="radio" name="leaving" value="removed"> 离开本单位（账户移除并立即退出）</label>
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_handover" value="交接"> <a class="button" href="{{BASE}}/accounts/members/{{ID}}">取消</a></p>
</form>
