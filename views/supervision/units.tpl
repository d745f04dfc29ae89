{{%AUTOESCAPE context="HTML"}}
{{! Units of the field: ROW with the counts of its instruments in it. }}
<h1>使用单位</h1>
{{>FRAME}}
<form class="filter no-print" method="get" action="{{BASE}}/supervision/units">
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
<span class="filter-pair"><label for="q-unit">单位</label> <input type="text" class="text" id="q-unit" name="unit" value="{{UNIT}}" maxlength="100" autocomplete="off" title="单位代码，或名称中连续的两个以上的字"></span>
<span class="filter-pair"><input type="submit" class="button" value="查询"> <a href="{{BASE}}/supervision/units">清除条件</a></span>
</form>
{{#CAPPED}}
<p class="note">符合所填内容的太多，只查找了其中一部分。请多填几个字，或选择下级区域。</p>
{{/CAPPED}}
{{#EMPTY}}
<p class="empty">没有找到使用单位。单位代码请填写完整，名称可以只填其中的两个字。</p>
{{/EMPTY}}
{{#ROWS}}
<div class="table-scroll" tabindex="0" role="region" aria-label="使用单位">
<table class="list">
<caption class="sr-only">使用单位及其在辖区内的器具数量</caption>
<thead><tr><th scope="col">单位名称</th><th scope="col">单位代码</th><th scope="col">所在地</th><th scope="col">审核状态</th><th scope="col">联系人</th><th scope="col">在用</th><th scope="col">30 天内到期</th><th scope="col">已超期</th><th scope="col">检定不合格</th><th scope="col">未检定</th><th scope="col">受检率</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row"><a href="{{HREF}}">{{UNIT_NAME_SHOWN}}</a></th><td class="code">{{UNIT_CODE}}</td><td>{{DIVISION}}</td><td class="nowrap">{{STATE}}</td><td>{{CONTACT}}<br><span class="small nowrap">{{PHONE}}</span></td><td class="number">{{IN_USE}}</td><td class="number">{{DUE_SOON}}</td><td class="number">{{OVERDUE}}</td><td class="number">{{FAILED}}</td><td class="number">{{NOT_VERIFIED}}</td><td class="number nowrap">{{RATE}}</td></tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>MORE}}
{{/ROWS}}
