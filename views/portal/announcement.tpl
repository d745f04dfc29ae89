{{%AUTOESCAPE context="HTML"}}
{{! One announcement: TITLE, DATE, PROSE. }}
<article class="document">
<h1>{{TITLE}}</h1>
<p class="document-date">发布日期：{{DATE}}</p>
{{>PROSE}}
</article>
<p class="actions"><a class="button" href="{{BASE}}/">返回首页</a></p>
