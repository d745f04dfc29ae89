{{%AUTOESCAPE context="HTML"}}
{{! 消息, newest first: ROWS with ROW (ID AT, READ or UNREAD, LINE), or EMPTY, NO_OLDER; MAIL says whether they come by e-mail. }}
<h1>消息</h1>
<form method="post" action="{{BASE}}/accounts/notices">
{{>FORM_HEAD}}
{{#EMPTY}}
<p class="empty">还没有消息。预约单提交、答复、取消和检定结果登记时，会在这里通知您。</p>
{{/EMPTY}}
{{#NO_OLDER}}
<p class="empty">没有更早的消息。</p>
{{/NO_OLDER}}
{{#ROWS}}
{{#SOME_UNREAD}}
<p class="actions"><input type="submit" class="button" name="op_read_all" value="全部标为已读"></p>
{{/SOME_UNREAD}}
<div class="table-scroll" tabindex="0" role="region" aria-label="消息列表">
<table class="list">
<caption class="sr-only">消息，新的在前</caption>
<thead><tr><th scope="col">状态</th><th scope="col">时间</th><th scope="col">内容</th><th scope="col">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr><td class="nowrap">{{#UNREAD}}<span class="badge badge-blue">未读</span>{{/UNREAD}}{{#READ}}<span class="badge badge-grey">已读</span>{{/READ}}</td><td class="nowrap">{{AT}}</td>
<td>
{{>LINE}}
</td>
<td class="nowrap"><input type="submit" class="link-button" name="op_open_{{ID}}" value="查看"></td></tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/ROWS}}
<p class="actions">{{#NEWEST}}<a class="button button-small" href="{{HREF}}">最新的消息</a> {{/NEWEST}}{{#OLDER}}<a class="button button-small" href="{{HREF}}">更早的消息</a>{{/OLDER}}</p>
{{#MAIL}}
<section class="card">
<h2>邮件通知</h2>
{{#NO_ADDRESS}}
<p>要把消息同时发送到邮箱，请先在<a href="{{BASE}}/accounts/profile">个人信息</a>中填写并确认电子邮箱。</p>
{{/NO_ADDRESS}}
{{#MAIL_OFF}}
<p>消息只显示在本页。需要时可以同时发送到您的邮箱 <strong>{{ADDRESS}}</strong>。</p>
<p class="actions"><input type="submit" class="button" name="op_mail_on" value="同时发送到邮箱"></p>
{{/MAIL_OFF}}
{{#MAIL_ON}}
<p>消息同时发送到您的邮箱 <strong>{{ADDRESS}}</strong>。</p>
<p class="actions"><input type="submit" class="button" name="op_mail_off" value="不再发送邮件"></p>
{{/MAIL_ON}}
</section>
{{/MAIL}}
</form>
