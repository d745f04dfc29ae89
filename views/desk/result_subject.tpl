{{%AUTOESCAPE context="HTML"}}
{{! What is or was verified: the instrument, its unit, its appointment. }}
<dl class="facts">
<dt>单位</dt><dd>{{UNIT}}</dd>
{{#APPOINTMENT}}
<dt>预约单</dt><dd><a href="{{HREF}}">{{NUMBER}}</a>{{#OF_LINE}} 第 {{LINE_NO}} 行，计划 {{PLANNED_ON}}{{/OF_LINE}}</dd>
{{/APPOINTMENT}}
{{#NO_APPOINTMENT}}
<dt>预约单</dt><dd>无预约</dd>
{{/NO_APPOINTMENT}}
<dt>器具名称</dt><dd>{{NAME}}</dd>
<dt>种别</dt><dd>{{KIND}}</dd>
<dt>型号规格</dt><dd>{{MODEL}}</dd>
{{#DETAILED}}
<dt>测量范围</dt><dd>{{MEASURING_RANGE}}</dd>
<dt>准确度等级</dt><dd>{{ACCURACY}}</dd>
<dt>生产厂家</dt><dd>{{MANUFACTURER}}</dd>
{{/DETAILED}}
<dt>出厂编号</dt><dd>{{SERIAL_NUMBER}}</dd>
<dt>数量</dt><dd>{{QUANTITY}}</dd>
<dt>强检方式</dt><dd>{{MODE}}{{#CYCLE}}，检定周期 {{MONTHS}} 个月{{/CYCLE}}{{#LIFE}}，使用期限 {{MONTHS}} 个月{{/LIFE}}</dd>
</dl>
