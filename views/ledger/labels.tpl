{{%AUTOESCAPE context="HTML"}}
{{! Labels: on the screen a choice of SIZE and a preview, on paper the SHEETs alone (static/css/labels.css). LABEL: UNIT INSTRUMENT
    SERIAL_NUMBER BESIDE, one of VALID ROTATE_BY STOPPED FAILED NOT_VERIFIED FIRST_DONE, and CODE (SIZE, PATH) or NO_CODE. }}
<h1>打印器具标签</h1>
<div class="label-choices">
<ul class="tabs">
{{#SIZE}}
<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{SHOWN}}（每页 {{PER_SHEET}} 张）</a></li>
{{/SIZE}}
</ul>
{{#TOO_MANY}}
<div class="error-summary" role="alert" tabindex="-1"><h2>共 {{COUNT}} 条，一次最多打印 500 张标签</h2>
<p>请<a href="{{LIST_HREF}}">返回台账</a>缩小范围后再打印：例如只选一个标签页（如“即将到期”）、按安装/使用地点或器具种别筛选，或勾选要打印的器具。</p></div>
{{/TOO_MANY}}
{{#NOTHING}}
<p class="empty">没有可以打印标签的器具（报废的器具不打印标签）。<a href="{{LIST_HREF}}">返回台账</a></p>
{{/NOTHING}}
{{#NO_ADDRESS}}
<div class="error-summary" role="alert" tabindex="-1"><h2>标签上没有二维码</h2><p>系统尚未设置对外网址（QJ_PUBLIC_URL），二维码无处可指。请联系系统管理员设置后再打印。</p></div>
{{/NO_ADDRESS}}
{{#READY}}
<p class="lead">共 {{COUNT}} 张标签，{{SHEETS}} 页 A4 纸。<a href="{{LIST_HREF}}">返回台账</a></p>
<p class="note">请用浏览器的【打印】（Ctrl+P）打印：纸张选 A4，缩放选 100%（不要“适合纸张”），不打印页眉页脚。虚线为裁切线。扫描二维码可以看到该器具的检定是否有效。</p>
{{/READY}}
{{#SCRAPPED_LEFT_OUT}}
<p class="small muted">报废的 {{COUNT}} 条不打印标签。</p>
{{/SCRAPPED_LEFT_OUT}}
<ul class="filter-words">
{{#WORDS}}
<li>{{LABEL}}：{{VALUE}}</li>
{{/WORDS}}
</ul>
</div>
{{#READY}}
<div class="table-scroll label-sheets" tabindex="0" role="region" aria-label="标签预览">
{{#SHEET}}
<div class="sheet sheet-{{SIZE_CODE}}">
{{#LABEL}}
<div class="label">
<div class="label-code">{{#CODE}}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{SIZE}} {{SIZE}}" shape-rendering="crispEdges" role="img" aria-label="二维码"><path d="{{PATH}}"/></svg>{{/CODE}}{{#NO_CODE}}无二维码{{/NO_CODE}}</div>
<p class="label-unit">{{UNIT}}</p>
<p class="label-name">{{INSTRUMENT}}</p>
<p class="label-number">出厂编号 {{SERIAL_NUMBER}}</p>
{{#BESIDE}}
<p class="label-beside">{{LABEL}} {{VALUE}}</p>
{{/BESIDE}}
<p class="label-valid">{{#VALID}}有效期至 <strong>{{DATE}}</strong>{{/VALID}}{{#ROTATE_BY}}轮换期至 <strong>{{DATE}}</strong>{{/ROTATE_BY}}{{#STOPPED}}<strong>停用</strong>{{/STOPPED}}{{#FAILED}}<strong>检定不合格，停止使用</strong>{{/FAILED}}{{#NOT_VERIFIED}}<strong>未检定</strong>{{/NOT_VERIFIED}}{{#FIRST_DONE}}<strong>已首检</strong>{{/FIRST_DONE}}</p>
</div>
{{/LABEL}}
</div>
{{/SHEET}}
</div>
{{/READY}}
