{{%AUTOESCAPE context="HTML"}}
{{! Correcting what was refused. REASON as the reviewer wrote it, VERSION of what is corrected. }}
<h1>修改注册信息</h1>
<div class="note">
<p><strong>退回原因：</strong><span class="lines">{{REASON:p}}</span></p>
<p>请修改后重新提交。证件号码加密保存，页面不显示，请重新填写。</p>
</div>
{{>ERRORS}}
<form method="post" action="{{BASE}}/accounts/registration" enctype="multipart/form-data" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
{{>FIELDS}}
<p class="actions"><input type="submit" class="button button-primary" name="op_resubmit" value="重新提交"> <a class="button" href="{{BASE}}/accounts/status">返回</a></p>
</form>
