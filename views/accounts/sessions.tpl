{{%AUTOESCAPE context="HTML"}}
{{! Where one is signed in: ROW (ID CREATED_AT SEEN_AT ADDRESS BROWSER, THIS or OTHER). }}
<h1>登录设备</h1>
<form method="post" action="{{BASE}}/accounts/sessions">
{{>FORM_HEAD}}
<div class="table-scroll" tabindex="0" role="region" aria-label="登录设备列表">
<table class="list">
<caption class="sr-only">正在登录的设备</caption>
<thead><tr><th scope="col">登录时间</th><th scope="col">最近活动</th><th scope="col">网络地址</th><th scope="col">浏览器</th><th scope="col">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row" class="nowrap">{{CREATED_AT}}</th><td class="nowrap">{{SEEN_AT}}</td><td class="code">{{ADDRESS}}</td><td>{{BROWSER}}</td>
<td class="nowrap">{{#THIS}}<span class="badge badge-green">本设备</span>{{/THIS}}{{#OTHER}}<input type="submit" class="link-button" name="op_end_{{ID}}" value="退出">{{/OTHER}}</td></tr>
{{/ROW}}
</tbody>
</table>
</div>
{{#OTHERS}}
<p class="actions"><input type="submit" class="button" name="op_end_others" value="退出其他会话"></p>
{{/OTHERS}}
</form>
<p class="small">有不认识的设备？请退出它，并立即<a href="{{BASE}}/accounts/password">修改密码</a>。</p>
