{{%AUTOESCAPE context="HTML"}}
{{! 已存条件: saves the filter one came with (WORDS), lists what is saved (SAVED in LIST). }}
<h1>已存条件</h1>
{{>ERRORS}}
<form method="post" action="{{BASE}}/ledger/filters" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="query" value="{{QUERY}}">
<fieldset class="form-section">
<legend>保存当前条件</legend>
<p class="field-wide">{{#WORDS}}<strong>{{LABEL}}</strong>：{{VALUE}}　{{/WORDS}}</p>
{{>F_FILTER_NAME}}
{{>F_AS_DEFAULT}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <a class="button" href="{{HREF_LIST}}">返回列表</a></p>
</form>
<h2>已存的条件</h2>
{{#EMPTY}}
<p class="empty">还没有已存的条件。在台账列表中设好查询条件后，点【保存当前条件、管理】。</p>
{{/EMPTY}}
{{#LIST}}
{{#SAVED}}
<div class="card">
<h3><a href="{{HREF}}">{{NAME}}</a>{{#DEFAULT}} <span class="badge badge-blue">默认</span>{{/DEFAULT}}</h3>
<p>{{#WORDS}}{{LABEL}}：{{VALUE}}　{{/WORDS}}</p>
<form class="inline-form" method="post" action="{{BASE}}/ledger/filters/{{ID}}">
<input type="hidden" name="ie" value="✓"><input type="hidden" name="token" value="{{TOKEN}}">
{{#NOT_DEFAULT}}<input type="submit" class="button button-small" name="op_default" value="设为默认">{{/NOT_DEFAULT}}{{#DEFAULT}}<input type="submit" class="button button-small" name="op_no_default" value="取消默认">{{/DEFAULT}}
<input type="submit" class="button button-small" name="op_remove" value="删除条件"><span class="sr-only">：{{NAME}}</span>
</form>
</div>
{{/SAVED}}
{{/LIST}}
