{{%AUTOESCAPE context="HTML"}}
{{! An edition that was applied: what it did. }}
<h1>目录版本</h1>
<p class="lead"><span class="badge badge-green">已应用</span></p>
<dl class="facts">
<dt>公告</dt><dd>{{NOTICE_NAME}}</dd>
<dt>文件</dt><dd><a href="{{BASE}}/admin/catalogue/editions/{{ID}}/file">下载 CSV</a>　{{FILE_NAME}}</dd>
<dt>上传</dt><dd>{{CREATED_AT}}　{{CREATED_BY}}</dd>
<dt>应用时间</dt><dd>{{APPLIED_AT}}</dd>
<dt>新增</dt><dd>{{ADDED}} 个种别</dd>
<dt>变更</dt><dd>{{CHANGED}} 个种别</dd>
<dt>停用</dt><dd>{{RETIRED}} 个种别</dd>
</dl>
<p>每个种别的变化见<a href="{{BASE}}/admin/audit?unit=0&amp;action=catalogue.change">审计日志</a>。</p>
<p class="actions no-print"><a class="button" href="{{BASE}}/admin/catalogue">查看现行目录</a> <a class="button" href="{{BASE}}/admin/catalogue/editions">返回</a></p>
