{{%AUTOESCAPE context="HTML"}}
{{! One unit: what it is, its counts, its instruments. }}
<h1>{{UNIT_NAME_SHOWN}}</h1>
<dl class="facts">
<dt>单位代码</dt><dd>{{UNIT_CODE}}</dd>
<dt>单位类型</dt><dd>{{UNIT_TYPE}}</dd>
<dt>所在地</dt><dd>{{DIVISION}}</dd>
<dt>审核状态</dt><dd>{{STATE}}</dd>
<dt>联系人</dt><dd>{{CONTACT}} {{PHONE}}</dd>
<dt>辖区内在用器具</dt><dd>{{IN_USE}}（30 天内到期 {{DUE_SOON}}，已超期 {{OVERDUE}}，检定不合格 {{FAILED}}，轮换 {{ROTATE}}，未检定 {{NOT_VERIFIED}}）</dd>
<dt>停用、报废</dt><dd>停用 {{STOPPED}}，报废 {{SCRAPPED}}</dd>
<dt>受检率</dt><dd>{{RATE}}<br><span class="small muted">在用周期检定器具中，当日检定合格且在有效期内的数量 ÷ 在用周期检定器具数量</span></dd>
</dl>
<h2>辖区内的器具</h2>
<form class="filter no-print" method="get" action="{{ACTION}}">
<input type="hidden" name="ie" value="✓">
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
<option value="stopped"{{#STANDING_STOPPED}} selected{{/STANDING_STOPPED}}>停用</option>
<option value="scrapped"{{#STANDING_SCRAPPED}} selected{{/STANDING_SCRAPPED}}>报废</option>
</select></span>
<span class="filter-pair"><input type="submit" class="button" value="查询"></span>
</form>
{{#EMPTY}}
<p class="empty">没有符合条件的器具。</p>
{{/EMPTY}}
{{#ROWS}}
{{>TABLE}}
{{>MORE}}
{{/ROWS}}
