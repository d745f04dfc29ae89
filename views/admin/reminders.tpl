{{%AUTOESCAPE context="HTML"}}
{{! The last runs of qj-reminders: TABLE with ROW (TOOK; DONE, RUNNING, CUT_OFF or FAILED), or EMPTY. LATE: NEVER or SINCE. }}
<h1>到期提醒</h1>
<p class="no-print">另见：<a href="{{BASE}}/admin/mail">邮件</a>（邮箱无效的单位、发送失败和等待发送的邮件）</p>
{{#EMPTY}}
<p class="empty">到期提醒还没有运行过。它由服务器每天早晨定时启动，第一次运行后，这里会列出每次的情况。</p>
{{/EMPTY}}
{{#LATE}}
<div class="note">
<p><strong>到期提醒没有按时运行。</strong>{{#NEVER}}还没有一次完整的运行。{{/NEVER}}{{#SINCE}}最近一次完整的运行已过去 {{HOURS}} 小时。{{/SINCE}}</p>
<p>请在服务器上检查定时任务：/etc/cron.d/qiangjian 是否存在、cron 是否在运行；使用 systemd 的，用 systemctl list-timers 查看定时器。也可以用 qj-reminders 命令手工运行一次：已经提醒过的不会重复。</p>
</div>
{{/LATE}}
{{#TABLE}}
<p>最近的运行，新的在前。“部分”是只对一家单位或只发若干封的运行，不算完整的运行。</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="到期提醒的运行">
<table class="list">
<caption class="sr-only">到期提醒的运行，由新到旧</caption>
<thead><tr><th scope="col">开始</th><th scope="col">用时</th><th scope="col">日期</th><th scope="col" class="number">单位数</th><th scope="col" class="number">提醒封数</th><th scope="col" class="number">器具数</th><th scope="col" class="number">监管清单数</th><th scope="col">结果</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row" class="nowrap">{{STARTED}}</th>
<td class="nowrap">{{#TOOK}}{{#WITH_MINUTES}}{{MINUTES}} 分 {{/WITH_MINUTES}}{{SECONDS}} 秒{{/TOOK}}</td>
<td class="nowrap">{{TODAY}}{{#PARTIAL}}（部分）{{/PARTIAL}}</td>
<td class="number">{{UNITS}}</td>
<td class="number">{{MAILS}}</td>
<td class="number">{{ITEMS}}</td>
<td class="number">{{LISTS}}</td>
<td class="changes">{{#DONE}}<span class="badge badge-green">完成</span>{{/DONE}}{{#RUNNING}}<span class="badge badge-blue">进行中</span>{{/RUNNING}}{{#CUT_OFF}}<span class="badge badge-yellow">中断</span>{{/CUT_OFF}}{{#FAILED}}<span class="badge badge-red">出错</span> {{ERROR}}{{/FAILED}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/TABLE}}
