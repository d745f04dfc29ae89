{{%AUTOESCAPE context="HTML"}}
{{! All rows of a filter on one page, for paper: ROWS contains TABLE; TOO_MANY says what to do instead. }}
<h1>强检器具台账</h1>
<p>{{#WORDS}}{{LABEL}}：{{VALUE}}　{{/WORDS}}共 {{MATCHED}} 条</p>
{{#TOO_MANY}}
<p class="note">一次最多打印 {{MOST}} 条。请回到列表增加查询条件，或<a href="{{HREF_EXPORT}}">导出为文件</a>后打印。</p>
{{/TOO_MANY}}
<p class="actions no-print"><a class="button" href="{{HREF_LIST}}">返回列表</a> <span class="small muted">请使用浏览器的打印功能（Ctrl+P），表头会在每页重复。</span></p>
{{#ROWS}}
{{>TABLE}}
{{/ROWS}}
