{{%AUTOESCAPE context="HTML"}}
{{! The catalogue: filters, ROW (IN_USE or RETIRED, CHECKED or UNCHECKED) or EMPTY. }}
<h1>强制检定目录</h1>
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/admin/catalogue/replace">用 CSV 替换</a> <a class="button" href="{{BASE}}/admin/catalogue/editions">目录版本</a> <a class="button" href="{{BASE}}/admin/catalogue/names">不在目录中的名称</a></p>
<p class="legend"><span class="muted">以市场监管总局公告2020年第42号附件为准；标有“待核对”的尚未与附件逐项核对。</span></p>
<form class="filter" method="get" action="{{BASE}}/admin/catalogue">
<input type="hidden" name="ie" value="✓">
<span class="filter-pair"><label for="q-text">名称或规程</label> <input type="text" class="text" id="q-text" name="text" value="{{TEXT}}" maxlength="100" autocomplete="off"></span>
<span class="filter-pair"><label for="q-item">项别</label> <select class="text" id="q-item" name="item">
<option value="">全部</option>
{{#ITEM}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{CODE}} {{WORD}}</option>
{{/ITEM}}
</select></span>
<span class="filter-pair"><label for="q-mode">强检方式</label> <select class="text" id="q-mode" name="mode">
<option value="">全部</option>
{{#MODE_CHOICE}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/MODE_CHOICE}}
</select></span>
<span class="filter-pair"><label for="q-standing">状态</label> <select class="text" id="q-standing" name="standing">
<option value=""{{#STANDING_USED}} selected{{/STANDING_USED}}>现行</option>
<option value="retired"{{#STANDING_RETIRED}} selected{{/STANDING_RETIRED}}>已停用</option>
<option value="all"{{#STANDING_ALL}} selected{{/STANDING_ALL}}>全部</option>
</select></span>
<span class="filter-pair"><input type="submit" class="button" value="查询">{{#FILTERED}} <a href="{{BASE}}/admin/catalogue">清除条件</a>{{/FILTERED}}</span>
</form>
{{#EMPTY}}
<p class="empty">没有符合条件的种别。请减少条件或换一个词。</p>
{{/EMPTY}}
{{#PAGING}}
<div class="table-scroll" tabindex="0" role="region" aria-label="目录">
<table class="list">
<caption class="sr-only">实施强制管理的计量器具目录</caption>
<thead><tr><th scope="col">项别</th><th scope="col">种别</th><th scope="col">监管方式</th><th scope="col">强检方式</th><th scope="col">用途</th><th scope="col">检定周期（月）</th><th scope="col">检定规程</th><th scope="col">状态</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<td>{{ITEM_NO}} {{ITEM_NAME}}</td>
<th scope="row"><a href="{{BASE}}/admin/catalogue/{{ID}}">{{KIND}}</a></th>
<td>{{SUPERVISION}}</td>
<td>{{MODE}}</td>
<td>{{USES}}</td>
<td class="number">{{CYCLE}}</td>
<td>{{REGULATION}}</td>
<td class="nowrap">{{#IN_USE}}现行{{/IN_USE}}{{#RETIRED}}<span class="badge badge-grey">已停用</span>{{/RETIRED}}{{#UNCHECKED}} <span class="badge badge-yellow">待核对</span>{{/UNCHECKED}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>PAGER}}
{{/PAGING}}
<p class="no-print">下载现行目录：<a href="{{BASE}}/admin/catalogue/export">CSV（可用电子表格打开）</a>　<a href="{{BASE}}/admin/catalogue/export?for=program">CSV（不带字节顺序标记，与安装包中的文件相同）</a></p>
