{{%AUTOESCAPE context="HTML"}}
{{! A recipient of a unit's reminders confirms: by the button, not by opening the page. }}
<h1>确认接收到期提醒</h1>
<div class="card card-lead">
<p>“<strong>{{UNIT}}</strong>”希望把强检计量器具的到期提醒发送到 <strong class="code">{{ADDRESS}}</strong>。</p>
<p>确认后，该单位的器具快要到期、已超期、检定不合格或从未检定时，这个邮箱会收到邮件，每天最多一封。每封邮件里都有退订的地址，可以随时退订。</p>
<form method="post" action="{{BASE}}/accounts/reminder-address">
{{>FORM_HEAD}}
<input type="hidden" name="link_seal" value="{{LINK}}">
<p class="actions"><input type="submit" class="button button-primary" name="op_confirm" value="确认接收"></p>
</form>
<p class="small">不想接收的，关闭本页即可。</p>
</div>
