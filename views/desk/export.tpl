{{%AUTOESCAPE context="HTML"}}
{{! Accepted lines as a file: the filter, how many rows (FOUND), the files (OFFER), or why not (BAD_DATE, NOTHING). BEYOND: a GB18030
    file that programs for GBK would show wrongly. COLUMN: what the portal fills; OUTCOME: what the institution fills. }}
<h1>导出受理清单</h1>
{{>LINKS}}
{{#BEYOND}}
<div class="error-summary" id="beyond" role="alert" tabindex="-1">
<h2>有 {{COUNT}} 处字符在 GBK 中没有</h2>
<p>较旧的程序会把 GB18030 文件当作 GBK 打开，下列字符可能显示为问号或乱码，其余内容不受影响。建议改用 CSV（UTF-8）或 xlsx。</p>
<ul class="characters">
{{#CHARACTER}}
<li><strong>{{TEXT}}</strong>（{{TIMES}} 处）</li>
{{/CHARACTER}}
</ul>
</div>
{{/BEYOND}}
<p>已受理和检定中的器具，导入本机构的业务系统使用；填好结果列后可以在【结果登记】中导入。</p>
<form class="filter" method="get" action="{{BASE}}/desk/export">
<input type="hidden" name="ie" value="✓">
<span class="filter-pair"><label for="q-from">计划日期从</label> <input type="text" class="text short" id="q-from" name="planned_from" value="{{PLANNED_FROM}}" maxlength="20" autocomplete="off"></span>
<span class="filter-pair"><label for="q-to">到</label> <input type="text" class="text short" id="q-to" name="planned_to" value="{{PLANNED_TO}}" maxlength="20" autocomplete="off"></span>
<span class="filter-pair"><label for="q-delivery">送检方式</label> <select class="text" id="q-delivery" name="delivery">
<option value="">全部</option>
{{#DELIVERY}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/DELIVERY}}
</select></span>
<span class="filter-pair"><label for="q-unit">单位名称或代码</label> <input type="text" class="text" id="q-unit" name="unit" value="{{UNIT}}" maxlength="100" autocomplete="off"></span>
<span class="filter-pair"><input type="submit" class="button" value="查询"> <a href="{{BASE}}/desk/export">清除条件</a></span>
{{#BAD_DATE}}
<p class="field-error">计划日期无法识别，没有导出。请写成 2026-03-05 这样。</p>
{{/BAD_DATE}}
</form>
{{#FOUND}}
<p class="lead">符合条件的器具 <strong>{{COUNT}}</strong> 行。</p>
{{/FOUND}}
{{#NOTHING}}
<p class="empty">没有符合条件的已受理器具，没有内容可以导出。请放宽条件，或先到【预约受理】答复预约。</p>
{{/NOTHING}}
{{#OFFER}}
{{#TOO_MANY}}
<p class="note">一个 xlsx 文件最多 {{MOST}} 行，请缩小计划日期的范围，或使用 CSV（不限行数）。</p>
{{/TOO_MANY}}
<p class="actions">{{#XLSX}}<a class="button button-primary" href="{{HREF}}">导出 xlsx</a> {{/XLSX}}<a class="button" href="{{HREF_CSV}}">导出 CSV（UTF-8）</a> {{#GB}}<a class="button" href="{{HREF}}">导出 CSV（GB18030）</a>{{/GB}}{{#GB_ANYWAY}}<a class="button" href="{{HREF}}">仍要下载 CSV（GB18030）</a>{{/GB_ANYWAY}}</p>
<ul class="small muted">
<li>CSV（UTF-8）带字节顺序标记，新版 Excel 和 WPS 可直接打开；CSV（GB18030）供只认 GBK 的旧程序使用。</li>
<li>CSV 中以 = + - @ 开头的内容前面加了单引号，以免被电子表格当作公式。</li>
<li>“行号”用来在导入结果时找到这一行，请不要修改。</li>
</ul>
{{/OFFER}}
<section class="card">
<h2>列</h2>
<ol class="column-names">
{{#COLUMN}}
<li>{{NAME}}</li>
{{/COLUMN}}
</ol>
<p>由本机构填写：</p>
<ol class="column-names">
{{#OUTCOME}}
<li>{{NAME}}</li>
{{/OUTCOME}}
</ol>
</section>
