{{%AUTOESCAPE context="HTML"}}
{{! Columns of the next twelve months: LINE of the scale, BAR with its lower part (周期检定) and its upper (到期轮换). }}
<svg class="chart" viewBox="0 0 780 236" width="780" height="236" role="img" aria-labelledby="chart-title" xmlns="http://www.w3.org/2000/svg">
<title id="chart-title">今后 12 个月每月到期的器具数量，数字见旁边的表格</title>
{{#LINE}}
<line class="chart-line" x1="50" x2="770" y1="{{Y}}" y2="{{Y}}"></line>
<text class="chart-text" x="44" y="{{TEXT_Y}}" text-anchor="end">{{VALUE}}</text>
{{/LINE}}
{{#BAR}}
<rect class="chart-verify" x="{{X}}" y="{{LOWER_Y}}" width="{{WIDTH}}" height="{{LOWER}}"></rect>
<rect class="chart-rotate" x="{{X}}" y="{{UPPER_Y}}" width="{{WIDTH}}" height="{{UPPER}}"></rect>
{{#VALUE_ABOVE}}
<text class="chart-text" x="{{MIDDLE}}" y="{{VALUE_Y}}" text-anchor="middle">{{TOTAL}}</text>
{{/VALUE_ABOVE}}
<text class="chart-text" x="{{MIDDLE}}" y="218" text-anchor="middle">{{MONTH}}月</text>
{{/BAR}}
</svg>
