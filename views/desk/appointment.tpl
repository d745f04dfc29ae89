{{%AUTOESCAPE context="HTML"}}
{{! An appointment: its head; who was faster (MEANWHILE); the lines (ROW) with what became of each; for editors, while lines wait,
    the form around them (ANSWER) with how the planned day stands (DAY). SHOWN: every waiting line as this page shows it. }}
<h1>预约单 {{NUMBER}}</h1>
{{>ERRORS}}
{{#MEANWHILE}}
<div class="note" id="meanwhile"><h2>以下器具已由他人处理</h2>
<p>在您填写时，下列器具的状态已经改变，您的答复没有覆盖它们，也还没有保存。其余器具仍保持勾选，填写的内容都在，核对后再点一次即可。</p>
<ul>
{{#LINE}}
<li>第 {{NO}} 行 {{NAME}}（{{SERIAL_NUMBER}}）：现为“{{STATE}}”{{#BY}}，由 {{NAME}} 答复{{/BY}}</li>
{{/LINE}}
</ul></div>
{{/MEANWHILE}}
{{#NOTHING_LEFT}}
<div class="error-summary" role="alert" tabindex="-1"><h2>没有等待答复的器具了</h2><p>您的答复没有保存：这张预约单已由他人全部处理，结果见下表。</p></div>
{{/NOTHING_LEFT}}
<p><span class="badge{{#WAITS}} badge-yellow{{/WAITS}}">{{STATE}}</span>{{#WAITS}} 已答复 {{ANSWERED_COUNT}}/{{LINES}} 条{{/WAITS}}{{#ALL_TAKEN}} <span class="badge badge-green">全部受理</span>{{/ALL_TAKEN}}{{#PART_TAKEN}} <span class="badge">部分受理</span>{{/PART_TAKEN}}{{#NONE_TAKEN}} <span class="badge badge-grey">不予受理</span>{{/NONE_TAKEN}}　共 {{LINES}} 条，{{QUANTITY}} 台件</p>
<dl class="facts">
<dt>单位</dt><dd>{{UNIT}}</dd>
<dt>组织机构代码</dt><dd class="code">{{UNIT_CODE}}</dd>
<dt>所在地</dt><dd>{{UNIT_DIVISION}}</dd>
<dt>联系人</dt><dd>{{CONTACT}}</dd>
<dt>联系电话</dt><dd>{{PHONE}}</dd>
<dt>地址</dt><dd>{{ADDRESS}}</dd>
<dt>送检方式</dt><dd>{{DELIVERY}}</dd>
<dt>期望日期</dt><dd>{{EXPECTED_ON}}</dd>
<dt>提交时间</dt><dd>{{SUBMITTED_AT}}</dd>
<dt>答复时间</dt><dd>{{ANSWERED_AT}}</dd>
<dt>备注</dt><dd class="lines">{{REMARK:p}}</dd>
</dl>
<h2 id="lines">器具</h2>
{{#ANSWER}}
<p class="no-print"><a href="#answer">填写答复</a></p>
{{/ANSWER}}
{{#ANSWER}}
<form method="post" action="{{BASE}}/desk/appointments/{{ID}}/answer" novalidate>
{{>FORM_HEAD}}
{{#SHOWN}}
<input type="hidden" name="shown" value="{{VALUE}}">
{{/SHOWN}}
{{/ANSWER}}
<div class="table-scroll" tabindex="0" role="region" aria-label="器具列表">
<table class="list">
<caption class="sr-only">预约单 {{NUMBER}} 的器具和答复</caption>
<thead><tr>{{#PICKING}}<th scope="col" class="no-print">选择</th>{{/PICKING}}<th scope="col">序号</th><th scope="col">器具名称</th><th scope="col">型号规格</th><th scope="col">测量范围</th><th scope="col">准确度等级</th><th scope="col">出厂编号</th><th scope="col">生产厂家</th><th scope="col" class="number">数量</th><th scope="col">使用地点</th><th scope="col">用途</th><th scope="col">有效期至</th><th scope="col">受理意见</th></tr></thead>
<tbody>
{{#ROW}}
<tr{{#LOST}} class="standing-yellow"{{/LOST}}>
{{#PICK}}<td class="no-print">{{#BOX}}<input type="checkbox" name="line" value="{{VALUE}}"{{#TICKED}} checked{{/TICKED}} aria-label="选择第 {{NO}} 行：{{NAME}} {{SERIAL_NUMBER}}">{{/BOX}}</td>{{/PICK}}
<td class="number">{{NO}}</td>
<th scope="row">{{NAME}}<br><span class="small muted">{{KIND}}</span></th>
<td>{{MODEL}}</td>
<td>{{RANGE}}</td>
<td>{{ACCURACY}}</td>
<td class="code">{{SERIAL_NUMBER}}{{#BESIDE}}<br><span class="small muted">{{LABEL}} {{VALUE}}</span>{{/BESIDE}}</td>
<td>{{MANUFACTURER}}</td>
<td class="number">{{COUNT}}</td>
<td>{{PLACE}}<br><span class="small muted">{{DIVISION}}</span></td>
<td class="nowrap">{{USE}}</td>
<td class="nowrap">{{VALID_UNTIL}}{{#FAILED_BEFORE}} <span class="badge badge-red">检定不合格</span>{{/FAILED_BEFORE}}</td>
<td><span class="badge{{#YELLOW}} badge-yellow{{/YELLOW}}{{#BLUE}} badge-blue{{/BLUE}}{{#GREEN}} badge-green{{/GREEN}}{{#RED}} badge-red{{/RED}}{{#GREY}} badge-grey{{/GREY}}">{{STATE}}</span>{{#LATE}} <span class="badge badge-red">已过受理时限 {{DATE}}</span>{{/LATE}}{{#IN_TIME}} <span class="small muted">受理时限 {{DATE}}</span>{{/IN_TIME}}
{{#ALONE}}<br><a class="no-print" href="{{BASE}}/desk/appointments/{{ID}}?line={{LINE:u}}#answer">单独答复<span class="sr-only">第 {{NO}} 行：{{NAME}}</span></a>{{/ALONE}}
{{#PLANNED}}<br>计划 {{DATE}}，{{PLACE}}，{{CONTACT}}{{/PLANNED}}
{{#NOT_AUTHORISED}}<br><span class="field-error">本机构没有检定这台器具的授权（种别、测量范围、准确度、区域或送检方式不符）</span>{{/NOT_AUTHORISED}}
{{#AUTHORISED_UNTIL}}<br><span class="field-error">本机构的授权到 {{DATE}} 为止，不能安排在这一天</span>{{/AUTHORISED_UNTIL}}
{{#REFUSED}}<br>{{REASON}}{{#WORDS}}：<span class="lines">{{TEXT:p}}</span>{{/WORDS}}{{/REFUSED}}
{{#ENDED}}<br>{{#BY_UNIT}}使用单位{{/BY_UNIT}}{{#BY_US}}本机构{{/BY_US}} {{AT}}{{#WORDS}}：<span class="lines">{{TEXT:p}}</span>{{/WORDS}}{{/ENDED}}
{{#ANSWERED}}<br><span class="small muted">{{BY}} {{AT}} 答复</span>{{/ANSWERED}}
{{#CANCEL}}<br><a class="no-print" href="{{BASE}}/desk/appointments/{{ID}}/cancel?line={{LINE:u}}">取消<span class="sr-only">第 {{NO}} 行：{{NAME}}</span></a>{{/CANCEL}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{#ANSWER}}
<div class="no-print">
<h2 id="answer">答复</h2>
<p class="small muted">先选择这次答复哪些器具，再填写受理安排或不予受理的原因。可以分几次答复；提交后使用单位会收到消息。</p>
{{>F_ANSWER_SCOPE}}
<div class="columns">
<section class="card">
<h3>受理</h3>
{{>F_PLANNED_ON}}
{{#DAY}}
<p class="note">{{DATE}}{{#NOTE}}（{{TEXT}}）{{/NOTE}}：已安排 <strong>{{PLANNED}}</strong> 台件{{#ADDING}}，本次 <strong>{{COUNT}}</strong> 台件{{/ADDING}}，{{#NO_LIMIT}}未设每日检定量{{/NO_LIMIT}}{{#CLOSED}}<strong>当日不安排检定</strong>{{/CLOSED}}{{#LIMIT}}每日检定量 <strong>{{CAPACITY}}</strong> 台件{{/LIMIT}}{{#OVER}}，<strong>超出 {{COUNT}} 台件</strong>{{/OVER}}。</p>
{{/DAY}}
{{>F_BEYOND_CAPACITY}}
{{>F_PLANNED_PLACE}}
{{>F_PLANNED_CONTACT}}
{{>F_PLANNED_BRING}}
<p class="actions"><input type="submit" class="button" name="op_check" value="查看当日安排"> <input type="submit" class="button button-primary" name="op_accept" value="受理"></p>
</section>
<section class="card">
<h3>不予受理</h3>
{{>F_REFUSAL_CODE}}
{{>F_REFUSAL_TEXT}}
<p class="actions"><input type="submit" class="button button-danger" name="op_refuse" value="不予受理"></p>
</section>
</div>
</div>
</form>
{{/ANSWER}}
<p class="no-print"><a href="{{BASE}}/desk/appointments">返回列表</a></p>
