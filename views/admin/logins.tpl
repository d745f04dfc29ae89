{{%AUTOESCAPE context="HTML"}}
{{! The login events: filters, TABLE with ROW (GOOD or BAD), older and newest by key. }}
<h1>登录记录</h1>
<ul class="tabs">
<li><a href="{{BASE}}/admin/audit">变更记录</a></li>
<li><a href="{{BASE}}/admin/audit/logins" aria-current="page">登录记录</a></li>
</ul>
<form class="filter" method="get" action="{{BASE}}/admin/audit/logins">
<input type="hidden" name="ie" value="✓">
<span class="filter-pair"><label for="q-login">用户名</label> <input type="text" class="text" id="q-login" name="login" value="{{LOGIN}}" maxlength="64" autocomplete="off"></span>
<span class="filter-pair"><label for="q-address">网络地址</label> <input type="text" class="text" id="q-address" name="address" value="{{ADDRESS}}" maxlength="64" autocomplete="off"></span>
<span class="filter-pair"><label for="q-outcome">结果</label> <select class="text" id="q-outcome" name="outcome">
<option value="">全部</option>
{{#OUTCOME_CHOICE}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/OUTCOME_CHOICE}}
</select></span>
<span class="filter-pair"><label for="q-from">起止日期</label> <input type="text" class="text" id="q-from" name="from" value="{{FROM}}" maxlength="20" autocomplete="off" title="起始日期，例如 2026-03-05"> <label for="q-to">至</label> <input type="text" class="text" id="q-to" name="to" value="{{TO}}" maxlength="20" autocomplete="off" title="截止日期，例如 2026-03-31"></span>
<span class="filter-pair"><input type="submit" class="button" value="查询">{{#FILTERED}} <a href="{{BASE}}/admin/audit/logins">清除条件</a>{{/FILTERED}}</span>
</form>
{{#BAD_DATE}}
<p class="note">日期无法识别，未按该日期查询。请按“年-月-日”填写，例如 2026-03-05。</p>
{{/BAD_DATE}}
{{#EMPTY}}
<p class="empty">没有符合条件的登录记录。用户名和网络地址需要填写完整。</p>
{{/EMPTY}}
{{#TABLE}}
<div class="table-scroll" tabindex="0" role="region" aria-label="登录记录">
<table class="list">
<caption class="sr-only">登录记录，由新到旧</caption>
<thead><tr><th scope="col">时间</th><th scope="col">用户名</th><th scope="col">网络地址</th><th scope="col">结果</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row" class="nowrap">{{AT}}</th>
<td>{{#KNOWN}}<a href="{{BASE}}/admin/users/{{USER_ID}}">{{/KNOWN}}{{LOGIN}}{{#KNOWN}}</a>{{/KNOWN}}</td>
<td class="nowrap">{{ADDRESS}}</td>
<td><span class="badge{{#GOOD}} badge-green{{/GOOD}}{{#BAD}} badge-yellow{{/BAD}}">{{OUTCOME}}</span></td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
<nav class="pager" aria-label="分页">
<span class="pager-links">
{{#NEWEST}}
<a href="{{HREF}}">最新<span class="sr-only">的记录</span></a>
{{/NEWEST}}
{{#OLDER}}
<a href="{{HREF}}" rel="next">下一页<span class="sr-only">（更早的记录）</span></a>
{{/OLDER}}
</span>
</nav>
{{/TABLE}}
