{{%AUTOESCAPE context="HTML"}}
{{! 收样 / 开始检定: asks, with the LINES it is about. }}
<h1>收样 / 开始检定</h1>
{{#NOT_TAKEN}}
<p class="note">这份表单已经提交过，内容与这次不同，没有再次执行。请核对下面的器具后再次提交。</p>
{{/NOT_TAKEN}}
{{#OTHERS}}
<p class="note">另有 {{COUNT}} 行已在检定中或已办结，不在此列。</p>
{{/OTHERS}}
{{#NOTHING}}
<p class="empty">没有可以收样或开始检定的器具。请在“待检定”中勾选。<a href="{{BASE}}/desk/results">返回</a></p>
{{/NOTHING}}
{{#ASK}}
<p class="lead">将 <strong>{{COUNT}}</strong> 行记为检定中：送检的显示为“已收样”，使用单位随即可以看到。</p>
<form method="post" action="{{BASE}}/desk/results/begin">
{{>FORM_HEAD}}
{{#LINE}}
<input type="hidden" name="line" value="{{CODE}}">
{{/LINE}}
<p class="actions"><input type="submit" class="button button-primary" name="op_begin" value="收样 / 开始检定"> <a class="button" href="{{BASE}}/desk/results">取消</a></p>
</form>
{{/ASK}}
{{>LINES}}
