{{%AUTOESCAPE context="HTML"}}
{{! 登记信息在检定后有变更: a CHANGE (LABEL THEN NOW) for each part of the identity that is registered otherwise today. }}
<div class="note"><p><strong>登记信息在检定后有变更。</strong>检定结果和证书只对检定时的器具有效：</p>
<ul>
{{#CHANGE}}
<li>{{LABEL}}：检定时为“{{THEN}}”，现登记为“{{NOW}}”</li>
{{/CHANGE}}
</ul></div>
