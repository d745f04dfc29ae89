{{%AUTOESCAPE context="HTML"}}
{{! One announcement: TITLE, DATE, PARAGRAPH (TEXT). }}
<article class="document">
<h1>{{TITLE}}</h1>
<p class="document-date">发布日期：{{DATE}}</p>
{{#PARAGRAPH}}
<p>{{TEXT}}</p>
{{/PARAGRAPH}}
</article>
<p class="actions"><a class="button" href="{{BASE}}/">返回首页</a></p>
