{{%AUTOESCAPE context="HTML"}}
{{! The one box. Enter searches, so 查询 comes before 选择下级 in the form. }}
<form class="query-form" method="get" action="{{BASE}}/query/instruments/search" novalidate>
<input type="hidden" name="ie" value="✓">
<div class="search-line search-line-wide">
{{>F_Q}}
<input type="submit" class="button button-primary" value="查询">
</div>
<div class="search-filters">
{{>F_DIVISION}}
{{>F_KIND}}
{{>F_STANDING}}
{{>F_SORT}}
</div>
<p class="no-print"><a href="{{BASE}}/query/instruments/detailed">按项目分别填写（详细查询）</a></p>
</form>
