{{%AUTOESCAPE context="HTML"}}
{{! 账户注销: what goes and what stays, before it is asked for. }}
<h1>申请注销账户</h1>
<p class="lead">将申请注销“{{UNIT}}”在本门户的账户。管理员确认后生效，<strong>不能恢复</strong>。</p>
<div class="columns">
<section class="card">
<h2>将被删除</h2>
<ul>
<li>法人代表的姓名和证件号码；</li>
<li>联系人、手机号、电子邮箱；</li>
<li>本单位全部人员的用户名、姓名、电话和密码，所有人退出登录；</li>
<li>上传的营业执照或登记证书。</li>
</ul>
</section>
<section class="card">
<h2>依法保留</h2>
<ul>
<li>单位名称、组织机构代码和所在地；</li>
<li>强检器具台账和检定结果；</li>
<li>办理和变更记录。</li>
</ul>
</section>
</div>
<p>注销后需要办理业务的，可以用同一代码重新注册。管理员处理前可以在单位信息页撤回申请。</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/accounts/unit/close" novalidate>
{{>FORM_HEAD}}
{{>F_EXPLANATION}}
{{>F_CURRENT_PASSWORD}}
{{>F_UNDERSTOOD}}
<p class="actions"><input type="submit" class="button button-danger" name="op_close" value="申请注销"> <a class="button" href="{{BASE}}/accounts/unit">取消</a></p>
</form>
