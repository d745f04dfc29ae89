{{%AUTOESCAPE context="HTML"}}
{{! A file to replace the catalogue; BAD_ROWS: what is wrong in the one just sent, row by row. }}
<h1>用 CSV 替换目录</h1>
<p class="lead">上传完整的目录文件。先核对与现行目录的差异，确认后才会生效；文件中没有的种别将停用，不会删除。</p>
{{>ERRORS}}
{{#BAD_ROWS}}
<h2>有问题的行（{{COUNT}} 行）</h2>
<div class="table-scroll" tabindex="0" role="region" aria-label="有问题的行">
<table class="list">
<caption>行号与电子表格中的一致，第 1 行是列名</caption>
<thead><tr><th scope="col">行号</th><th scope="col">列、内容和问题</th></tr></thead>
<tbody>
{{#BAD_ROW}}
<tr>
<th scope="row" class="nowrap">第 {{NUMBER}} 行</th>
<td><ul class="plain">
{{#CELL}}
<li><strong>{{LABEL}}（{{COLUMN}}）</strong>{{#TYPED}}“{{VALUE}}”{{/TYPED}}：{{>MESSAGE}}</li>
{{/CELL}}
</ul></td>
</tr>
{{/BAD_ROW}}
</tbody>
</table>
</div>
{{/BAD_ROWS}}
<form method="post" action="{{BASE}}/admin/catalogue/replace" enctype="multipart/form-data" novalidate>
{{>FORM_HEAD}}
{{>F_CATALOGUE_FILE}}
<p class="actions"><input type="submit" class="button button-primary" name="op_upload" value="上传并核对差异"> <a class="button" href="{{BASE}}/admin/catalogue">取消</a></p>
</form>
<h2>文件格式</h2>
<p>可以先<a href="{{BASE}}/admin/catalogue/export">下载现行目录</a>，在电子表格中修改后另存为 CSV 再上传。第一行是列名，列的顺序不限：</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="文件格式">
<table class="list">
<caption class="sr-only">文件的列</caption>
<thead><tr><th scope="col">列名</th><th scope="col">含义</th><th scope="col">填写要求</th></tr></thead>
<tbody>
<tr><th scope="row">item_no、item_name</th><td>项别序号、项别名称</td><td>必填；序号相同的，名称也要相同</td></tr>
<tr><th scope="row">kind_no、kind_name、variant</th><td>种别序号、种别名称、分类</td><td>种别序号和名称必填；种别序号与分类合在一起不能重复</td></tr>
<tr><th scope="row">supervision</th><td>监管方式</td><td>型式批准，强制检定，或型式批准、强制检定</td></tr>
<tr><th scope="row">mode</th><td>强检方式</td><td>periodic 周期检定；first_scrap 只做首次强制检定，失准报废；first_rotate 只做首次强制检定，限期使用，到期轮换；none 不实行强制检定</td></tr>
<tr><th scope="row">uses</th><td>用途</td><td>trade 贸易结算、safety 安全防护、medical 医疗卫生、environment 环境监测，几种之间用分号隔开</td></tr>
<tr><th scope="row">cycle_months</th><td>检定周期（月）</td><td>1 至 240，不固定的留空</td></tr>
<tr><th scope="row">service_life_months</th><td>使用期限（月）</td><td>1 至 600，没有的留空</td></tr>
<tr><th scope="row">scope、regulation、condition</th><td>强检范围及说明、检定规程、条件</td><td>可以留空</td></tr>
<tr><th scope="row">notice</th><td>公告</td><td>必填，例如：市场监管总局公告2020年第42号</td></tr>
<tr><th scope="row">checked</th><td>已与公告附件核对</td><td>1 是，0 否</td></tr>
</tbody>
</table>
</div>
