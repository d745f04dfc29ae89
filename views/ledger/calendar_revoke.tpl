{{%AUTOESCAPE context="HTML"}}
{{! Asks before a calendar's address is revoked. }}
<h1>撤销日历地址</h1>
<div class="note"><p>撤销后，“<strong>{{NAME}}</strong>”的地址立即失效，订阅了它的日历不再更新。撤销不能恢复，需要时可以重新生成一个地址。</p></div>
<form method="post" action="{{BASE}}/ledger/calendars/{{ID}}/revoke">
{{>FORM_HEAD}}
<p class="actions"><input type="submit" class="button button-danger" name="op_revoke" value="撤销日历地址"> <a class="button" href="{{BASE}}/ledger/calendars">取消</a></p>
</form>
