{{%AUTOESCAPE context="HTML"}}
{{! Shown once: CODE (VALUE). }}
<h1>恢复码</h1>
<div class="note">
<p><strong>请立即打印或抄写并妥善保存，本页关闭后不再显示。</strong>手机丢失时，用恢复码代替动态验证码登录，每个只能用一次。以前的恢复码已全部作废。</p>
</div>
<p>用户名：<strong>{{LOGIN}}</strong></p>
<ol class="recovery-codes">
{{#CODE}}
<li><code>{{VALUE}}</code></li>
{{/CODE}}
</ol>
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/accounts/profile">已保存，返回</a></p>
