{{%AUTOESCAPE context="HTML"}}
{{! Horizontal bars: BAR with its first and second value. The section names the unit. }}
<svg class="chart" viewBox="0 0 780 {{HEIGHT}}" width="780" height="{{HEIGHT}}" role="img" aria-labelledby="chart-{{ID}}" xmlns="http://www.w3.org/2000/svg">
<title id="chart-{{ID}}">{{#REGIONS}}各区域在用器具数量{{/REGIONS}}{{#KINDS}}各种别在用器具数量{{/KINDS}}{{#USES}}各用途在用器具数量{{/USES}}{{#DUE}}今后 12 个月每月到期的器具数量{{/DUE}}{{#RESULTS}}每月首次检定结果条数{{/RESULTS}}，数字见旁边的表格</title>
{{#BAR}}
<text class="chart-text" x="184" y="{{TEXT_Y}}" text-anchor="end">{{NAME}}</text>
<rect class="chart-verify" x="190" y="{{Y}}" width="{{FIRST}}" height="16"></rect>
<rect class="chart-rotate" x="{{SECOND_X}}" y="{{Y}}" width="{{SECOND}}" height="16"></rect>
<text class="chart-text" x="{{VALUE_X}}" y="{{TEXT_Y}}">{{VALUE}}</text>
{{/BAR}}
</svg>
