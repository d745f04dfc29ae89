{{%AUTOESCAPE context="HTML"}}
{{! 导入检定结果: the file, the template, RECENT imports. }}
<h1>导入检定结果</h1>
<p class="lead">把受理清单导出，在本机构的系统或电子表格中填好检定结果，再导入。上传后先检查并给您看结果，确认前不登记任何结果。</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/desk/results/import" enctype="multipart/form-data" novalidate>
{{>FORM_HEAD}}
{{>F_RESULTS_FILE}}
<p class="actions"><input type="submit" class="button button-primary" name="op_upload" value="上传并检查"> <a class="button" href="{{BASE}}/desk/results">取消</a></p>
</form>
<h2>准备文件</h2>
<ul>
<li>从预约受理导出的清单已有“行号”和器具信息，只需填写检定结果、印证类型、证书编号、检定日期、检定员等列；没有填结果的行不导入。</li>
<li>也可以下载空白模板填写：<a href="{{BASE}}/desk/results/import/template?format=xlsx">xlsx 模板</a>、<a href="{{BASE}}/desk/results/import/template?format=csv">csv 模板</a>。“行号”是预约单号加序号，例如 20261125110105000001-3。</li>
<li>检定结果填“合格”“不合格”，数量大于 1 的还可以填“部分合格”并填写合格数、不合格数。有效期至不填的，按检定周期推算。检定周期与台账不同的，将修改台账。</li>
</ul>
{{#RECENT}}
<h2>最近的导入</h2>
<div class="table-scroll" tabindex="0" role="region" aria-label="最近的导入">
<table class="list">
<caption class="sr-only">最近的导入</caption>
<thead><tr><th scope="col">上传时间</th><th scope="col">文件</th><th scope="col">上传人</th><th scope="col">状态</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<td class="nowrap">{{CREATED_AT}}</td>
<th scope="row"><a href="{{BASE}}/desk/results/imports/{{ID}}">{{FILE_NAME}}<span class="sr-only">（查看导入）</span></a></th>
<td>{{CREATED_BY}}</td>
<td class="nowrap">{{#IS_CHECKED}}<span class="badge badge-yellow">等待确认</span>{{/IS_CHECKED}}{{#IS_APPLIED}}<span class="badge badge-green">已导入</span>{{/IS_APPLIED}}{{#IS_DISCARDED}}<span class="badge badge-grey">已放弃</span>{{/IS_DISCARDED}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/RECENT}}
