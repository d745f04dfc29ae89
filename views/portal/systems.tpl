{{%AUTOESCAPE context="HTML"}}
{{! What can be done online: SERVICE_NOTICE (TITLE, PROSE), SERVICE (NAME HREF and a section with its description) or NO_SERVICES. }}
<h1>互联网+政务服务门户</h1>
<p class="lead">{{SYSTEM_TITLE}}</p>
{{#SERVICE_NOTICE}}
<div class="card bulletin">
<h2>{{TITLE}}</h2>
{{>PROSE}}
</div>
{{/SERVICE_NOTICE}}
<h2 id="services">可办理的业务</h2>
<ul class="services">
{{#SERVICE}}
<li><a class="button" href="{{HREF}}">直接办理<span class="sr-only">：{{NAME}}</span></a>
<strong>{{NAME}}</strong>
<span class="small">{{#LEDGER}}登记本单位的强制检定计量器具，查看有效期，及时发现即将到期和已超期的器具。{{/LEDGER}}{{#APPOINTMENTS}}选择要检定的器具，向检定机构提交预约，查看受理意见和检定结果，打印预约送检单。{{/APPOINTMENTS}}{{#DESK}}检定机构答复使用单位的预约：受理并安排日期，或不予受理并说明原因。{{/DESK}}{{#RESULTS}}检定机构登记检定结果，使用单位的台账随即更新。{{/RESULTS}}{{#SUPERVISION}}查看辖区内器具的检定状况、超期器具、机构受理情况和统计数据。{{/SUPERVISION}}{{#STATUS}}查看注册信息的审核进度；被退回的，修改后重新提交。{{/STATUS}}{{#REVIEW}}审核使用单位提交的注册信息。{{/REVIEW}}{{#MEMBERS}}管理本单位的负责人、经办人和只读成员。{{/MEMBERS}}{{#PROFILE}}查看和修改本人的联系方式、密码与登录安全。{{/PROFILE}}</span></li>
{{/SERVICE}}
{{#NO_SERVICES}}
<li class="empty">您的用户类型暂无可办理的业务。如有疑问，请拨打服务热线 <strong class="nowrap">{{HOTLINE}}</strong>。</li>
{{/NO_SERVICES}}
</ul>
<p class="small">只想查询器具、检定机构或强制检定目录的，不需要登录，请使用<a href="{{BASE}}/query">信息查询服务</a>。</p>
