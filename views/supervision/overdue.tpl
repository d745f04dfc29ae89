{{%AUTOESCAPE context="HTML"}}
{{! In use, to be verified by period, and past the due date; longest first. }}
<h1>超期清单</h1>
{{>FRAME}}
<p>在用的周期检定器具中，有效期已过的，超期时间长的在前。检定不合格的器具另见<a href="{{BASE}}/supervision/instruments?standing=failed">检定不合格</a>。</p>
<form class="filter no-print" method="get" action="{{BASE}}/supervision/overdue">
<input type="hidden" name="ie" value="✓">
<span class="filter-pair"><label for="q-division">区域</label> <select class="text" id="q-division" name="division">
<option value="">全部辖区</option>
{{#REGION}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{#DEEPER}}　{{/DEEPER}}{{NAME}}</option>
{{/REGION}}
{{#ASSIGNED_CHOSEN}}
<option value="units" selected>指定单位</option>
{{/ASSIGNED_CHOSEN}}
</select></span>
<span class="filter-pair"><label for="q-kind">种别</label> <select class="text" id="q-kind" name="kind">
<option value="">全部</option>
{{#ITEM}}
<optgroup label="{{NAME}}">
{{#KIND}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{NAME}}</option>
{{/KIND}}
</optgroup>
{{/ITEM}}
</select></span>
<span class="filter-pair"><label for="q-use">用途</label> <select class="text" id="q-use" name="use">
<option value="">全部</option>
{{#USE}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/USE}}
</select></span>
<span class="filter-pair"><input type="submit" class="button" value="查询"> <a href="{{BASE}}/supervision/overdue">清除条件</a></span>
</form>
{{#EMPTY}}
<p class="empty">没有超期的器具。</p>
{{/EMPTY}}
{{#ROWS}}
<p class="actions no-print"><a class="button" href="{{HREF_FILE}}">导出 csv</a> <span class="small muted">符合条件的全部器具，最多 {{MOST}} 条。</span></p>
{{>TABLE}}
{{>MORE}}
{{/ROWS}}
