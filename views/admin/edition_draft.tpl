{{%AUTOESCAPE context="HTML"}}
{{! A draft: its differences from the catalogue as it stands (CHANGES or NO_CHANGE), APPLY (RETIRES_MOST asks for a tick), DISCARD. }}
<h1>核对目录差异</h1>
<p class="lead"><span class="badge badge-yellow">待应用</span> 以下差异尚未生效。应用后立即生效，可以再上传旧文件换回。</p>
{{>ERRORS}}
<dl class="facts">
<dt>公告</dt><dd>{{NOTICE_NAME}}</dd>
<dt>文件</dt><dd><a href="{{BASE}}/admin/catalogue/editions/{{ID}}/file">下载 CSV</a>　{{FILE_NAME}}</dd>
<dt>上传</dt><dd>{{CREATED_AT}}　{{CREATED_BY}}</dd>
</dl>
{{#UNREADABLE}}
<p class="note">这份文件不再符合现在的检查规则，不能应用。请下载修改后重新上传。</p>
{{/UNREADABLE}}
{{#NO_CHANGE}}
<p class="empty">文件与现行目录完全相同（{{UNCHANGED_NOW}} 个种别），无需应用。</p>
{{/NO_CHANGE}}
{{#CHANGES}}
<p>新增 <strong>{{ADDED_NOW}}</strong>，变更 <strong>{{CHANGED_NOW}}</strong>，停用 <strong>{{RETIRED_NOW}}</strong>，不变 <strong>{{UNCHANGED_NOW}}</strong>。</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="差异">
<table class="list">
<caption class="sr-only">与现行目录的差异</caption>
<thead><tr><th scope="col">变化</th><th scope="col">种别序号</th><th scope="col">种别</th><th scope="col">项别</th><th scope="col">内容</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<td class="nowrap">{{#IS_ADDED}}<span class="badge badge-green">新增</span>{{/IS_ADDED}}{{#IS_RESTORED}}<span class="badge badge-green">恢复</span>{{/IS_RESTORED}}{{#IS_CHANGED}}<span class="badge badge-blue">变更</span>{{/IS_CHANGED}}{{#IS_RETIRED}}<span class="badge badge-yellow">停用</span>{{/IS_RETIRED}}</td>
<td class="number">{{KIND_NO}}</td>
<th scope="row">{{KIND}}</th>
<td>{{ITEM_NAME}}</td>
<td class="changes">{{#WHOLE}}{{MODE}}{{/WHOLE}}
<ul class="plain">
{{#FIELD}}
<li><span class="muted">{{LABEL}}：</span><del>{{OLD}}</del> → <ins>{{NEW}}</ins></li>
{{/FIELD}}
</ul>
</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{#MORE}}
<p class="note">另有 {{COUNT}} 项未在此列出。</p>
{{/MORE}}
{{/CHANGES}}
{{#APPLY}}
<form class="no-print" method="post" action="{{BASE}}/admin/catalogue/editions/{{ID}}/apply" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="seen" value="{{SEEN}}">
{{#RETIRES_MOST}}
<p class="note"><strong>这份文件将停用 {{COUNT}} 个种别，超过现行目录的一半。</strong>如果只上传了目录的一部分，请点【放弃】，补全后重新上传。</p>
{{/RETIRES_MOST}}
{{>F_CONFIRM_RETIRE}}
<p class="actions"><input type="submit" class="button button-primary" name="op_apply" value="应用"></p>
</form>
{{/APPLY}}
{{#DISCARD}}
<form class="no-print" method="post" action="{{BASE}}/admin/catalogue/editions/{{ID}}/discard">
{{>FORM_HEAD}}
<p class="actions"><input type="submit" class="button" name="op_discard" value="放弃"> <a class="button" href="{{BASE}}/admin/catalogue/editions">返回</a></p>
</form>
{{/DISCARD}}
