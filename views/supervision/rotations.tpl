{{%AUTOESCAPE context="HTML"}}
{{! Meters that are replaced, by the quarter in which their service life ends. }}
<h1>到期轮换</h1>
{{>FRAME}}
<p>只做首次强制检定、限期使用的在用器具（如民用水表、电能表、燃气表），按使用期限届满的季度列出{{#SPAN}}：{{FROM}} 至 {{TO}}{{/SPAN}}{{#PAST_CHOSEN}}：今天以前已到轮换期、尚未轮换的{{/PAST_CHOSEN}}。</p>
<form class="filter no-print" method="get" action="{{BASE}}/supervision/rotations">
<input type="hidden" name="ie" value="✓">
<span class="filter-pair"><label for="q-quarter">季度</label> <select class="text" id="q-quarter" name="quarter">
<option value="past"{{#PAST_CHOSEN}} selected{{/PAST_CHOSEN}}>已到轮换期</option>
{{#QUARTER}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{YEAR}} 年第 {{NUMBER}} 季度</option>
{{/QUARTER}}
</select></span>
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
<span class="filter-pair"><input type="submit" class="button" value="查询"> <a href="{{BASE}}/supervision/rotations">清除条件</a></span>
</form>
{{#EMPTY}}
<p class="empty">没有在这段时间里到期轮换的器具。</p>
{{/EMPTY}}
{{#ROWS}}
<p class="actions no-print"><a class="button" href="{{HREF_FILE}}">导出 csv</a> <span class="small muted">符合条件的全部器具，最多 {{MOST}} 条。</span></p>
{{>TABLE}}
{{>MORE}}
{{/ROWS}}
