{{%AUTOESCAPE context="HTML"}}
{{! One instrument as a supervisor sees it: data, records, results. }}
<h1>{{INSTRUMENT_NAME}}</h1>
<p class="lead">
{{>STANDING}}
</p>
<h2>检定</h2>
{{#BOOKED}}
<p class="note">已预约检定：预约单 {{NUMBER}}{{#PLANNED}}，计划日期 {{DATE}}{{/PLANNED}}。</p>
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
<dt>使用单位</dt><dd><a href="{{UNIT_HREF}}">{{UNIT}}</a></dd>
<dt>联系人</dt><dd>{{CONTACT}} {{PHONE}}</dd>
<dt>使用地点行政区划</dt><dd>{{DIVISION}}</dd>
<dt>安装/使用地点</dt><dd>{{PLACE}}</dd>
<dt>使用人/摊位</dt><dd>{{HOLDER}}</dd>
<dt>车牌号/枪号</dt><dd>{{SUB_NUMBER}}</dd>
<dt>器具用途</dt><dd>{{USE}}</dd>
<dt>送检方式</dt><dd>{{DELIVERY}}</dd>
<dt>备注</dt><dd>{{REMARK}}</dd>
</dl>
<h2>以前的检定记录</h2>
{{#RECORDS}}
<div class="table-scroll" tabindex="0" role="region" aria-label="以前的检定记录">
<table class="list">
<caption class="sr-only">以前的检定记录，近的在前</caption>
<thead><tr><th scope="col">检定日期</th><th scope="col">有效期至</th><th scope="col">证书编号</th><th scope="col">检定机构</th><th scope="col">来源</th></tr></thead>
<tbody>
{{#RECORD}}
<tr><th scope="row" class="nowrap">{{VERIFIED_ON}}</th><td class="nowrap">{{VALID_UNTIL}}</td><td class="code">{{NUMBER}}</td><td>{{INSTITUTION}}</td><td>{{#DECLARED}}单位填报{{/DECLARED}}{{#PASSED}}检定机构（合格）{{/PASSED}}{{#FAILED}}检定机构（不合格）{{/FAILED}}</td></tr>
{{/RECORD}}
</tbody>
</table>
</div>
{{/RECORDS}}
<h2>检定机构登记的结果</h2>
{{#RESULTS}}
<div class="table-scroll" tabindex="0" role="region" aria-label="检定机构登记的结果">
<table class="list">
<caption class="sr-only">检定机构登记的结果，近的在前</caption>
<thead><tr><th scope="col">登记时间</th><th scope="col">检定机构</th><th scope="col">检定日期</th><th scope="col">有效期至</th><th scope="col">合格数</th><th scope="col">不合格数</th><th scope="col">印证类型</th><th scope="col">编号</th><th scope="col">版本</th></tr></thead>
<tbody>
{{#RESULT}}
<tr><th scope="row" class="nowrap">{{RECORDED_AT}}</th><td>{{INSTITUTION}}</td><td class="nowrap">{{VERIFIED_ON}}</td><td class="nowrap">{{VALID_UNTIL}}</td><td class="number">{{PASSED}}</td><td class="number">{{FAILED}}</td><td>{{MARK}}</td><td class="code">{{NUMBER}}{{#SEAL}}<br><span class="small muted">铅封号 {{NUMBER}}</span>{{/SEAL}}</td><td>第 {{VERSION}} 版{{#CURRENT}}（现行）{{/CURRENT}}{{#REPLACED}}（已更正）{{/REPLACED}}{{REASON}}</td></tr>
{{/RESULT}}
</tbody>
</table>
</div>
{{/RESULTS}}
