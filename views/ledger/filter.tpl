{{%AUTOESCAPE context="HTML"}}
{{! The filter: FIELD contains a TEXT_FIELD or a SELECT_FIELD; MORE, when the rarer ones are shown too, F_DIVISION. Hidden fields carry the rest of the state. }}
<form class="filter ledger-filter" method="get" action="{{BASE}}/ledger">
<input type="hidden" name="ie" value="✓"><input type="hidden" name="tab" value="{{TAB}}"><input type="hidden" name="sort" value="{{SORT}}">
{{#DESCENDING}}
<input type="hidden" name="desc" value="1">
{{/DESCENDING}}
{{#FIELD}}
{{#TEXT_FIELD}}
<span class="filter-pair"><label for="q-{{NAME}}">{{LABEL}}</label> <input type="text" class="text short" id="q-{{NAME}}" name="{{NAME}}" value="{{VALUE}}" maxlength="100" autocomplete="off"></span>
{{/TEXT_FIELD}}
{{#SELECT_FIELD}}
<span class="filter-pair"><label for="q-{{NAME}}">{{LABEL}}</label> <select class="text short" id="q-{{NAME}}" name="{{NAME}}">
<option value="">全部</option>
{{#PLAIN_GROUP}}
{{#OPTION}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/OPTION}}
{{/PLAIN_GROUP}}
{{#GROUP}}
<optgroup label="{{GROUP_NAME}}">
{{#OPTION}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/OPTION}}
</optgroup>
{{/GROUP}}
</select></span>
{{/SELECT_FIELD}}
{{/FIELD}}
<span class="filter-pair"><label for="q-due_from">有效期自</label> <input type="text" class="text short" id="q-due_from" name="due_from" value="{{DUE_FROM}}" maxlength="30" autocomplete="off"> <label for="q-due_to">至</label> <input type="text" class="text short" id="q-due_to" name="due_to" value="{{DUE_TO}}" maxlength="30" autocomplete="off"></span>
{{#MORE}}
<input type="hidden" name="more" value="1">
{{>F_DIVISION}}
{{/MORE}}
<span class="filter-pair"><label for="q-size">每页</label> <select class="text short" id="q-size" name="size">
{{#SIZE}}
<option value="{{VALUE}}"{{#SELECTED}} selected{{/SELECTED}}>{{VALUE}} 条</option>
{{/SIZE}}
</select></span>
<span class="filter-pair"><input type="submit" class="button" value="查询">{{#LESS}} <input type="submit" class="link-button" name="more" value="更多条件">{{/LESS}}{{#FILTERED}} <a href="{{BASE}}/ledger?tab=all">清除条件</a>{{/FILTERED}}</span>
</form>
