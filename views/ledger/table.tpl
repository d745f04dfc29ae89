{{%AUTOESCAPE context="HTML"}}
{{! Rows of the ledger in the columns somebody chose: HEAD (PLAIN or SORTED with its HREF), ROW with the cells BEFORE the name's and
    AFTER it: one dictionary a cell, because there are hundreds of them. }}
<div class="table-scroll" tabindex="0" role="region" aria-label="器具列表">
<table class="list">
<caption class="sr-only">强检器具台账</caption>
<thead><tr>
{{#CHOOSE_HEAD}}
<th scope="col" class="no-print choose-head"><span class="sr-only">选择</span></th>
{{/CHOOSE_HEAD}}
{{#HEAD}}
<th scope="col"{{#ASCENDING}} aria-sort="ascending"{{/ASCENDING}}{{#DESCENDING}} aria-sort="descending"{{/DESCENDING}}>{{#PLAIN}}{{LABEL}}{{/PLAIN}}{{#SORTED}}<a class="sort" href="{{HREF}}">{{LABEL}}{{#UP}} <span aria-hidden="true">▲</span>{{/UP}}{{#DOWN}} <span aria-hidden="true">▼</span>{{/DOWN}}</a>{{/SORTED}}</th>
{{/HEAD}}
<th scope="col" class="no-print">操作</th>
</tr></thead>
<tbody>
{{#ROW}}
<tr class="{{#ROW_RED}}standing-red{{/ROW_RED}}{{#ROW_YELLOW}}standing-yellow{{/ROW_YELLOW}}">
{{#CHOOSABLE}}
<td class="no-print"><input type="checkbox" class="choose" name="id" value="{{ID}}" id="c-{{ID}}"><label for="c-{{ID}}" class="sr-only">选择 {{NAME}} {{SERIAL_NUMBER}}</label></td>
{{/CHOOSABLE}}
{{#BEFORE}}
<td class="{{CLASS}}">{{VALUE}}{{#DECLARED}}<br><span class="small muted">单位填报</span>{{/DECLARED}}
{{#STANDING_CELL}}
{{>STANDING}}
{{#BOOKED}}<br><span class="badge badge-blue">已预约</span> <span class="small">{{NUMBER}} {{PLANNED_ON}}</span>{{/BOOKED}}
{{/STANDING_CELL}}
</td>
{{/BEFORE}}
{{#NAME_CELL}}
<th scope="row"><a href="{{BASE}}/ledger/{{ID}}">{{NAME}}</a></th>
{{/NAME_CELL}}
{{#AFTER}}
<td class="{{CLASS}}">{{VALUE}}{{#DECLARED}}<br><span class="small muted">单位填报</span>{{/DECLARED}}
{{#STANDING_CELL}}
{{>STANDING}}
{{#BOOKED}}<br><span class="badge badge-blue">已预约</span> <span class="small">{{NUMBER}} {{PLANNED_ON}}</span>{{/BOOKED}}
{{/STANDING_CELL}}
</td>
{{/AFTER}}
{{#ACTS}}
<td class="nowrap no-print"><a href="{{BASE}}/ledger/{{ID}}">查看<span class="sr-only">：{{NAME}} {{SERIAL_NUMBER}}</span></a>{{#CAN_BOOK}} <a href="{{BASE}}/appointments/new?id={{ID}}">加入预约<span class="sr-only">：{{NAME}} {{SERIAL_NUMBER}}</span></a>{{/CAN_BOOK}}{{#CAN_EDIT}} <a href="{{BASE}}/ledger/{{ID}}/edit">修改<span class="sr-only">：{{NAME}} {{SERIAL_NUMBER}}</span></a>{{/CAN_EDIT}}{{#CAN_COPY}} <a href="{{BASE}}/ledger/{{ID}}/copy">复制<span class="sr-only">：{{NAME}} {{SERIAL_NUMBER}}</span></a>{{/CAN_COPY}}</td>
{{/ACTS}}
</tr>
{{/ROW}}
</tbody>
</table>
</div>
