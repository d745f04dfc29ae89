{{%AUTOESCAPE context="HTML"}}
{{! The people of an institution or a department, and the form that adds one. SOMEBODY with PERSON, or NOBODY. }}
<h2 id="people">人员</h2>
{{#NOBODY}}
<p class="empty">还没有人员。请在下面新增第一位负责人，由其登录后管理本机构的其他人员。</p>
{{/NOBODY}}
{{#SOMEBODY}}
<div class="table-scroll" tabindex="0" role="region" aria-label="人员">
<table class="list">
<caption class="sr-only">人员</caption>
<thead><tr><th scope="col">用户名</th><th scope="col">姓名</th><th scope="col">身份</th><th scope="col">状态</th><th scope="col">最近登录</th></tr></thead>
<tbody>
{{#PERSON}}
<tr>
<th scope="row">{{LOGIN}}</th>
<td>{{NAME}}</td>
<td>{{ROLE}}</td>
<td>{{STATE}}{{#TEMPORARY}} <span class="muted">临时密码未修改</span>{{/TEMPORARY}}</td>
<td class="nowrap">{{LAST_LOGIN}}</td>
</tr>
{{/PERSON}}
</tbody>
</table>
</div>
{{/SOMEBODY}}
<form class="no-print" method="post" action="{{ACTION}}" novalidate>
{{>FORM_HEAD}}
<fieldset class="form-section">
<legend>新增人员</legend>
{{>F_LOGIN}}
{{>F_PERSON}}
{{>F_ROLE}}
</fieldset>
<p class="actions"><input type="submit" class="button" name="op_add_person" value="新增人员"></p>
</form>
