{{%AUTOESCAPE context="HTML"}}
{{! 取消 of an accepted line: asks why. }}
<h1>取消预约</h1>
<p class="lead">{{NAME}}，出厂编号 <span class="code">{{SERIAL_NUMBER}}</span>，计划日期 {{PLANNED_ON}}</p>
<p>预约单 <span class="code">{{NUMBER}}</span>，{{INSTITUTION}}。取消后不能恢复，器具不再占用，需要时可再次预约；原因会通知机构。</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/appointments/{{ID}}/lines/{{LINE}}/cancel" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
{{>F_CANCEL_REASON}}
<p class="actions"><input type="submit" class="button button-danger" name="op_confirm" value="确认取消"> <a class="button" href="{{BASE}}/appointments/{{ID}}">返回</a></p>
</form>
