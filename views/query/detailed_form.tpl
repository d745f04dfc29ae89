{{%AUTOESCAPE context="HTML"}}
{{! A field for each condition. Enter searches, so a hidden button comes before 选择下级. }}
<form class="query-form" method="get" action="{{BASE}}/query/instruments/search" novalidate>
<input type="hidden" name="ie" value="✓"><input type="hidden" name="form" value="detailed">
<input type="submit" class="sr-only" value="查询" tabindex="-1" aria-hidden="true">
<fieldset class="form-section">
<legend>器具和使用单位</legend>
{{>F_UNIT_NAME}}
{{>F_UNIT_CODE}}
{{>F_NAME}}
{{>F_MANUFACTURER}}
{{>F_SERIAL_NUMBER}}
{{>F_CERTIFICATE_NUMBER}}
{{>F_SUB_NUMBER}}
</fieldset>
<div class="search-filters">
{{>F_DIVISION}}
{{>F_KIND}}
{{>F_STANDING}}
{{>F_SORT}}
</div>
<p class="actions"><input type="submit" class="button button-primary" value="查询"> <a href="{{BASE}}/query/instruments">返回简单查询</a></p>
</form>
