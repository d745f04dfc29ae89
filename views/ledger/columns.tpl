{{%AUTOESCAPE context="HTML"}}
{{! Which columns somebody sees: COLUMN (CODE LABEL PLACE SHOWN). }}
<h1>显示列</h1>
<p>勾选要显示的列，并可填写顺序号（小的在前）。只影响您自己看到的列表、打印和导出。一列都不勾选时，恢复通常的列。</p>
<form method="post" action="{{BASE}}/ledger/columns">
{{>FORM_HEAD}}
<input type="hidden" name="back" value="{{BACK}}">
<table class="list">
<caption class="sr-only">台账的列</caption>
<thead><tr><th scope="col">列</th><th scope="col">顺序号</th></tr></thead>
<tbody>
{{#COLUMN}}
<tr><td><input type="checkbox" id="show-{{CODE}}" name="show_{{CODE}}" value="yes"{{#SHOWN}} checked{{/SHOWN}}> <label for="show-{{CODE}}">{{LABEL}}</label></td>
<td><label class="sr-only" for="place-{{CODE}}">{{LABEL}}的顺序号</label><input type="text" class="text short" id="place-{{CODE}}" name="place_{{CODE}}" value="{{PLACE}}" maxlength="3" autocomplete="off"></td></tr>
{{/COLUMN}}
</tbody>
</table>
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <input type="submit" class="button" name="op_usual" value="恢复通常的列"> <a class="button" href="{{BASE}}/ledger">取消</a></p>
</form>
