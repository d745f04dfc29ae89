{{%AUTOESCAPE context="HTML"}}
{{! Everyday names: of a kind (OF_KIND), or of what is in no catalogue (OF_NONE). SEEN: what the form was made from. }}
<h1>{{#OF_KIND}}“{{KIND}}”的俗名{{/OF_KIND}}{{#OF_NONE}}不在目录中的名称{{/OF_NONE}}</h1>
{{#OF_KIND}}
<p class="lead">使用单位用这些名称也能查找到这个种别。同一种别的各个分类共用俗名。</p>
{{/OF_KIND}}
{{#OF_NONE}}
<p class="lead">使用单位用这些名称查找时，系统提示“不在强制检定目录中，无需登记；可自行检定或校准”。</p>
{{/OF_NONE}}
{{>ERRORS}}
{{#NO_NAME}}
<p class="empty">还没有名称。请在下面填写，每行一个。</p>
{{/NO_NAME}}
{{#NAMES}}
<h2>现有名称（{{COUNT}} 个）</h2>
<ul class="words">
{{#NAME}}
<li>{{WORD}}</li>
{{/NAME}}
</ul>
{{/NAMES}}
<form method="post" action="{{ACTION}}" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="seen" value="{{SEEN}}">
{{>F_EVERYDAY_NAMES}}
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <a class="button" href="{{BACK}}">返回</a></p>
</form>
