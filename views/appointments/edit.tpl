{{%AUTOESCAPE context="HTML"}}
{{! 修改 of a draft: as 新增, for one institution and way of 送检. }}
<h1>修改预约单</h1>
<p class="lead">预约单号 <span class="code">{{NUMBER}}</span></p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/appointments/{{ID}}/edit" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<h2 id="f-instruments">要检定的器具</h2>
<p><input type="submit" class="button button-small" name="op_plan" value="更新"> <span class="small muted">取消勾选或改选机构后点【更新】，核对后再【保存】。</span></p>
{{#NOTHING_CHOSEN}}
<p class="note">本单已没有器具。请在下面查找、勾选，再点【加入】；不再需要的预约单可以在详情页删除。</p>
{{/NOTHING_CHOSEN}}
{{>PLAN}}
{{>PICKER}}
<h2>预约信息</h2>
{{>HEADER}}
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <a class="button" href="{{BASE}}/appointments/{{ID}}">取消</a></p>
</form>
