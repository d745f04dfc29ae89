{{%AUTOESCAPE context="HTML"}}
<form method="post" action="{{BASE}}/ledger/bulk" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="act" value="{{ACT}}">
{{#HIDDEN}}
<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
{{/HIDDEN}}
{{>F_ACT_REASON}}
<p class="actions">{{#HARMLESS}}<input type="submit" class="button button-primary" name="op_confirm" value="确认{{WORD}}">{{/HARMLESS}}{{#DANGER}}<input type="submit" class="button button-danger" name="op_confirm" value="确认{{WORD}}">{{/DANGER}} <a class="button" href="{{BASE}}/ledger">取消</a></p>
</form>
