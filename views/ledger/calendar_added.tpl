{{%AUTOESCAPE context="HTML"}}
{{! Shown once: a calendar's secret address. NAME SECRET; NO_ADDRESS: the path alone. }}
<h1>日历地址已生成</h1>
<div class="note"><p><strong>请现在复制“{{NAME}}”的地址</strong>，添加到日历软件的“订阅日历”（“通过 URL 添加”）中。知道这个地址的人都能看到到期的器具，请勿转发。地址在本页关闭后不再显示；遗失或泄露的，请撤销后重新生成。</p></div>
<p class="secret-line"><code class="secret">{{SECRET}}</code></p>
{{#NO_ADDRESS}}
<p class="note">系统尚未设置对外网址，以上只是地址的后半部分，请在前面加上本站的网址。</p>
{{/NO_ADDRESS}}
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/ledger/calendars">返回到期日历订阅</a></p>
