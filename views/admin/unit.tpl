{{%AUTOESCAPE context="HTML"}}
{{! One unit as it registered: DUPLICATE (whom it resembles), REQUEST, HISTORY, and what can be decided now: PENDING APPROVED SUSPENDED. }}
<h1>{{UNIT}}</h1>
<p class="lead"><span class="badge badge-blue">{{STATE}}</span></p>
{{#DUPLICATES}}
<div class="note">
<p><strong>疑似重复：</strong>下列单位与本单位的名称或手机号相同，请核对是否为同一单位重复注册。</p>
<ul>
{{#DUPLICATE}}
<li><a href="{{BASE}}/admin/enterprises/{{DUPLICATE_ID}}">{{DUPLICATE_NAME}}</a>（{{DUPLICATE_CODE}}，{{DUPLICATE_STATE}}）{{#SAME_NAME}} <span class="badge badge-yellow">名称相同</span>{{/SAME_NAME}}{{#SAME_MOBILE}} <span class="badge badge-yellow">手机号相同</span>{{/SAME_MOBILE}}</li>
{{/DUPLICATE}}
</ul>
</div>
{{/DUPLICATES}}
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
<dt>营业执照或登记证书</dt><dd>{{#NO_DOCUMENT}}未上传{{/NO_DOCUMENT}}{{#DOCUMENT}}<a href="{{BASE}}/admin/enterprises/{{ID}}/documents/{{DOCUMENT_ID}}" target="_blank" rel="noopener">{{ORIGINAL_NAME}}（{{KILOBYTES}} KB）<span class="sr-only">（在新窗口打开）</span></a><br>{{/DOCUMENT}}</dd>
</dl>
{{#PENDING}}
<form class="no-print" method="post" action="{{BASE}}/admin/enterprises/{{ID}}/approve">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<p class="actions"><input type="submit" class="button button-primary" name="op_approve" value="审核通过"> <a class="button" href="{{BASE}}/admin/enterprises/{{ID}}/reject">审核不通过（退回修改）</a> <a class="button" href="{{BASE}}/admin/enterprises">返回</a></p>
</form>
{{/PENDING}}
{{#APPROVED}}
<p class="actions no-print"><a class="button button-danger" href="{{BASE}}/admin/enterprises/{{ID}}/suspend">停用</a> <a class="button" href="{{BASE}}/admin/enterprises?state=approved">返回</a></p>
{{/APPROVED}}
{{#SUSPENDED}}
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/admin/enterprises/{{ID}}/restore">恢复</a> <a class="button" href="{{BASE}}/admin/enterprises?state=suspended">返回</a></p>
{{/SUSPENDED}}
{{#REQUESTS}}
<h2>该单位的申请</h2>
<ul>
{{#REQUEST}}
<li><a href="{{BASE}}/admin/requests/{{REQUEST_ID}}">{{REQUEST_KIND}}（受理号 {{REQUEST_ID}}）</a>：{{REQUEST_STATE}}，{{REQUEST_AT}}</li>
{{/REQUEST}}
</ul>
{{/REQUESTS}}
{{>HISTORY}}
