{{%AUTOESCAPE context="HTML"}}
{{! One unit as it registered, and the decision while it is PENDING. }}
<h1>{{UNIT}}</h1>
<p class="lead"><span class="badge badge-blue">{{STATE}}</span></p>
<dl class="facts">
<dt>企业名称</dt><dd>{{UNIT}}</dd>
<dt>组织机构代码</dt><dd>{{UNIT_CODE}}</dd>
<dt>单位类型</dt><dd>{{UNIT_TYPE}}</dd>
<dt>所在地</dt><dd>{{DIVISION}}</dd>
<dt>法人代表</dt><dd>{{REPRESENTATIVE}}</dd>
<dt>证件类型</dt><dd>{{ID_TYPE}}</dd>
<dt>证件号码</dt><dd>{{ID_NUMBER}}</dd>
<dt>联系人</dt><dd>{{CONTACT}}</dd>
<dt>手机号</dt><dd>{{MOBILE}}</dd>
<dt>电子邮箱</dt><dd>{{EMAIL}}</dd>
<dt>提交时间</dt><dd>{{SUBMITTED_AT}}</dd>
{{#REVIEWED}}
<dt>上次审核时间</dt><dd>{{REVIEWED_AT}}</dd>
<dt>上次退回原因</dt><dd><span class="lines">{{REASON:p}}</span></dd>
{{/REVIEWED}}
<dt>营业执照或登记证书</dt><dd>{{#NO_DOCUMENT}}未上传{{/NO_DOCUMENT}}{{#DOCUMENT}}<a href="{{BASE}}/admin/enterprises/{{ID}}/documents/{{DOCUMENT_ID}}" target="_blank" rel="noopener">{{ORIGINAL_NAME}}（{{KILOBYTES}} KB）<span class="sr-only">（在新窗口打开）</span></a><br>{{/DOCUMENT}}</dd>
</dl>
{{#PENDING}}
<form class="no-print" method="post" action="{{BASE}}/admin/enterprises/{{ID}}/approve">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<p class="actions"><input type="submit" class="button button-primary" name="op_approve" value="审核通过"> <a class="button" href="{{BASE}}/admin/enterprises/{{ID}}/reject">审核不通过（退回修改）</a> <a class="button" href="{{BASE}}/admin/enterprises">返回</a></p>
</form>
{{/PENDING}}
