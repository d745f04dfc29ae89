{{%AUTOESCAPE context="HTML"}}
{{! A new administrator. The password is made by the portal and shown once, on the next page. }}
<h1>新增管理员</h1>
<p class="lead">保存后显示一次临时密码，请转交本人；首次登录时必须修改。其他类型的用户由其单位注册，或在机构、部门的页面中新增。</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/admin/users/new" novalidate>
{{>FORM_HEAD}}
{{>F_LOGIN}}
{{>F_PERSON}}
{{>F_PHONE}}
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <a class="button" href="{{BASE}}/admin/users">取消</a></p>
</form>
