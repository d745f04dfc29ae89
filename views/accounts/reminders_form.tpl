{{%AUTOESCAPE context="HTML"}}
{{! What a unit is reminded of, and when. }}
<form method="post" action="{{BASE}}/accounts/reminders" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<fieldset class="form-section">
<legend>提醒什么、什么时候</legend>
{{>F_THRESHOLDS}}
{{>F_WEEKLY}}
{{>F_OFF}}
<p class="field-wide"><strong>已超期</strong>和<strong>检定不合格</strong>的提醒总是发送，不能取消：强制检定的器具未按期检定或检定不合格的，依法不得使用。</p>
</fieldset>
<p class="actions no-print"><input type="submit" class="button button-primary" name="op_save" value="保存"> <input type="submit" class="button" name="op_default" value="恢复默认"></p>
</form>
