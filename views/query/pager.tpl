{{%AUTOESCAPE context="HTML"}}
{{! Under the found ones: how many (COUNTED, or CAPPED: more than are sorted), and the ways on. Goes on by key, so there is no last page. }}
<nav class="pager" aria-label="分页">
<span class="pager-total">{{#COUNTED}}共 {{TOTAL}} 条{{/COUNTED}}{{#CAPPED}}10,000 条以上{{/CAPPED}}，第 {{PAGE}} 页</span>
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
</span>
</nav>
{{#DEEP}}
<p class="note">最多翻到第 {{MOST}} 页。后面还有，请增加一个词，或选择地区、器具种别、检定状态，缩小范围后再查。</p>
{{/DEEP}}
