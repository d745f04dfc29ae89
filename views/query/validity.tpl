{{%AUTOESCAPE context="HTML"}}
{{! Where a label's code leads: FOUND with one instrument's validity, NOTHING (the same for every wrong code), or NO_CODE. }}
<h1>器具检定有效性查询</h1>
{{#NO_CODE}}
<p class="empty">请用手机扫描器具标签上的二维码，即可查看该器具的检定是否有效。</p>
{{/NO_CODE}}
{{#NOTHING}}
<div class="note"><p><strong>没有查到对应的器具。</strong>请核对是否扫描了完整的二维码；标签可能已经作废，请向使用单位核实。</p>
<p>发现使用未经检定或者超期的计量器具，可拨打 12315 反映。</p></div>
{{/NOTHING}}
{{#FOUND}}
<div class="verdict{{#RED}} verdict-red{{/RED}}{{#YELLOW}} verdict-yellow{{/YELLOW}}{{#GREEN}} verdict-green{{/GREEN}}">
<p class="verdict-word">{{#IS_VALID}}有效{{/IS_VALID}}{{#IS_DUE_SOON}}即将到期{{/IS_DUE_SOON}}{{#IS_OVERDUE}}已超期{{/IS_OVERDUE}}{{#IS_FAILED}}检定不合格{{/IS_FAILED}}{{#IS_NOT_VERIFIED}}未检定{{/IS_NOT_VERIFIED}}{{#IS_FIRST_DONE}}已首检{{/IS_FIRST_DONE}}{{#IS_ROTATE_SOON}}即将到期轮换{{/IS_ROTATE_SOON}}{{#IS_ROTATE_DUE}}已到轮换期{{/IS_ROTATE_DUE}}{{#IS_STOPPED}}停用{{/IS_STOPPED}}</p>
<p>
{{>STANDING}}
</p>
{{#IS_VALID}}<p>该器具检定在有效期内。</p>{{/IS_VALID}}
{{#IS_DUE_SOON}}<p>该器具检定在有效期内，即将到期。</p>{{/IS_DUE_SOON}}
{{#IS_OVERDUE}}<p>该器具已超过检定有效期，不得使用。</p>{{/IS_OVERDUE}}
{{#IS_FAILED}}<p>该器具最近一次检定不合格，不得使用。</p>{{/IS_FAILED}}
{{#IS_NOT_VERIFIED}}<p>系统中没有该器具的检定记录。</p>{{/IS_NOT_VERIFIED}}
{{#IS_FIRST_DONE}}<p>该器具只做首次强制检定，已完成首次检定。</p>{{/IS_FIRST_DONE}}
{{#IS_ROTATE_SOON}}<p>该器具限期使用，即将到期轮换。</p>{{/IS_ROTATE_SOON}}
{{#IS_ROTATE_DUE}}<p>该器具已到轮换期，应当更换。</p>{{/IS_ROTATE_DUE}}
{{#IS_STOPPED}}<p>使用单位已登记停用该器具，停用期间不得使用。</p>{{/IS_STOPPED}}
{{#LEFT}}<p>有效期至 {{VALID_UNTIL}}，还有 {{DAYS}} 天。</p>{{/LEFT}}
</div>
{{#CHANGED}}
<p class="note"><strong>登记信息在检定后有变更。</strong>以下为检定时的器具信息，请核对铭牌；与铭牌不一致的，检定结果不适用。</p>
{{/CHANGED}}
{{#DECLARED}}
<p class="note">以下检定信息为单位填报（未经检定机构确认）。</p>
{{/DECLARED}}
<dl class="facts">
<dt>使用单位</dt><dd>{{UNIT}}</dd>
<dt>器具名称</dt><dd>{{NAME}}</dd>
<dt>器具种别</dt><dd>{{KIND}}</dd>
<dt>型号规格</dt><dd>{{MODEL}}</dd>
<dt>出厂编号</dt><dd class="code">{{SERIAL_NUMBER}}</dd>
{{#SUB}}<dt>车牌号/枪号</dt><dd class="code">{{NUMBER}}</dd>
{{/SUB}}<dt>所在地区</dt><dd>{{REGION}}</dd>
<dt>检定机构</dt><dd>{{INSTITUTION}}</dd>
<dt>检定日期</dt><dd>{{VERIFIED_ON}}</dd>
<dt>有效期至</dt><dd>{{VALID_UNTIL}}</dd>
<dt>查询日期</dt><dd>{{TODAY}}</dd>
</dl>
<p class="note">查询结果仅供参考，以检定印证为准。请核对器具铭牌上的型号规格和出厂编号是否与本页一致（出厂编号只显示首尾）。发现超期使用可拨打 12315。</p>
{{/FOUND}}
<p class="actions no-print"><a href="{{BASE}}/query/instruments">查询其他强检器具</a></p>
