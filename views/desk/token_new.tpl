{{%AUTOESCAPE context="HTML"}}
<h1>生成接口令牌</h1>
{{>ERRORS}}
<form method="post" action="{{BASE}}/desk/tokens/new" novalidate>
{{>FORM_HEAD}}
{{>F_TOKEN_NAME}}
{{>F_SCOPES}}
{{>F_EXPIRES_ON}}
{{>F_ADDRESSES}}
<p class="actions"><input type="submit" class="button button-primary" name="op_create" value="生成"> <a class="button" href="{{BASE}}/desk/tokens">返回</a></p>
</form>
