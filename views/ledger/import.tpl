{{%AUTOESCAPE context="HTML"}}
{{! 导入: how it goes, the file, the template, RECENT imports (ROW with IS_… of its state). }}
<h1>导入台账</h1>
<p class="lead">用电子表格一次登记或修改多台器具。上传后先检查并给您看结果，确认前台账不会有任何变化。</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/ledger/import" enctype="multipart/form-data" novalidate>
{{>FORM_HEAD}}
{{>F_IMPORT_FILE}}
<p class="actions"><input type="submit" class="button button-primary" name="op_upload" value="上传并检查"> <a class="button" href="{{BASE}}/ledger">取消</a></p>
</form>
<h2>准备文件</h2>
<ul>
<li>没有现成表格的，请下载模板填写：<a href="{{BASE}}/ledger/import/template?format=xlsx">xlsx 模板</a>、<a href="{{BASE}}/ledger/import/template?format=csv">csv 模板</a>。</li>
<li>已有表格的，不必改成模板的样子：系统按列名识别，列的顺序不限，“仪器名称”“机号”“制造单位”等常用列名都能认出，多余的列不导入。</li>
<li>要批量修改已登记的器具，请先从台账导出，在导出的文件中修改后再导入；请保留“系统编号”和“版本”两列。</li>
<li>最多 50,000 行，文件不超过 20 MB。填写要求和常见错误见<a href="{{BASE}}/help/import">导入说明</a>。</li>
</ul>
{{#RECENT}}
<h2>最近的导入</h2>
<div class="table-scroll" tabindex="0" role="region" aria-label="最近的导入">
<table class="list">
<caption class="sr-only">最近的导入</caption>
<thead><tr><th scope="col">上传时间</th><th scope="col">文件</th><th scope="col">状态</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<td class="nowrap">{{CREATED_AT}}</td>
<th scope="row"><a href="{{BASE}}/ledger/imports/{{ID}}">{{FILE_NAME}}<span class="sr-only">（查看导入）</span></a></th>
<td>{{#IS_CHECKING}}<span class="badge badge-blue">正在检查</span>{{/IS_CHECKING}}{{#IS_CHECKED}}<span class="badge badge-yellow">等待确认</span>{{/IS_CHECKED}}{{#IS_REFUSED}}<span class="badge badge-red">无法读取</span>{{/IS_REFUSED}}{{#IS_APPLYING}}<span class="badge badge-blue">正在导入</span>{{/IS_APPLYING}}{{#IS_APPLIED}}<span class="badge badge-green">已导入</span> {{GOOD}} 行{{/IS_APPLIED}}{{#IS_DISCARDED}}<span class="badge badge-grey">已放弃</span>{{/IS_DISCARDED}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/RECENT}}
