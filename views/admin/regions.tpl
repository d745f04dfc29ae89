{{%AUTOESCAPE context="HTML"}}
{{! The list of divisions of a form: ANY with REGION (CODE NAME), or none. The field to add one stands before it, so that
    Enter in a form picks its harmless button. }}
{{#ANY}}
<ul class="chosen">
{{#REGION}}
<li><span class="chosen-name">{{NAME}}</span> <input type="hidden" name="region" value="{{CODE}}"><input type="submit" class="button button-small" name="op_remove_{{CODE}}" value="删除" aria-label="删除：{{NAME}}"></li>
{{/REGION}}
</ul>
{{/ANY}}
