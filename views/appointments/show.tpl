{{%AUTOESCAPE context="HTML"}}
{{! 预约单详情: the header, the way it went, LINEs with their answers and results, what can be done. Above all of it what kept an act
    from being done. }}
<h1>预约单详情</h1>
<p class="lead"><span class="code">{{NUMBER}}</span> <span class="badge {{#IS_DRAFT}}badge-grey{{/IS_DRAFT}}{{#IS_SUBMITTED}}badge-blue{{/IS_SUBMITTED}}{{#IS_ANSWERED}}badge-green{{/IS_ANSWERED}}">{{STATE}}</span> {{#IS_DRAFT}}已暂存，尚未提交{{/IS_DRAFT}}{{#IS_SUBMITTED}}等待计量技术机构受理，已答复 {{ANSWERED}}/{{LINES}}{{/IS_SUBMITTED}}{{#IS_ANSWERED}}受理结果见下表{{/IS_ANSWERED}}{{#ACCEPTED_ALL}}：全部受理{{/ACCEPTED_ALL}}{{#ACCEPTED_PART}}：部分受理{{/ACCEPTED_PART}}{{#ACCEPTED_NONE}}：不予受理{{/ACCEPTED_NONE}}</p>
{{#CHANGED}}
<div class="error-summary" role="alert" tabindex="-1"><h2>没有办理：预约单已有变化</h2><p>在您打开页面以后，这张预约单已被他人修改或由机构答复。请核对下面的最新内容后再办理。</p></div>
{{/CHANGED}}
{{#USED}}
<div class="error-summary" role="alert" tabindex="-1"><h2>这份表单已经提交过一次</h2><p>下面是预约单的最新内容。需要再次办理的，请重新点按钮。</p></div>
{{/USED}}
{{#RESTORED}}
<div class="error-summary" role="alert" tabindex="-1"><h2>您的登录曾失效，没有办理</h2><p>请核对下面的内容后重新点按钮。</p></div>
{{/RESTORED}}
{{#NOT_WAITING}}
<div class="error-summary" role="alert" tabindex="-1"><h2>没有可以撤回的器具</h2><p>只有等待受理的可以撤回；已受理的可以逐条取消。</p></div>
{{/NOT_WAITING}}
{{#NOT_DRAFT}}
<div class="error-summary" role="alert" tabindex="-1"><h2>不能删除</h2><p>只有待提交的预约单可以删除；已提交的请用【撤回】。</p></div>
{{/NOT_DRAFT}}
{{#NOT_ACCEPTED}}
<div class="error-summary" role="alert" tabindex="-1"><h2>不能取消</h2><p>只有已受理、尚未开始检定的器具可以取消。最新状态见下表。</p></div>
{{/NOT_ACCEPTED}}
{{#INCOMPLETE}}
<div class="error-summary" role="alert" tabindex="-1"><h2>没有提交：预约信息不完整</h2>
<ul>
{{#ERROR}}
<li>{{LABEL}}：
{{>MESSAGE}}
</li>
{{/ERROR}}
</ul>
<p>请点【修改】补全后再提交。</p></div>
{{/INCOMPLETE}}
{{#CONFLICTS}}
<div class="error-summary" role="alert" tabindex="-1"><h2>没有提交：{{COUNT}} 条器具不能预约</h2><p>原因见下表各行。请点【修改】移除这些器具或改选机构，再提交。</p></div>
{{/CONFLICTS}}
<p class="actions no-print">
{{#DRAFT_ACTS}}
<a class="button" href="{{BASE}}/appointments/{{ID}}/edit">修改</a> <a class="button" href="{{BASE}}/appointments/{{ID}}/remove">删除</a>
{{/DRAFT_ACTS}}
{{#CAN_WITHDRAW}}
<a class="button" href="{{BASE}}/appointments/{{ID}}/withdraw">撤回{{#PART}}未答复的{{/PART}}</a>
{{/CAN_WITHDRAW}}
{{#CAN_COPY}}
<a class="button" href="{{BASE}}/appointments/new?copy={{ID}}">复制未办成的 {{COUNT}} 条到新预约单</a>
{{/CAN_COPY}}
<a class="button" href="{{BASE}}/appointments/{{ID}}/print">打印预约送检单</a> <a class="button" href="{{BASE}}/appointments/{{ID}}/pdf">下载 PDF</a> <a class="button" href="{{BASE}}/appointments">返回</a>
</p>
{{#DRAFT_ACTS}}
{{#CAN_SUBMIT}}
<form class="no-print" method="post" action="{{BASE}}/appointments/{{ID}}/submit">
<input type="hidden" name="ie" value="✓"><input type="hidden" name="token" value="{{TOKEN}}"><input type="hidden" name="version" value="{{VERSION}}">
<p><input type="submit" class="button button-primary" name="op_submit" value="提交"> <span class="small muted">提交后由计量技术机构受理，受理前可以撤回。</span></p>
</form>
{{/CAN_SUBMIT}}
{{/DRAFT_ACTS}}
<h2>预约信息</h2>
<dl class="facts">
<dt>检定机构</dt><dd>{{INSTITUTION}}</dd>
<dt>机构地址</dt><dd>{{INSTITUTION_ADDRESS}}</dd>
<dt>机构电话</dt><dd>{{INSTITUTION_PHONE}}</dd>
<dt>送检方式</dt><dd>{{DELIVERY}}</dd>
<dt>期望日期</dt><dd>{{EXPECTED_ON}}</dd>
<dt>联系人</dt><dd>{{CONTACT}}</dd>
<dt>联系电话</dt><dd>{{PHONE}}</dd>
<dt>单位地址</dt><dd>{{ADDRESS}}</dd>
<dt>备注</dt><dd class="lines">{{REMARK:p}}</dd>
<dt>新增</dt><dd>{{CREATED_AT}} {{CREATED_BY}}</dd>
<dt>提交</dt><dd>{{#SUBMITTED}}{{AT}}{{/SUBMITTED}}</dd>
<dt>全部答复</dt><dd>{{#ALL_ANSWERED}}{{AT}}{{/ALL_ANSWERED}}</dd>
</dl>
<h2>器具</h2>
{{#NO_LINES}}
<p class="empty">这张预约单没有器具。请点【修改】加入器具，或删除预约单。</p>
{{/NO_LINES}}
{{#TABLE}}
<div class="table-scroll" tabindex="0" role="region" aria-label="预约的器具">
<table class="list">
<caption class="sr-only">预约的器具和受理结果</caption>
<thead><tr><th scope="col">序号</th><th scope="col">器具名称</th><th scope="col">型号规格</th><th scope="col">测量范围</th><th scope="col">准确度等级</th><th scope="col">出厂编号</th><th scope="col">数量</th><th scope="col">使用地点</th><th scope="col">状态</th><th scope="col">受理和结果</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#LINE}}
<tr>
<td class="number">{{NO}}</td>
<th scope="row"><a href="{{BASE}}/ledger/{{INSTRUMENT}}">{{NAME}}</a>
{{#REFUSED}}<br>
{{>CONFLICT}}
{{/REFUSED}}
</th>
<td>{{MODEL}}</td>
<td>{{MEASURING_RANGE}}</td>
<td>{{ACCURACY}}</td>
<td class="code">{{SERIAL_NUMBER}}{{#BESIDE}}<br><span class="small muted">{{LABEL}} {{VALUE}}</span>{{/BESIDE}}</td>
<td class="number">{{QUANTITY}}</td>
<td>{{PLACE}}</td>
<td><span class="badge {{#GREEN}}badge-green{{/GREEN}}{{#RED}}badge-red{{/RED}}{{#BLUE}}badge-blue{{/BLUE}}{{#GREY}}badge-grey{{/GREY}}">{{STATE}}</span>{{#RECEIVED}}<br><span class="small">已收样</span>{{/RECEIVED}}</td>
<td class="small">{{#ANSWER_BY}}应于 {{DATE}} 前答复{{#LATE}}（已过期限，可致电机构询问）{{/LATE}}<br>{{/ANSWER_BY}}{{#PLANNED}}计划日期 {{ON}}{{#AT_PLACE}}<br>地点：{{TEXT}}{{/AT_PLACE}}{{#WITH_CONTACT}}<br>联系：{{TEXT}}{{/WITH_CONTACT}}{{#BRING}}<br>请携带：{{TEXT}}{{/BRING}}<br>{{/PLANNED}}{{#REASON_TERM}}原因：{{WORD}}<br>{{/REASON_TERM}}{{#REASON}}{{#BY_UNIT}}本单位取消：{{/BY_UNIT}}{{#BY_INSTITUTION}}机构取消：{{/BY_INSTITUTION}}{{TEXT}}<br>{{/REASON}}{{#RESULT}}检定日期 {{VERIFIED_ON}}{{#COUNTS}}，合格 {{PASSED}}，不合格 {{FAILED}}{{/COUNTS}}{{#VALID}}<br>有效期至 {{UNTIL}}{{/VALID}}{{#MARK}}<br>{{WORD}}{{/MARK}}{{#CERTIFICATE}} {{NUMBER}}{{/CERTIFICATE}}{{#FAIL_NOTICE}}<br>检定结果通知书 {{NUMBER}}{{/FAIL_NOTICE}}{{#SEAL}}<br>铅封号 {{NUMBER}}{{/SEAL}}{{#CORRECTED}}<br>（已更正）{{/CORRECTED}}<br>{{/RESULT}}{{#FAILED}}不合格的器具不得使用，修复后可再次预约。<br>{{/FAILED}}{{#ANSWERED}}答复 {{AT}}<br>{{/ANSWERED}}{{#BEGUN}}开始检定 {{AT}}<br>{{/BEGUN}}{{#ENDED}}办结 {{AT}}{{/ENDED}}</td>
<td class="nowrap no-print">{{#CAN_CANCEL}}<a href="{{BASE}}/appointments/{{APPOINTMENT}}/lines/{{LINE}}/cancel">取消<span class="sr-only">：{{NAME}} {{SERIAL_NUMBER}}</span></a>{{/CAN_CANCEL}}</td>
</tr>
{{/LINE}}
</tbody>
</table>
</div>
{{/TABLE}}
