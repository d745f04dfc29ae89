{{%AUTOESCAPE context="HTML"}}
{{! The catalogue in force: NOTICE (with SINCE), the filter, what was asked for in words (CONDITIONS), FOUND with ROW, or EMPTY, or OUTSIDE: a word
    that names what is not in the catalogue. BEYOND: a GB18030 file that programs for GBK would show wrongly. }}
<h1>强制检定器具目录信息</h1>
{{>WAYS}}
{{>ERRORS}}
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
<p class="note">《实施强制管理的计量器具目录》{{#NOTICE}}（{{NAME}}{{#SINCE}}，自 {{DAY}} 起{{/SINCE}}）{{/NOTICE}}。本表供查询使用，以公告附件为准；标有“待核对”的尚未与附件逐项核对。</p>
<form class="query-form no-print" method="get" action="{{BASE}}/query/catalogue">
<input type="hidden" name="ie" value="✓">
<div class="form-section">
{{>F_KEYWORD}}
{{>F_ITEM}}
{{>F_USE}}
{{>F_SUPERVISION}}
{{>F_MODE}}
</div>
<p class="actions"><input type="submit" class="button button-primary" value="查询"> <a class="button" href="{{BASE}}/query/catalogue">清除条件</a></p>
</form>
{{#CONDITIONS}}
<ul class="filter-words">
{{#KEYWORD}}<li>关键词：{{WORD}}</li>{{/KEYWORD}}
{{#ITEM}}<li>项别：{{WORD}}</li>{{/ITEM}}
{{#USE}}<li>用途：{{WORD}}</li>{{/USE}}
{{#SUPERVISION}}<li>监管方式：{{WORD}}</li>{{/SUPERVISION}}
{{#MODE}}<li>强检方式：{{WORD}}</li>{{/MODE}}
</ul>
{{/CONDITIONS}}
{{#OUTSIDE}}
<p class="empty"><strong>“{{WORD}}”不在强制检定目录中</strong>，不实行强制检定；使用单位可自行检定或校准。</p>
{{/OUTSIDE}}
{{#EMPTY}}
<p class="empty">目录中没有符合条件的种别。请换一个名称（可以用日常叫法）或减少条件；仍不能确定的，请拨打服务热线 <strong class="nowrap">{{HOTLINE}}</strong>。</p>
{{/EMPTY}}
{{#FOUND}}
<p class="actions no-print"><a class="button" href="{{HREF_XLSX}}">下载 xlsx</a> <a class="button" href="{{HREF_CSV}}">下载 CSV（UTF-8）</a> {{#GB}}<a class="button" href="{{HREF}}">下载 CSV（GB18030）</a>{{/GB}}{{#GB_ANYWAY}}<a class="button" href="{{HREF}}">仍要下载 CSV（GB18030）</a>{{/GB_ANYWAY}}</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="目录">
<table class="list catalogue">
<caption class="sr-only">实施强制管理的计量器具目录</caption>
<thead><tr><th scope="col">项别</th><th scope="col">种别</th><th scope="col">监管方式</th><th scope="col">强检方式</th><th scope="col">强检范围及说明</th><th scope="col">用途</th><th scope="col">检定周期或使用期限</th><th scope="col">检定规程</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<td>{{ITEM_NO}} {{ITEM_NAME}}</td>
<th scope="row"><a href="{{HREF}}">{{KIND}}</a>{{#UNCHECKED}} <span class="badge badge-yellow">待核对</span>{{/UNCHECKED}}</th>
<td>{{SUPERVISION}}</td>
<td>{{MODE}}</td>
<td>{{SCOPE}}{{#CONDITIONED}}<br><span class="small">条件：{{CONDITION}}</span>{{/CONDITIONED}}</td>
<td>{{USES}}</td>
<td>{{#CYCLE}}检定周期 {{MONTHS}} 个月{{/CYCLE}}{{#LIFE}} 使用期限 {{MONTHS}} 个月{{/LIFE}}{{#NO_CYCLE}}周期由检定机构确定{{/NO_CYCLE}}{{#NO_LIFE}}使用期限见检定规程{{/NO_LIFE}}{{#ONCE}}首次检定后不再周期检定{{/ONCE}}</td>
<td>{{REGULATION}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>PAGER}}
{{/FOUND}}
