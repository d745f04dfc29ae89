{{%AUTOESCAPE context="HTML"}}
{{! The search over the field: filters, then EMPTY or ROWS. }}
<h1>台账查询</h1>
{{>FRAME}}
<form class="filter no-print" method="get" action="{{BASE}}/supervision/instruments">
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
<span class="filter-pair"><label for="q-unit">使用单位</label> <input type="text" class="text" id="q-unit" name="unit" value="{{UNIT}}" maxlength="100" autocomplete="off" title="单位代码，或名称中连续的两个以上的字"></span>
<span class="filter-pair"><label for="q-name">器具名称</label> <input type="text" class="text" id="q-name" name="name" value="{{NAME}}" maxlength="100" autocomplete="off" title="名称中的任意一部分"></span>
<span class="filter-pair"><label for="q-serial_number">出厂编号</label> <input type="text" class="text" id="q-serial_number" name="serial_number" value="{{SERIAL_NUMBER}}" maxlength="100" autocomplete="off" title="从头开始的一部分，三个字符以上查得快"></span>
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
<span class="filter-pair"><label for="q-standing">检定状态</label> <select class="text" id="q-standing" name="standing">
<option value="all"{{#STANDING_ALL}} selected{{/STANDING_ALL}}>全部</option>
<option value="overdue"{{#STANDING_OVERDUE}} selected{{/STANDING_OVERDUE}}>已超期</option>
<option value="due_soon"{{#STANDING_DUE_SOON}} selected{{/STANDING_DUE_SOON}}>30 天内到期</option>
<option value="failed"{{#STANDING_FAILED}} selected{{/STANDING_FAILED}}>检定不合格</option>
<option value="not_verified"{{#STANDING_NOT_VERIFIED}} selected{{/STANDING_NOT_VERIFIED}}>未检定</option>
<option value="rotate"{{#STANDING_ROTATE}} selected{{/STANDING_ROTATE}}>到期轮换（全部）</option>
<option value="rotate_due"{{#STANDING_ROTATE_DUE}} selected{{/STANDING_ROTATE_DUE}}>已到轮换期</option>
<option value="rotate_soon"{{#STANDING_ROTATE_SOON}} selected{{/STANDING_ROTATE_SOON}}>即将到期轮换</option>
<option value="valid"{{#STANDING_VALID}} selected{{/STANDING_VALID}}>正常</option>
<option value="first_done"{{#STANDING_FIRST_DONE}} selected{{/STANDING_FIRST_DONE}}>已首检</option>
<option value="declared_beyond"{{#STANDING_DECLARED_BEYOND}} selected{{/STANDING_DECLARED_BEYOND}}>申报有效期长于检定周期</option>
<option value="stopped"{{#STANDING_STOPPED}} selected{{/STANDING_STOPPED}}>停用</option>
<option value="scrapped"{{#STANDING_SCRAPPED}} selected{{/STANDING_SCRAPPED}}>报废</option>
</select></span>
<span class="filter-pair"><label for="q-due_from">有效期自</label> <input type="text" class="text short" id="q-due_from" name="due_from" value="{{DUE_FROM}}" maxlength="30" autocomplete="off" title="例如 2026-03-05"> <label for="q-due_to">至</label> <input type="text" class="text short" id="q-due_to" name="due_to" value="{{DUE_TO}}" maxlength="30" autocomplete="off" title="例如 2026-03-31"></span>
<span class="filter-pair"><input type="submit" class="button" value="查询"> <a href="{{BASE}}/supervision/instruments">清除条件</a></span>
</form>
{{#BAD_DATE}}
<p class="note">日期无法识别，未按该日期查询。请按“年-月-日”填写，例如 2026-03-05。</p>
{{/BAD_DATE}}
{{#CAPPED}}
<p class="note">符合所填内容的太多，只查找了其中一部分。请多填几个字，或选择下级区域。</p>
{{/CAPPED}}
{{#EMPTY}}
<p class="empty">没有符合条件的器具。单位代码和出厂编号请从头填写，名称可以只填其中的两个字；也可以减少条件再查。</p>
{{/EMPTY}}
<p class="legend"><span class="badge badge-yellow">黄色</span> 30 天内到期；<span class="badge badge-red">红色</span> 已超期、已到轮换期或检定不合格。</p>
{{#ROWS}}
<p class="actions no-print"><a class="button" href="{{HREF_FILE}}">导出 csv</a> <span class="small muted">符合条件的全部器具，最多 {{MOST}} 条。</span></p>
{{>TABLE}}
{{>MORE}}
{{/ROWS}}
