{{%AUTOESCAPE context="HTML"}}
{{! Paragraphs of text with links: PARAGRAPH, LINE (NEXT but for the first), PIECE with PLAIN or LINK, each with TEXT. Only what
    begins with http:// or https:// comes as a LINK (handlers/common/domain/prose.h). }}
{{#PARAGRAPH}}
<p class="prose">{{#LINE}}{{#NEXT}}<br>{{/NEXT}}{{#PIECE}}{{#PLAIN}}{{TEXT}}{{/PLAIN}}{{#LINK}}<a href="{{TEXT}}" target="_blank" rel="noopener noreferrer">{{TEXT}}<span class="sr-only">（在新窗口打开）</span></a>{{/LINK}}{{/PIECE}}{{/LINE}}</p>
{{/PARAGRAPH}}
