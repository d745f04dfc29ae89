{{%AUTOESCAPE context="HTML"}}
{{! An import that is no preview: WORKING (CHECKING or APPLYING), CHECK_FAILED, REFUSED, APPLIED or DISCARDED. }}
<h1>导入进度</h1>
<dl class="facts">
<dt>文件</dt><dd>{{FILE_NAME}}（{{SIZE}} KB）</dd>
<dt>上传时间</dt><dd>{{CREATED_AT}}</dd>
</dl>
{{#WORKING}}
{{#CHECKING}}
<p class="lead" role="status"><span class="badge badge-blue">正在检查</span> 正在逐行检查文件。</p>
{{/CHECKING}}
{{#APPLYING}}
<p class="lead" role="status"><span class="badge badge-blue">正在导入</span> 正在把 {{GOOD}} 行写入台账。</p>
{{/APPLYING}}
{{#PERCENT}}
<p>已完成约 {{N}}%。</p>
{{/PERCENT}}
<p>本页每 2 秒自动更新，也可以<a href="{{BASE}}/ledger/imports/{{ID}}">立即刷新</a>。关闭本页不影响处理，稍后可从<a href="{{BASE}}/ledger/jobs">后台任务</a>回到这里。</p>
{{/WORKING}}
{{#CHECK_FAILED}}
<p class="note"><strong>由于系统原因，检查没有完成。</strong>台账没有变化。请放弃后重新上传；仍不成功的，请拨打服务热线 {{HOTLINE}}，并告知上传时间。</p>
{{/CHECK_FAILED}}
{{#DISCARD}}
<form class="no-print" method="post" action="{{BASE}}/ledger/imports/{{ID}}/discard">
{{>FORM_HEAD}}
<p class="actions"><input type="submit" class="button" name="op_discard" value="放弃"> <a class="button" href="{{BASE}}/ledger/import">返回</a></p>
</form>
{{/DISCARD}}
{{#REFUSED}}
<div class="error-summary" role="alert">
<h2>这个文件不能导入</h2>
<p>{{#AT_ROW}}第 {{NUMBER}} 行{{/AT_ROW}}{{#AT_COLUMN}}第 {{LETTERS}} 列{{/AT_COLUMN}} {{>MESSAGE}}</p>
</div>
<p>台账没有变化。修改文件后请重新上传，填写要求和常见错误见<a href="{{BASE}}/help/import">导入说明</a>。</p>
{{#MAY_EDIT}}
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/ledger/import">重新上传</a></p>
{{/MAY_EDIT}}
{{/REFUSED}}
{{#APPLIED}}
<p class="lead"><span class="badge badge-green">已导入</span> {{AT}} 导入完成：新增 <strong>{{NEW}}</strong> 行，变更 <strong>{{CHANGED}}</strong> 行，相同而未改 <strong>{{SAME}}</strong> 行。</p>
{{#LEFT}}
<p class="note">有 {{COUNT}} 行没有导入。请下载这些行，按“错误原因”改正后再次导入：<a href="{{BASE}}/ledger/imports/{{ID}}/errors?format=xlsx">xlsx</a>、<a href="{{BASE}}/ledger/imports/{{ID}}/errors?format=csv">csv</a>（保留 7 天）。</p>
{{/LEFT}}
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/ledger">查看台账</a>{{#MAY_EDIT}} <a class="button" href="{{BASE}}/ledger/import">继续导入</a>{{/MAY_EDIT}}</p>
{{/APPLIED}}
{{#DISCARDED}}
<p class="empty">这次导入已经放弃，台账没有变化。<a href="{{BASE}}/ledger">返回台账</a></p>
{{/DISCARDED}}
