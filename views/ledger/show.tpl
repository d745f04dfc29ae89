{{%AUTOESCAPE context="HTML"}}
{{! One instrument, whole. }}
<h1>{{INSTRUMENT_NAME}}</h1>
<p class="lead">
{{>STANDING}}
</p>
{{>ERRORS}}
<h2>检定</h2>
{{#BOOKED}}
<p class="note">已预约检定：预约单 <a href="{{BASE}}/appointments/{{APPOINTMENT}}">{{NUMBER}}</a>{{#PLANNED}}，计划日期 {{DATE}}{{/PLANNED}}。</p>
{{/BOOKED}}
{{>CHANGES}}
{{#DECLARED_BEYOND}}
<p class="note"><span class="badge badge-yellow">申报有效期长于检定周期</span> 单位填报的有效期比该种别的检定周期更长，请对照证书核对。</p>
{{/DECLARED_BEYOND}}
{{#DECLARED}}
<p class="note">以下检定信息为单位填报（未经检定机构确认）。</p>
{{/DECLARED}}
<dl class="facts">
<dt>有效期至</dt><dd>{{VALID_UNTIL}}</dd>
<dt>上次检定日期</dt><dd>{{VERIFIED_ON}}</dd>
<dt>检定证书编号</dt><dd>{{CERTIFICATE_NUMBER}}</dd>
<dt>检定机构</dt><dd>{{INSTITUTION_NAME}}</dd>
<dt>铅封号</dt><dd>{{SEAL_NUMBER}}</dd>
<dt>检定周期</dt><dd>{{#CYCLE}}{{MONTHS}} 个月{{/CYCLE}}</dd>
<dt>强检方式</dt><dd>{{MODE}}</dd>
</dl>
<h2>器具</h2>
<dl class="facts">
<dt>项别 / 种别</dt><dd>{{KIND}}</dd>
<dt>型号规格</dt><dd>{{MODEL}}</dd>
<dt>测量范围</dt><dd>{{MEASURING_RANGE}}</dd>
<dt>准确度等级</dt><dd>{{ACCURACY}}</dd>
<dt>出厂编号</dt><dd>{{SERIAL_NUMBER}}</dd>
<dt>管理编号</dt><dd>{{MANAGEMENT_NUMBER}}</dd>
<dt>生产厂家</dt><dd>{{MANUFACTURER}}</dd>
<dt>器具产地</dt><dd>{{ORIGIN}}</dd>
<dt>器具数量</dt><dd>{{QUANTITY}}</dd>
<dt>状态</dt><dd>{{STATE}}{{#STATE_REASON}}（原因：{{REASON}}）{{/STATE_REASON}}</dd>
</dl>
<h2>使用</h2>
<dl class="facts">
<dt>使用地点行政区划</dt><dd>{{DIVISION}}</dd>
<dt>安装/使用地点</dt><dd>{{PLACE}}</dd>
<dt>使用人/摊位</dt><dd>{{HOLDER}}</dd>
<dt>车牌号/枪号</dt><dd>{{SUB_NUMBER}}</dd>
<dt>器具用途</dt><dd>{{USE}}</dd>
<dt>送检方式</dt><dd>{{DELIVERY}}</dd>
<dt>备注</dt><dd class="lines">{{REMARK:p}}</dd>
</dl>
<h2>检定记录</h2>
{{>RECORDS}}
<h2>附件</h2>
{{>ATTACHMENTS}}
<h2>变更历史</h2>
{{>HISTORY}}
{{#ALL_HISTORY}}
<p class="no-print"><a href="{{HREF}}">查看全部变更历史</a></p>
{{/ALL_HISTORY}}
{{>ACTIONS}}
