{{%AUTOESCAPE context="HTML"}}
{{! 更正: everything as it was recorded, to be changed; NEWER when a colleague was first. }}
<h1>更正检定结果</h1>
<p class="note">更正后生成新的版本，原来的版本保留；使用单位会收到消息，台账随之改变。</p>
{{>ERRORS}}
{{#NEWER}}
<p class="note">{{BY}} 已于 {{AT}} 更正过这个结果。请先<a href="{{HREF}}">查看现行版本</a>，仍需更正的，从那里办理。</p>
{{/NEWER}}
{{#SPLIT}}
<p class="note">这次结果已分为两条台账记录，合格数和不合格数不能改变。</p>
{{/SPLIT}}
{{>SUBJECT}}
{{>FORM}}
