{{%AUTOESCAPE context="HTML"}}
{{! A one-time link that is not ours, was used, or is too old. }}
<div class="error-page">
<h1>链接已失效</h1>
<p>这个链接可能已经使用过、已超过有效期，或者地址不完整。系统没有做任何改动。</p>
<p>请核对地址是否完整；需要新链接的，可重新办理<a href="{{BASE}}/accounts/forgot">忘记密码</a>，或请邀请您的负责人重新发送邀请。</p>
<p class="actions"><a class="button" href="{{BASE}}/accounts/login">去登录</a> <a class="button" href="{{BASE}}/">返回首页</a></p>
</div>
