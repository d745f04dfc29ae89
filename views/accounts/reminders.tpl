{{%AUTOESCAPE context="HTML"}}
{{! 到期提醒设置: the unit's own address (OWN or NO_EMAIL), what is said (FACTS, or EDIT with the form), an EXAMPLE, other addresses
    (ADDRESSES or NO_ADDRESSES), a form to ADD one. Who only looks sees no form. }}
<h1>到期提醒设置</h1>
<p class="lead">系统每天早上检查台账：有器具新到提醒的日子、新超期、检定不合格或从未检定的，给下面的邮箱发一封邮件，同一件事不重复提醒；已在预约中的不提醒。</p>
{{>ERRORS}}
<section class="card">
<h2>发送到哪里</h2>
{{#OWN}}
<p>单位邮箱：<strong class="code">{{EMAIL}}</strong> {{#VALID}}<span class="badge badge-green">正常</span>{{/VALID}}{{#REFUSED}}<span class="badge badge-red">邮箱无效</span> {{SINCE}} 起邮件服务器拒收发往这个邮箱的邮件，提醒已停发；请更换邮箱，或与邮箱服务商核实。{{/REFUSED}}</p>
{{/OWN}}
{{#NO_EMAIL}}
<p>单位邮箱：<span class="badge badge-red">未填写</span> 没有单位邮箱，提醒只能发送到下面已确认的其他邮箱。</p>
{{/NO_EMAIL}}
<p class="small">{{#MAY_EDIT}}单位邮箱在<a href="{{BASE}}/accounts/unit/contact">单位联系方式</a>修改。{{/MAY_EDIT}}器具超期或检定不合格超过 {{MANAGER_DAYS}} 天仍未处理的，还会告知本单位负责人（在<a href="{{BASE}}/accounts/profile">个人信息</a>中确认了邮箱的）。</p>
</section>
{{#FACTS}}
<dl class="facts">
<dt>到期前几天提醒</dt><dd>{{#SOON}}{{#THRESHOLD}}{{DAYS}} 天{{#THRESHOLD_separator}}、{{/THRESHOLD_separator}}{{/THRESHOLD}}{{/SOON}}{{#NO_SOON}}不提醒{{/NO_SOON}}</dd>
<dt>发送频率</dt><dd>{{#DAILY}}每天最多一封{{/DAILY}}{{#WEEKLY}}每周一汇总一封{{/WEEKLY}}</dd>
<dt>不需要的提醒</dt><dd>{{#NOTHING_OFF}}无{{/NOTHING_OFF}}{{#OFF}}{{WORD}}{{#OFF_separator}}、{{/OFF_separator}}{{/OFF}}</dd>
<dt>总是发送</dt><dd>已超期、检定不合格</dd>
</dl>
{{/FACTS}}
{{#EDIT}}
{{>FORM}}
{{/EDIT}}
{{#EXAMPLE}}
<div class="note">
<p><strong>举例：</strong>按现在保存的设置，一台有效期至 {{DUE}} 的器具，如果一直没有申请检定，会在下面这些日子收到提醒：</p>
<ul>
{{#DAY}}
<li>{{ON}}{{#BEFORE}}（到期前 {{DAYS}} 天）{{/BEFORE}}{{#THAT_DAY}}（到期当天）{{/THAT_DAY}}{{#AFTER}}（超期 {{DAYS}} 天）{{/AFTER}}</li>
{{/DAY}}
</ul>
<p>此后每超期 30 天再提醒一次，到超期 180 天为止。</p>
</div>
{{/EXAMPLE}}
<h2>其他接收邮箱</h2>
<p>除单位邮箱外，还可以把提醒发送到最多 5 个邮箱，例如设备管理员、分店店长。新增的邮箱要由收件人点开确认邮件里的地址后才会收到提醒；收件人可以随时退订。</p>
{{#NO_ADDRESSES}}
<p class="empty">还没有其他接收邮箱。{{#MAY_EDIT}}可以在下面新增。{{/MAY_EDIT}}</p>
{{/NO_ADDRESSES}}
{{#ADDRESSES}}
<div class="table-scroll" tabindex="0" role="region" aria-label="其他接收邮箱">
<table class="list">
<caption class="sr-only">其他接收邮箱</caption>
<thead><tr><th scope="col">电子邮箱</th><th scope="col">状态</th><th scope="col">新增的人</th>{{#EDITS}}<th scope="col" class="no-print">操作</th>{{/EDITS}}</tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row" class="code">{{ADDRESS}}</th>
<td>{{#WAITING}}<span class="badge badge-yellow">等待确认</span> {{ASKED}} 发送了确认邮件，7 天内有效{{/WAITING}}{{#EXPIRED}}<span class="badge badge-yellow">等待确认</span> {{ASKED}} 发送的确认邮件已失效，可重新发送{{/EXPIRED}}{{#CONFIRMED}}<span class="badge badge-green">已确认</span> {{SINCE}} 起接收{{/CONFIRMED}}{{#REFUSED}}<span class="badge badge-red">邮箱无效</span> {{SINCE}} 起邮件服务器拒收{{/REFUSED}}{{#LEFT}}<span class="badge badge-grey">已退订</span> {{SINCE}} 由收件人退订；再次新增并确认后恢复接收{{/LEFT}}</td>
<td>{{ADDED_BY}}</td>
{{#ACTS}}
<td class="no-print"><form method="post" action="{{BASE}}/accounts/reminders/addresses/{{ID}}">
<input type="hidden" name="ie" value="✓"><input type="hidden" name="token" value="{{TOKEN}}">
{{#ASK}}<input type="submit" class="button button-small" name="op_send" value="重新发送" title="重新发送确认邮件：{{ADDRESS}}"> {{/ASK}}<input type="submit" class="button button-small" name="op_remove" value="移除" title="移除：{{ADDRESS}}">
</form></td>
{{/ACTS}}
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/ADDRESSES}}
{{#ADD}}
{{>FORM}}
{{/ADD}}
