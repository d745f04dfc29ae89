{{%AUTOESCAPE context="HTML"}}
{{! An answer to an appointment that is not there any more, with what was typed (TYPED: LABEL VALUE). }}
<h1>没有这张预约单</h1>
<p class="note">使用单位已在您填写期间撤回了这张预约单，或者它不是送到本机构的。没有答复任何一行；使用单位再次提交后，会重新出现在待受理中。</p>
{{#TYPED}}
<dl class="facts"><dt>您填写的{{LABEL}}</dt><dd class="lines">{{VALUE:p}}</dd></dl>
{{/TYPED}}
<p class="actions"><a class="button" href="{{BASE}}/desk/appointments">返回检定预约受理</a></p>
