{{%AUTOESCAPE context="HTML"}}
{{! First, previous, next, last and the total under a list; a link that leads nowhere is absent. HREF is complete. }}
<nav class="pager" aria-label="分页">
<span class="pager-total">共 {{TOTAL}} 条，第 {{PAGE}} / {{PAGES}} 页</span>
<span class="pager-links">
{{#FIRST}}
<a href="{{HREF}}">首页<span class="sr-only">（列表第一页）</span></a>
{{/FIRST}}
{{#PREVIOUS}}
<a href="{{HREF}}" rel="prev">上一页</a>
{{/PREVIOUS}}
{{#NEXT}}
<a href="{{HREF}}" rel="next">下一页</a>
{{/NEXT}}
{{#LAST}}
<a href="{{HREF}}">末页</a>
{{/LAST}}
</span>
</nav>
