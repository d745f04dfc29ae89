{{%AUTOESCAPE context="HTML"}}
{{! The editions of the catalogue, newest first: DRAFT or APPLIED; or EMPTY. }}
<h1>目录版本</h1>
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/admin/catalogue/replace">用 CSV 替换</a></p>
{{#EMPTY}}
<p class="empty">还没有替换过目录，现行的是随系统安装的目录。需要更新时，请点【用 CSV 替换】。</p>
{{/EMPTY}}
{{#PAGING}}
<div class="table-scroll" tabindex="0" role="region" aria-label="目录版本">
<table class="list">
<caption class="sr-only">目录版本，由新到旧</caption>
<thead><tr><th scope="col">上传时间</th><th scope="col">上传人</th><th scope="col">公告</th><th scope="col">文件名</th><th scope="col">状态</th><th scope="col">新增</th><th scope="col">变更</th><th scope="col">停用</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row" class="nowrap"><a href="{{BASE}}/admin/catalogue/editions/{{ID}}">{{CREATED_AT}}</a></th>
<td>{{CREATED_BY}}</td>
<td>{{NOTICE_NAME}}</td>
<td>{{FILE_NAME}}</td>
<td class="nowrap">{{#DRAFT}}<span class="badge badge-yellow">待应用</span>{{/DRAFT}}{{#APPLIED}}<span class="badge badge-green">已应用</span> {{APPLIED_AT}}{{/APPLIED}}</td>
<td class="number">{{#APPLIED}}{{ADDED}}{{/APPLIED}}</td>
<td class="number">{{#APPLIED}}{{CHANGED}}{{/APPLIED}}</td>
<td class="number">{{#APPLIED}}{{RETIRED}}{{/APPLIED}}</td>
<td class="nowrap no-print"><a href="{{BASE}}/admin/catalogue/editions/{{ID}}/file">下载<span class="sr-only">：{{CREATED_AT}} 上传的文件</span></a></td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>PAGER}}
{{/PAGING}}
