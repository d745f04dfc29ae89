{{%AUTOESCAPE context="HTML"}}
{{! Whom no mail reaches (REFUSED, WITHOUT, each with ROW and CUT, or NO_…), what failed (FAILED or NO_FAILED) and what waits
    (WAITING or NOTHING_WAITS). }}
<h1>邮件</h1>
<p class="no-print">另见：<a href="{{BASE}}/admin/reminders">到期提醒的运行情况</a></p>
<h2>邮箱无效的单位</h2>
{{#NO_REFUSED}}
<p class="empty">没有单位的邮箱被拒收。</p>
{{/NO_REFUSED}}
{{#REFUSED}}
<p>邮件服务器拒收发往以下 {{COUNT}} 家单位的邮件，到期提醒已停发。请与联系人核实，由单位自己在“单位联系方式”更换邮箱。最近一次拒收 30 天后系统会再试一次。</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="邮箱无效的单位">
<table class="list">
<caption class="sr-only">邮箱无效的单位，按名称</caption>
<thead><tr><th scope="col">企业名称</th><th scope="col">邮箱</th><th scope="col">联系人</th><th scope="col">手机号</th><th scope="col">首次拒收</th><th scope="col">服务器的答复</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row"><a href="{{BASE}}/admin/enterprises/{{ID}}">{{NAME}}</a></th>
<td>{{EMAIL}}</td>
<td>{{CONTACT}}</td>
<td class="nowrap">{{MOBILE}}</td>
<td class="nowrap">{{SINCE}}</td>
<td>{{SAID}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{#CUT}}
<p class="note">只列出前 {{MOST}} 家。</p>
{{/CUT}}
{{/REFUSED}}
<h2>没有邮箱的单位</h2>
{{#NO_WITHOUT}}
<p class="empty">每家审核通过的单位都登记了邮箱。</p>
{{/NO_WITHOUT}}
{{#WITHOUT}}
<p>以下 {{COUNT}} 家审核通过的单位没有登记邮箱，收不到到期提醒。</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="没有邮箱的单位">
<table class="list">
<caption class="sr-only">没有邮箱的单位，按名称</caption>
<thead><tr><th scope="col">企业名称</th><th scope="col">联系人</th><th scope="col">手机号</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row"><a href="{{BASE}}/admin/enterprises/{{ID}}">{{NAME}}</a></th>
<td>{{CONTACT}}</td>
<td class="nowrap">{{MOBILE}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{#CUT}}
<p class="note">只列出前 {{MOST}} 家。</p>
{{/CUT}}
{{/WITHOUT}}
<h2>发送失败</h2>
{{#NO_FAILED}}
<p class="empty">最近 90 天没有发送失败的邮件。</p>
{{/NO_FAILED}}
{{#FAILED}}
<p>最近 90 天有 {{COUNT}} 封邮件没有送达，系统不再自动重试；更早的已清理。邮件的内容在发送时生成：重新发送时，已经失效的链接和已经处理的提醒会自动略去，不再发出。重新发送后，收件人的邮箱即从“邮箱无效”中去掉，再被拒收时重新列入。</p>
{{#RESEND_ALL}}
<form class="no-print" method="post" action="{{BASE}}/admin/mail/resend">
{{>FORM_HEAD}}
<p class="actions"><input type="submit" class="button" name="op_resend_all" value="全部重新发送"> <span class="small muted">最近 7 天内失败的{{#MOST_AT_ONCE}}邮件，本次最多{{/MOST_AT_ONCE}} {{RECENT}} 封。</span></p>
</form>
{{/RESEND_ALL}}
<div class="table-scroll" tabindex="0" role="region" aria-label="发送失败的邮件">
<table class="list">
<caption class="sr-only">发送失败的邮件，由新到旧</caption>
<thead><tr><th scope="col">种类</th><th scope="col">收件人</th><th scope="col">生成时间</th><th scope="col">失败时间</th><th scope="col" class="number">尝试次数</th><th scope="col">服务器的答复</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row" class="nowrap">{{KIND}}</th>
<td>{{RECIPIENT}}{{#ASK_ANEW}}本人登记的邮箱{{/ASK_ANEW}}</td>
<td class="nowrap">{{CREATED_AT}}</td>
<td class="nowrap">{{FAILED_AT}}</td>
<td class="number">{{TRIES}}</td>
<td class="changes">{{SAID}}</td>
<td class="nowrap no-print">{{#ASK_ANEW}}请本人重新申请{{/ASK_ANEW}}{{#NOT_WANTED}}收件人已变更{{/NOT_WANTED}}{{#RESEND}}<form method="post" action="{{BASE}}/admin/mail/{{ID}}/resend">{{>FORM_HEAD}}<input type="submit" class="button button-small" name="op_resend" value="重新发送" aria-label="重新发送给 {{WHO}}"></form>{{/RESEND}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{#CUT}}
<p class="note">只列出最近的 {{MOST}} 封。</p>
{{/CUT}}
{{/FAILED}}
<h2>等待发送</h2>
{{#NOTHING_WAITS}}
<p class="empty">没有等待发送的邮件。</p>
{{/NOTHING_WAITS}}
{{#WAITING}}
<div class="table-scroll" tabindex="0" role="region" aria-label="等待发送的邮件">
<table class="list">
<caption class="sr-only">等待发送的邮件，按种类</caption>
<thead><tr><th scope="col">种类</th><th scope="col" class="number">封数</th><th scope="col" class="number">其中发送未成、等待重试</th><th scope="col">最早生成</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row">{{KIND}}</th>
<td class="number">{{MAILS}}</td>
<td class="number">{{TRIED}}</td>
<td class="nowrap">{{OLDEST}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/WAITING}}
