{{%AUTOESCAPE context="HTML"}}
{{! New values for what was reviewed about the unit. }}
<h1>申请变更单位信息</h1>
<div class="note">
<p>请按变更后的营业执照或登记证书填写，并上传新的证照。管理员审核通过后生效，在此之前按原信息办理业务。</p>
<p>证件号码加密保存，页面不显示，请重新填写。</p>
</div>
{{>ERRORS}}
<form method="post" action="{{BASE}}/accounts/unit/change" enctype="multipart/form-data" novalidate>
{{>FORM_HEAD}}
{{>FIELDS}}
<p class="actions"><input type="submit" class="button button-primary" name="op_request" value="提交申请"> <a class="button" href="{{BASE}}/accounts/unit">返回</a></p>
</form>
