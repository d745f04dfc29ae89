{{%AUTOESCAPE context="HTML"}}
{{! What an export will contain (COUNT rows, COLUMN, the filter in words) and its buttons: OFFER. After a request that was not
    fulfilled one of BEYOND, TOO_MANY_JOBS, TOO_MANY_ROWS, NOT_TAKEN. }}
<h1>导出台账</h1>
{{#BEYOND}}
<div class="error-summary" id="beyond" role="alert" tabindex="-1">
<h2>有 {{COUNT}} 处字符在 GBK 中没有（{{DIFFERENT}} 种）</h2>
<p>较旧的程序会把 GB18030 文件当作 GBK 打开，下列字符可能显示为问号或乱码，其余内容不受影响。建议改用 CSV（UTF-8）或 xlsx。</p>
<ul class="characters">
{{#CHARACTER}}
<li><strong>{{TEXT}}</strong>（{{TIMES}} 处）</li>
{{/CHARACTER}}
{{#MORE}}
<li>其余从略</li>
{{/MORE}}
</ul>
</div>
{{/BEYOND}}
{{#TOO_MANY_JOBS}}
<div class="error-summary" role="alert" tabindex="-1"><h2>本单位已有 3 项后台任务尚未完成</h2><p>请等其中一项完成后再导出，或改用 CSV：不论多少行都可以立即下载。</p></div>
{{/TOO_MANY_JOBS}}
{{#TOO_MANY_ROWS}}
<div class="error-summary" role="alert" tabindex="-1"><h2>xlsx 文件放不下这么多行</h2><p>请改用 CSV，或返回台账增加筛选条件后分几次导出。</p></div>
{{/TOO_MANY_ROWS}}
{{#NOT_TAKEN}}
<div class="error-summary" role="alert" tabindex="-1"><h2>本页已经提交过一次</h2><p>没有再次生成文件。如仍要导出，请在下面重新选择。</p></div>
{{/NOT_TAKEN}}
<p class="lead">将导出 <strong>{{COUNT}}</strong> 行，与台账列表的内容、列和顺序一致。<a href="{{LIST_HREF}}">返回台账修改条件或列</a></p>
<div class="columns">
<section class="card">
<h2>条件和顺序</h2>
<ul class="filter-words">
{{#WORDS}}
<li>{{LABEL}}：{{VALUE}}</li>
{{/WORDS}}
<li>顺序：{{#SORTED}}按{{LABEL}}{{#ASCENDING}}升序{{/ASCENDING}}{{#DESCENDING}}降序{{/DESCENDING}}{{/SORTED}}{{#URGENT_FIRST}}急需处理的在前{{/URGENT_FIRST}}{{#URGENT_LAST}}急需处理的在后{{/URGENT_LAST}}</li>
</ul>
</section>
<section class="card">
<h2>列</h2>
<ol class="column-names">
{{#COLUMN}}
<li>{{NAME}}</li>
{{/COLUMN}}
</ol>
</section>
</div>
{{#NOTHING}}
<p class="empty">没有符合条件的器具，没有内容可以导出。<a href="{{LIST_HREF}}">返回台账</a></p>
{{/NOTHING}}
{{#OFFER}}
<form method="post" action="{{BASE}}/ledger/export">
{{>FORM_HEAD}}
<input type="hidden" name="query" value="{{QUERY}}">
<div class="field field-checkbox"><input type="checkbox" id="f-with_ids" name="with_ids" value="yes"{{#WITH_IDS}} checked{{/WITH_IDS}}> <label for="f-with_ids">附上系统编号和版本（修改后可再次导入）</label></div>
<p class="actions"><input type="submit" class="button button-primary" name="op_xlsx" value="导出 xlsx">
<input type="submit" class="button" name="op_csv" value="导出 CSV（UTF-8）">
{{#GB}}<input type="submit" class="button" name="op_gb18030" value="导出 CSV（GB18030）">{{/GB}}{{#GB_ANYWAY}}<input type="submit" class="button" name="op_gb18030_anyway" value="仍要下载 CSV（GB18030）">{{/GB_ANYWAY}}</p>
</form>
<ul class="small muted">
<li>xlsx：Excel 2007 及以上、WPS 均可打开，推荐使用。{{#AT_ONCE}}立即下载。{{/AT_ONCE}}{{#IN_BACKGROUND}}行数较多，将在后台生成，可以关闭页面，稍后在任务页下载。{{/IN_BACKGROUND}}</li>
<li>CSV（UTF-8）：带字节顺序标记，新版 Excel 和 WPS 可直接打开，符号不丢失。</li>
<li>CSV（GB18030）：供只认 GBK 的旧程序使用；下载前先检查有没有显示不了的字符。</li>
<li>CSV 中以 = + - @ 开头的内容前面加了单引号，以免被电子表格当作公式。</li>
</ul>
{{/OFFER}}
