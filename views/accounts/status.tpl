{{%AUTOESCAPE context="HTML"}}
{{! Where the review stands: one of PENDING APPROVED REJECTED SUSPENDED; NEXT_REVIEW (DATE TIME). }}
<h1>审核状态</h1>
<div class="card card-lead">
{{#PENDING}}
<h2><span class="badge badge-blue">{{STATE}}</span></h2>
<p>注册信息已提交，正在等待管理员审核。</p>
{{#NEXT_REVIEW}}
<p>预计下一次审核时间：<strong>{{DATE}} {{TIME}}</strong>（工作日 {{REVIEW_HOURS}}，节假日顺延）。</p>
{{/NEXT_REVIEW}}
<p>审核通过后，再次登录即可使用强检器具台账维护等业务。</p>
{{/PENDING}}
{{#APPROVED}}
<h2><span class="badge badge-green">{{STATE}}</span></h2>
<p>可以办理业务了。</p>
<p class="actions"><a class="button button-primary" href="{{BASE}}/ledger">进入强检器具台账维护</a></p>
{{/APPROVED}}
{{#REJECTED}}
<h2><span class="badge badge-red">{{STATE}}</span></h2>
<p><strong>退回原因：</strong><span class="lines">{{REASON:p}}</span></p>
<p>请按原因修改注册信息后重新提交，无需另行注册。</p>
<p class="actions"><a class="button button-primary" href="{{BASE}}/accounts/registration">修改并重新提交</a></p>
{{/REJECTED}}
{{#SUSPENDED}}
<h2><span class="badge badge-grey">{{STATE}}</span></h2>
<p>本单位的账户已于 {{REVIEWED_AT}} 停用，台账和检定记录仍然保留。</p>
<p><strong>停用原因：</strong><span class="lines">{{REASON:p}}</span></p>
{{/SUSPENDED}}
<p>如有疑问，请拨打服务热线 <strong>{{HOTLINE}}</strong>。</p>
</div>
<h2>注册信息</h2>
<dl class="facts">
<dt>企业名称</dt><dd>{{UNIT}}</dd>
<dt>组织机构代码</dt><dd>{{UNIT_CODE}}</dd>
<dt>所在地</dt><dd>{{DIVISION}}</dd>
<dt>提交时间</dt><dd>{{SUBMITTED_AT}}</dd>
{{#REVIEWED}}
<dt>审核时间</dt><dd>{{REVIEWED_AT}}</dd>
{{/REVIEWED}}
</dl>
{{#UNIT_PAGE}}
<p class="actions no-print"><a class="button" href="{{BASE}}/accounts/unit">单位信息</a></p>
{{/UNIT_PAGE}}
{{#MAY_CLOSE}}
<p class="actions no-print"><a class="button" href="{{BASE}}/accounts/unit">单位信息</a> <a class="button" href="{{BASE}}/accounts/unit/close">申请注销</a></p>
{{/MAY_CLOSE}}
{{>HISTORY}}
