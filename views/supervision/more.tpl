{{%AUTOESCAPE context="HTML"}}
{{! Under a list that goes on by key. }}
<nav class="pager" aria-label="分页">
<span class="pager-links">
{{#FIRST}}
<a href="{{HREF}}">首页<span class="sr-only">（列表第一页）</span></a>
{{/FIRST}}
{{#NEXT}}
<a href="{{HREF}}" rel="next">下一页</a>
{{/NEXT}}
</span>
</nav>
