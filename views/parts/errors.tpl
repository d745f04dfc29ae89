{{%AUTOESCAPE context="HTML"}}
{{! The summary on top of a form with errors; each line leads to its field (FIELD is an id: f-unit_name).
    The message stands beside the link, because it may hold links of its own. }}
<div class="error-summary" id="error-summary" role="alert" tabindex="-1">
<h2>有需要更正的内容，请按提示修改后再次提交</h2>
<ul>
{{#ERROR}}
<li><a href="#{{FIELD}}">{{LABEL}}</a>：{{>MESSAGE}}</li>
{{/ERROR}}
</ul>
<p>已填写的内容都已保留（密码、验证码和尚未收到的文件除外）。</p>
</div>
