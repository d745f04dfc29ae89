{{%AUTOESCAPE context="HTML"}}
{{! The decision: ALL rows are good, or ONLY_GOOD ones. }}
<form method="post" action="{{ACTION}}" novalidate>
{{>FORM_HEAD}}
{{>F_BEYOND_CYCLE}}
<p class="actions">{{#ALL}}<input type="submit" class="button button-primary" name="op_all" value="导入全部 {{GOOD}} 行">{{/ALL}}{{#ONLY_GOOD}}<input type="submit" class="button button-primary" name="op_good" value="只导入正确的 {{GOOD}} 行">{{/ONLY_GOOD}}</p>
</form>
