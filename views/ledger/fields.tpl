{{%AUTOESCAPE context="HTML"}}
{{! The fields 新增 and 修改 share. The first button only searches the kind, because Enter picks the first. }}
<fieldset class="form-section">
<legend>种别</legend>
<div class="search-line">
{{>F_KIND_QUERY}}
<input type="submit" class="button button-small" name="op_find_kind" value="查找">
</div>
{{#FOUND}}
<p class="note" role="status">找到 {{COUNT}} 个种别，请在下面选择。</p>
{{/FOUND}}
{{>F_KIND_ID}}
{{>F_NAME}}
</fieldset>
<fieldset class="form-section">
<legend>铭牌</legend>
{{>F_MODEL}}
{{>F_MEASURING_RANGE}}
{{>F_ACCURACY}}
{{>F_SERIAL_NUMBER}}
{{>F_SERIAL_NUMBERS}}
{{#DUPLICATE}}
<div class="field field-checkbox field-wide"><input type="checkbox" id="f-accept_duplicate" name="accept_duplicate" value="yes"{{#CHECKED}} checked{{/CHECKED}}> <label for="f-accept_duplicate">确认不是重复登记，仍要保存</label></div>
{{/DUPLICATE}}
{{>F_MANUFACTURER}}
{{>F_ORIGIN}}
</fieldset>
<fieldset class="form-section">
<legend>使用</legend>
{{>F_DIVISION}}
{{>F_PLACE}}
{{>F_HOLDER}}
{{>F_SUB_NUMBER}}
{{>F_QUANTITY}}
{{#KIND_FACTS}}
<p class="note">“{{KIND}}”用于{{USES}}的须强制检定{{#SCOPED}}（适用范围：{{SCOPE}}）{{/SCOPED}}；用于其他用途的，可自行检定或校准，不必登记。{{#CYCLE}}常用检定周期 {{MONTHS}} 个月。{{/CYCLE}}</p>
{{/KIND_FACTS}}
{{>F_USE}}
{{>F_DELIVERY}}
{{>F_MANAGEMENT_NUMBER}}
</fieldset>
<fieldset class="form-section">
<legend>检定</legend>
{{>F_CYCLE_MONTHS}}
{{#RECORD_OPEN}}
<p class="note">检定机构录入结果以前，可以按证书填写；页面会注明“单位填报（未经检定机构确认）”。填写更晚的检定日期视为新的检定，原来的记录自动保留在检定记录中。</p>
{{/RECORD_OPEN}}
{{#RECORD_CLOSED}}
<p class="note">检定日期、有效期和证书编号由检定机构录入，不能修改。</p>
{{/RECORD_CLOSED}}
{{>F_VERIFIED_ON}}
{{>F_VALID_UNTIL}}
{{>F_DECLARED_BEYOND}}
{{>F_CERTIFICATE_NUMBER}}
{{>F_INSTITUTION_NAME}}
{{>F_REMARK}}
</fieldset>
