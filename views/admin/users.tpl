{{%AUTOESCAPE context="HTML"}}
{{! Everybody who can log in: filters (TYPE, STATE_CHOICE), ROW with its state as a section, or EMPTY. }}
<h1>用户</h1>
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/admin/users/new">新增管理员</a></p>
<form class="filter" method="get" action="{{BASE}}/admin/users">
<input type="hidden" name="ie" value="✓">
<span class="filter-pair"><label for="q-text">用户名、姓名或单位</label> <input type="text" class="text" id="q-text" name="text" value="{{TEXT}}" maxlength="100" autocomplete="off"></span>
<span class="filter-pair"><label for="q-type">用户类型</label> <select class="text" id="q-type" name="type">
<option value="">全部</option>
{{#TYPE}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/TYPE}}
</select></span>
<span class="filter-pair"><label for="q-state">状态</label> <select class="text" id="q-state" name="state">
<option value="">全部（已移除的除外）</option>
{{#STATE_CHOICE}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/STATE_CHOICE}}
</select></span>
<span class="filter-pair"><input type="submit" class="button" value="查询">{{#FILTERED}} <a href="{{BASE}}/admin/users">清除条件</a>{{/FILTERED}}</span>
</form>
{{#EMPTY}}
<p class="empty">没有符合条件的用户。请减少条件或换一个词，例如只填姓名中的一个字。</p>
{{/EMPTY}}
{{#PAGING}}
{{#TOO_MANY}}
<p class="note">符合条件的用户超过 10000 个，请补充条件后查询。</p>
{{/TOO_MANY}}
<div class="table-scroll" tabindex="0" role="region" aria-label="用户列表">
<table class="list">
<caption class="sr-only">用户</caption>
<thead><tr><th scope="col">用户名</th><th scope="col">姓名</th><th scope="col">用户类型</th><th scope="col">所属单位</th><th scope="col">身份</th><th scope="col">状态</th><th scope="col">两步验证</th><th scope="col">最近登录</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row"><a href="{{BASE}}/admin/users/{{ID}}">{{LOGIN}}</a></th>
<td>{{NAME}}</td>
<td>{{USER_TYPE}}</td>
<td>{{ORGANISATION}}</td>
<td class="nowrap">{{ROLE}}</td>
<td class="nowrap"><span class="badge{{#ACTIVE}} badge-green{{/ACTIVE}}{{#LOCKED}} badge-yellow{{/LOCKED}}{{#REMOVED}} badge-grey{{/REMOVED}}">{{STATE}}</span></td>
<td class="nowrap">{{#TWO_FACTOR}}已启用{{/TWO_FACTOR}}</td>
<td class="nowrap">{{LAST_LOGIN_AT}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>PAGER}}
{{/PAGING}}
