{{%AUTOESCAPE context="HTML"}}
{{! The reason of 退检. }}
<p class="lead">将退检 <strong>{{COUNT}}</strong> 行：不登记结果，器具不再占用预约，使用单位会收到消息和原因。<strong>退检后不能恢复</strong>，需要检定的，由使用单位重新预约。</p>
<form method="post" action="{{BASE}}/desk/results/give-back" novalidate>
{{>FORM_HEAD}}
{{#LINE}}
<input type="hidden" name="line" value="{{CODE}}">
{{/LINE}}
{{>F_GIVE_BACK_REASON}}
<p class="actions"><a class="button" href="{{BASE}}/desk/results">取消</a> <input type="submit" class="button button-danger" name="op_give_back" value="退检"></p>
</form>
