{{%AUTOESCAPE context="HTML"}}
{{! One request: APPLICANT with what was typed and KNOWN with what stands here (recover, claim), CHANGE_ROW old → new, or CLOSE;
    DUPLICATE; DECIDED; while it is pending the DECISION. }}
<h1>{{KIND}}（受理号 {{ID}}）</h1>
<p class="lead"><span class="badge badge-blue">{{STATE}}</span></p>
{{#UNKNOWN_USER}}
<div class="note"><p><strong>未找到该用户：</strong>没有这个用户类型和用户名的账户。核实后只能不予通过，并在原因中告诉申请人怎样办理。</p></div>
{{/UNKNOWN_USER}}
{{#UNKNOWN_UNIT}}
<div class="note"><p><strong>未找到该单位：</strong>这个代码的单位没有注册（或已注销），申请人可以直接注册。核实后只能不予通过。</p></div>
{{/UNKNOWN_UNIT}}
{{#DUPLICATES}}
<div class="note">
<p><strong>疑似重复：</strong>下列单位与申请中的名称、手机号或代码相同，请核对。</p>
<ul>
{{#DUPLICATE}}
<li><a href="{{BASE}}/admin/enterprises/{{DUPLICATE_ID}}">{{DUPLICATE_NAME}}</a>（{{DUPLICATE_CODE}}，{{DUPLICATE_STATE}}）{{#SAME_NAME}} <span class="badge badge-yellow">名称相同</span>{{/SAME_NAME}}{{#SAME_MOBILE}} <span class="badge badge-yellow">手机号相同</span>{{/SAME_MOBILE}}{{#SAME_CODE}} <span class="badge badge-red">代码相同</span>{{/SAME_CODE}}</li>
{{/DUPLICATE}}
</ul>
</div>
{{/DUPLICATES}}
<h2>申请内容</h2>
<dl class="facts">
<dt>提交时间</dt><dd>{{CREATED_AT}}</dd>
{{#APPLICANT}}
{{#RECOVER}}
<dt>用户类型</dt><dd>{{USER_TYPE}}</dd>
<dt>用户名</dt><dd>{{TYPED_LOGIN}}</dd>
{{/RECOVER}}
<dt>单位名称</dt><dd>{{TYPED_NAME}}</dd>
<dt>组织机构代码</dt><dd>{{TYPED_CODE}}</dd>
<dt>联系人</dt><dd>{{CONTACT}}</dd>
<dt>手机号</dt><dd>{{MOBILE}}</dd>
{{/APPLICANT}}
{{#CHANGE}}
<dt>申请人</dt><dd>{{ASKED_BY}}</dd>
{{/CHANGE}}
{{#CLOSE}}
<dt>申请人</dt><dd>{{ASKED_BY}}</dd>
{{/CLOSE}}
{{#EXPLAINED}}
<dt>说明</dt><dd class="lines">{{EXPLANATION:p}}</dd>
{{/EXPLAINED}}
<dt>营业执照或登记证书</dt><dd>{{#NO_DOCUMENT}}未上传{{/NO_DOCUMENT}}{{#DOCUMENT}}<a href="{{BASE}}/admin/requests/{{ID}}/document" target="_blank" rel="noopener">{{ORIGINAL_NAME}}（{{KILOBYTES}} KB）<span class="sr-only">（在新窗口打开）</span></a>{{/DOCUMENT}}</dd>
{{#UNIT_LINK}}
<dt>单位详情</dt><dd><a href="{{BASE}}/admin/enterprises/{{UNIT_ID}}">{{UNIT}}</a>（{{UNIT_STATE}}）</dd>
{{/UNIT_LINK}}
</dl>
{{#KNOWN}}
<h2>系统中的登记</h2>
<dl class="facts">
<dt>单位名称</dt><dd>{{ORGANISATION}}{{#OTHER_NAME}} <span class="badge badge-yellow">与申请不一致</span>{{/OTHER_NAME}}</dd>
{{#UNIT}}
<dt>组织机构代码</dt><dd>{{UNIT_CODE}}{{#OTHER_CODE}} <span class="badge badge-yellow">与申请不一致</span>{{/OTHER_CODE}}</dd>
<dt>联系人</dt><dd>{{UNIT_CONTACT}}</dd>
<dt>手机号</dt><dd>{{UNIT_MOBILE}}{{#OTHER_MOBILE}} <span class="badge badge-yellow">与申请不一致</span>{{/OTHER_MOBILE}}</dd>
{{/UNIT}}
{{#USER}}
<dt>用户名</dt><dd>{{LOGIN}}（{{STATE}}）</dd>
<dt>姓名</dt><dd>{{NAME}}</dd>
<dt>上次登录</dt><dd>{{LAST_LOGIN}}</dd>
<dt>电子邮箱</dt><dd>{{EMAIL}}</dd>
{{/USER}}
</dl>
{{/KNOWN}}
{{#CHANGE}}
<h2>变更内容</h2>
<div class="table-scroll" tabindex="0" role="region" aria-label="变更内容">
<table class="list">
<caption class="sr-only">变更内容</caption>
<thead><tr><th scope="col">项目</th><th scope="col">现在</th><th scope="col">变更为</th><th scope="col">比较</th></tr></thead>
<tbody>
{{#CHANGE_ROW}}
<tr><th scope="row">{{LABEL}}</th><td>{{BEFORE}}</td><td>{{AFTER}}</td><td class="nowrap">{{#CHANGED}}<span class="badge badge-blue">有变化</span>{{/CHANGED}}{{#SAME}}相同{{/SAME}}</td></tr>
{{/CHANGE_ROW}}
</tbody>
</table>
</div>
{{/CHANGE}}
{{#DECIDED}}
<h2>处理结果</h2>
<dl class="facts">
<dt>处理时间</dt><dd>{{DECIDED_AT}}</dd>
<dt>经办人</dt><dd>{{DECIDED_BY}}</dd>
<dt>原因或说明</dt><dd class="lines">{{REASON:p}}</dd>
{{#ENDS_TWO_FACTOR}}
<dt>同时执行</dt><dd>停用两步验证（申请人设置新密码时）</dd>
{{/ENDS_TWO_FACTOR}}
{{#LOCKS_MANAGERS}}
<dt>同时执行</dt><dd>锁定该单位原有的负责人（新负责人账户建立时）</dd>
{{/LOCKS_MANAGERS}}
<dt>申请人办结时间</dt><dd>{{DONE_AT}}</dd>
</dl>
{{/DECIDED}}
{{#DECISION}}
<h2>处理</h2>
{{#IS_RECOVER}}
<p>通过后，申请人凭回执在 7 天内为该用户设置新密码；请先按登记的手机号联系单位核实申请人身份。</p>
{{/IS_RECOVER}}
{{#IS_CLAIM}}
<p>通过后，申请人凭回执在 7 天内为该单位建立一个新的负责人账户，可以看到并管理单位的台账；请核对证照，并先与单位登记的联系人核实。</p>
{{/IS_CLAIM}}
{{#IS_CHANGE}}
<p>通过后，单位信息立即更新；处理前单位按原信息办理业务。</p>
{{/IS_CHANGE}}
{{#IS_CLOSE}}
<p>通过后立即生效，<strong>不能恢复</strong>：该单位全部人员退出登录且不能再登录；法人代表、证件号码、联系人、手机号、电子邮箱、人员姓名等个人信息和证照文件被删除。单位名称、代码、台账和检定结果保留。该单位可以用同一代码重新注册。</p>
{{/IS_CLOSE}}
{{>ERRORS}}
<form method="post" action="{{BASE}}/admin/requests/{{ID}}/decide" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
{{>F_ENDS_TWO_FACTOR}}
{{>F_LOCKS_MANAGERS}}
{{>F_REASON}}
<p class="hint">不予通过的，必须填写原因；申请人可以看到这段文字。</p>
<p class="actions">{{#MAY_APPROVE}}<input type="submit" class="button button-primary" name="op_approve" value="通过"> {{/MAY_APPROVE}}<input type="submit" class="button button-danger" name="op_reject" value="不予通过"> <a class="button" href="{{BASE}}/admin/requests">返回</a></p>
</form>
{{/DECISION}}
