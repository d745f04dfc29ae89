{{%AUTOESCAPE context="HTML"}}
{{! Registration of a using unit. }}
<h1>使用单位注册</h1>
<p class="lead">请按营业执照或登记证书填写。提交后由管理员审核，审核时间：工作日 {{REVIEW_HOURS}}；咨询热线 <strong>{{HOTLINE}}</strong>。</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/accounts/register" enctype="multipart/form-data" novalidate>
{{>FORM_HEAD}}
{{>FIELDS}}
<p class="actions"><input type="submit" class="button button-primary" name="op_register" value="提交注册"> <a class="button" href="{{BASE}}/accounts/login">已有账户，去登录</a></p>
</form>
