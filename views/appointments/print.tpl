{{%AUTOESCAPE context="HTML"}}
{{! 预约送检单 for A4 landscape (static/css/appointment_sheet.css): FACT, the table's COLUMNs and ROWs, lines to sign on. }}
<div class="sheet-choices no-print">
<h1>预约送检单</h1>
<p class="actions"><a class="button button-primary" href="{{BASE}}/appointments/{{ID}}/pdf">下载 PDF</a> <a class="button" href="{{BASE}}/appointments/{{ID}}">返回预约单详情</a></p>
<p class="note">请用浏览器的【打印】（Ctrl+P）打印：纸张选 A4、横向。浏览器打印的特殊符号或页码不正确时，请下载 PDF 后打印。</p>
{{#NOT_SUBMITTED}}
<p class="note">这张预约单尚未提交，机构还没有收到。请先提交，再打印送检。</p>
{{/NOT_SUBMITTED}}
</div>
<div class="appointment-sheet">
<p class="sheet-title">预约送检单</p>
<div class="sheet-code"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{QR_SIZE}} {{QR_SIZE}}" shape-rendering="crispEdges" role="img" aria-label="预约单号二维码"><path d="{{QR_PATH}}"/></svg></div>
<ul class="sheet-facts">
{{#FACT}}
<li>{{LABEL}}<strong>{{VALUE}}</strong></li>
{{/FACT}}
</ul>
<div class="table-scroll" tabindex="0" role="region" aria-label="预约送检的器具">
<table class="list">
<caption class="sr-only">预约送检单 {{NUMBER}}</caption>
<thead><tr>{{#COLUMN}}<th scope="col">{{LABEL}}</th>{{/COLUMN}}</tr></thead>
<tbody>
{{#ROW}}
<tr>{{#CELL}}<td class="lines">{{VALUE:p}}</td>{{/CELL}}</tr>
{{/ROW}}
</tbody>
</table>
</div>
<ul class="sheet-signatures">
{{#SIGNATURE}}
<li>{{LABEL}}：</li>
{{/SIGNATURE}}
</ul>
</div>
