{{%AUTOESCAPE context="HTML"}}
{{! An instrument's files: FILE (THUMB, or in words what it is) or NO_FILE; FORM or FULL. }}
{{#NO_FILE}}
<p class="empty">还没有附件。</p>
{{/NO_FILE}}
{{#FILES}}
<ul class="files">
{{#FILE}}
<li>
<a class="file-picture" href="{{BASE}}/ledger/{{ID}}/attachments/{{FILE_ID}}" target="_blank" rel="noopener">{{#THUMB}}<img src="{{BASE}}/ledger/{{ID}}/attachments/{{FILE_ID}}/thumb" alt="{{KIND}}：{{NAME}}">{{/THUMB}}{{#IS_PDF}}<span class="file-type">PDF</span><span class="sr-only">{{KIND}}：{{NAME}}</span>{{/IS_PDF}}{{#IS_PNG}}<span class="file-type">PNG 图片</span><span class="sr-only">{{KIND}}：{{NAME}}</span>{{/IS_PNG}}{{#IS_JPG}}<span class="file-type">JPG 图片</span><span class="sr-only">{{KIND}}：{{NAME}}</span>{{/IS_JPG}}<span class="sr-only">（在新窗口打开）</span></a>
<span class="file-words"><strong>{{KIND}}</strong>{{#OF_RECORD}} <span class="badge badge-grey">检定记录的证书</span>{{/OF_RECORD}}<br>
{{NAME}}<br>
<span class="small muted">{{KILOBYTES}} KB，{{ADDED_AT}}，{{ADDED_BY}}</span><br>
<span class="no-print"><a href="{{BASE}}/ledger/{{ID}}/attachments/{{FILE_ID}}?download=1">下载<span class="sr-only">：{{NAME}}</span></a>{{#CAN_REMOVE}}　<a href="{{BASE}}/ledger/{{ID}}/attachments/{{FILE_ID}}/remove">删除<span class="sr-only">：{{NAME}}</span></a>{{/CAN_REMOVE}}</span></span>
</li>
{{/FILE}}
</ul>
{{/FILES}}
{{#FULL}}
<p class="note no-print">附件已达 {{MOST}} 个。需要上传新的，请先删除不需要的。</p>
{{/FULL}}
{{>FORM}}
