{{%AUTOESCAPE context="HTML"}}
{{! Number and receipt of a request, shown once. The same for every applicant and request. }}
<h1>申请已提交</h1>
<div class="card card-lead">
<h2>受理号 {{NUMBER}}</h2>
<p>查询码：<strong class="code">{{RECEIPT_SHOWN}}</strong></p>
<p>查询码只在本页显示一次，系统不保存。<strong>请打印、抄录或收藏办理进度页</strong>；办理结果和后续操作都凭查询码进行，请勿告诉他人。</p>
<p class="actions"><a class="button button-primary" href="{{BASE}}/accounts/recover/status?r={{RECEIPT:u}}">查看办理进度</a></p>
</div>
<p>管理员在工作日 {{REVIEW_HOURS}} 集中处理，可能按您填写的手机号与您联系核实。通过后请在 7 天内完成后续操作。咨询热线 <strong>{{HOTLINE}}</strong>。</p>
<p>以后查询：打开本门户【登录】，选择【找回账户、认领单位】中的“凭查询码查看办理进度”，填写查询码。</p>
