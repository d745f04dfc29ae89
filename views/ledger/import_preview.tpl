{{%AUTOESCAPE context="HTML"}}
{{! A checked file: counts, APPLY (ALL or GOOD_ONLY), DISCARD, then its rows by verdict (TAB, ROW; with REPORTS each has REPORT: PROBLEM and CHANGE). }}
<h1>核对导入内容</h1>
<p class="lead"><span class="badge badge-yellow">等待确认</span> 台账还没有变化。新增 <strong>{{NEW}}</strong> 行，变更 <strong>{{CHANGED}}</strong> 行，相同 <strong>{{SAME}}</strong> 行，错误 <strong>{{ERROR_ROWS}}</strong> 行。</p>
{{#APPLY_FAILED}}
<p class="note"><strong>由于系统原因，上一次导入没有完成，台账没有变化。</strong>请再试一次；仍不成功的，请拨打服务热线 {{HOTLINE}}。</p>
{{/APPLY_FAILED}}
{{#CONFLICTS}}
<p class="note"><strong>检查之后，有 {{COUNT}} 台器具被他人修改，所以没有导入，台账没有变化。</strong>这些行已列入“错误”。请重新导出修改，或只导入正确的行。</p>
{{/CONFLICTS}}
{{#APPLIED_BEFORE}}
<p class="note"><strong>内容完全相同的文件已在 {{AT}} 导入过一次。</strong>再次导入会重复登记新增的器具，请核对。</p>
{{/APPLIED_BEFORE}}
<dl class="facts">
<dt>文件</dt><dd>{{FILE_NAME}}（{{SIZE}} KB，{{CREATED_AT}} 上传）</dd>
{{#INFO}}
<dt>格式</dt><dd>{{#IS_XLSX}}xlsx，工作表“{{SHEET}}”{{/IS_XLSX}}{{#IS_CSV}}csv，编码 {{ENCODING}}，{{#COMMA}}逗号{{/COMMA}}{{#SEMICOLON}}分号{{/SEMICOLON}}{{#TAB_SIGN}}制表符{{/TAB_SIGN}}分隔{{/IS_CSV}}，第 {{HEADER_ROW}} 行是列名</dd>
<dt>已识别的列</dt><dd>{{KNOWN}}</dd>
{{/INFO}}
{{#UNKNOWN}}
<dt>不导入的列</dt><dd>{{NAMES}}</dd>
{{/UNKNOWN}}
</dl>
{{#FORMULAS}}
<p class="note">有 {{COUNT}} 个单元格是公式，已按文件中保存的计算结果读取，请核对。</p>
{{/FORMULAS}}
{{#EXAMPLES}}
<p class="note">已略过模板中的示例 {{COUNT}} 行。</p>
{{/EXAMPLES}}
{{#NOTHING_GOOD}}
<p class="note">没有可以导入的行。请下载有错误的行，改正后重新上传。</p>
{{/NOTHING_GOOD}}
{{#NOTHING_TO_DO}}
<p class="note">文件内容与台账完全相同，没有需要导入的行。</p>
{{/NOTHING_TO_DO}}
{{#APPLY}}
<form class="no-print" method="post" action="{{BASE}}/ledger/imports/{{ID}}/apply">
{{>FORM_HEAD}}
<p class="actions">{{#ALL}}<input type="submit" class="button button-primary" name="op_all" value="全部导入（{{GOOD}} 行）">{{/ALL}}{{#GOOD_ONLY}}<input type="submit" class="button button-primary" name="op_good" value="只导入正确的行（{{GOOD}} 行）">{{/GOOD_ONLY}}</p>
</form>
{{/APPLY}}
{{#ERROR_FILE}}
<p class="no-print">想一次全部导入的，请下载有错误的行，按“错误原因”改正后再上传：<a href="{{BASE}}/ledger/imports/{{ID}}/errors?format=xlsx">xlsx</a>、<a href="{{BASE}}/ledger/imports/{{ID}}/errors?format=csv">csv</a>。</p>
{{/ERROR_FILE}}
{{#DISCARD}}
<form class="no-print" method="post" action="{{BASE}}/ledger/imports/{{ID}}/discard">
{{>FORM_HEAD}}
<p class="actions"><input type="submit" class="button" name="op_discard" value="放弃"> <a class="button" href="{{BASE}}/ledger">返回台账</a></p>
</form>
{{/DISCARD}}
<ul class="tabs">
{{#TAB}}
<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{#TAB_ERROR}}错误{{/TAB_ERROR}}{{#TAB_NEW}}新增{{/TAB_NEW}}{{#TAB_CHANGED}}变更{{/TAB_CHANGED}}{{#TAB_SAME}}相同{{/TAB_SAME}}{{#TAB_WARNING}}有提醒{{/TAB_WARNING}} <span class="count">{{COUNT}}</span></a></li>
{{/TAB}}
</ul>
{{#EMPTY}}
<p class="empty">这一类里没有行。请选择上面的其他标签。</p>
{{/EMPTY}}
{{#PAGING}}
<div class="table-scroll" tabindex="0" role="region" aria-label="导入的行">
<table class="list">
<caption class="small muted">行号与电子表格中的一致</caption>
<thead><tr><th scope="col">行号</th>{{#REPORTS}}<th scope="col">问题和变化</th>{{/REPORTS}}<th scope="col">器具名称</th><th scope="col">器具种别</th><th scope="col">型号规格</th><th scope="col">出厂编号</th><th scope="col">安装/使用地点</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row" class="nowrap">第 {{NUMBER}} 行</th>
{{#REPORT}}
<td class="changes"><ul class="plain">
{{#PROBLEM}}
<li>{{#WARNS}}<span class="badge badge-yellow">提醒</span> {{/WARNS}}<strong>{{LABEL}}</strong>{{#TYPED}}“{{VALUE}}”{{/TYPED}}：{{>MESSAGE}}</li>
{{/PROBLEM}}
{{#CHANGE}}
<li><span class="muted">{{LABEL}}：</span><del>{{OLD}}</del> → <ins>{{NEW}}</ins></li>
{{/CHANGE}}
</ul></td>
{{/REPORT}}
<td>{{NAME}}</td>
<td>{{KIND}}</td>
<td>{{MODEL}}</td>
<td class="code">{{SERIAL_NUMBER}}</td>
<td>{{PLACE}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>PAGER}}
{{/PAGING}}
