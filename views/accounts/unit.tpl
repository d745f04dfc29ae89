{{%AUTOESCAPE context="HTML"}}
{{! What was reviewed about the unit, its REQUESTs that wait, its HISTORY, and the ways to change or close. }}
<h1>单位信息</h1>
{{#MAIL_REFUSED}}
<p class="note"><strong>单位邮箱无效。</strong>{{SINCE}} 起邮件服务器拒收发往 {{ADDRESS}} 的邮件，到期提醒已停发。请在<a href="{{BASE}}/accounts/unit/contact">单位联系方式</a>更换邮箱；邮箱没有填错的，请与邮箱服务商核实，系统在最近一次拒收 30 天后会再试。提醒还可以发送到其他邮箱，见<a href="{{BASE}}/accounts/reminders">到期提醒设置</a>。</p>
{{/MAIL_REFUSED}}
{{#REQUEST}}
<div class="card card-lead">
<h2>{{KIND}}：等待管理员处理</h2>
<p>{{CREATED_AT}} 提交，受理号 {{REQUEST_ID}}。{{#CHANGE}}处理前按原信息办理业务。{{/CHANGE}}{{#CLOSE}}处理前可以照常办理业务，也可以撤回。{{/CLOSE}}</p>
<form method="post" action="{{BASE}}/accounts/unit/withdraw">
{{>FORM_HEAD}}
<input type="hidden" name="request" value="{{REQUEST_ID}}">
<input type="hidden" name="version" value="{{REQUEST_VERSION}}">
<p class="actions"><input type="submit" class="button" name="op_withdraw" value="撤回"></p>
</form>
</div>
{{/REQUEST}}
<dl class="facts">
<dt>审核状态</dt><dd>{{STATE}}</dd>
<dt>企业名称</dt><dd>{{UNIT}}</dd>
<dt>组织机构代码</dt><dd>{{UNIT_CODE}}</dd>
<dt>单位类型</dt><dd>{{UNIT_TYPE}}</dd>
<dt>所在地</dt><dd>{{DIVISION}}</dd>
<dt>法人代表</dt><dd>{{REPRESENTATIVE}}</dd>
<dt>证件类型</dt><dd>{{ID_TYPE}}</dd>
<dt>证件号码</dt><dd>{{ID_NUMBER}}</dd>
<dt>营业执照或登记证书</dt><dd>{{#NO_DOCUMENT}}未上传{{/NO_DOCUMENT}}{{#DOCUMENT}}{{ORIGINAL_NAME}}（{{KILOBYTES}} KB）<br>{{/DOCUMENT}}</dd>
</dl>
<p>以上信息变更须经管理员审核。{{#APPROVED}}联系人、手机号和电子邮箱在<a href="{{BASE}}/accounts/unit/contact">单位联系方式</a>修改，立即生效。{{/APPROVED}}</p>
<p class="actions no-print">{{#MAY_CHANGE}}<a class="button button-primary" href="{{BASE}}/accounts/unit/change">申请变更</a> {{/MAY_CHANGE}}{{#MAY_CLOSE}}<a class="button button-danger" href="{{BASE}}/accounts/unit/close">申请注销</a>{{/MAY_CLOSE}}</p>
{{>HISTORY}}
