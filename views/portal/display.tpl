{{%AUTOESCAPE context="HTML"}}
{{! How pages are shown. IS_NORMAL, IS_LARGE, IS_CONTRAST, IS_LARGE_CONTRAST: the one in force is checked. }}
<h1>显示设置</h1>
<p>页面可以用大字或高对比度显示。请选择您看得最舒服的显示方式。设置保存在本浏览器中，不需要登录，对所有页面有效。</p>
<form method="post" action="{{BASE}}/help/display" novalidate>
{{>FORM_HEAD}}
<div class="field">
<fieldset id="f-display">
<legend>显示方式</legend>
<label class="choice"><input type="radio" name="display" value="normal"{{#IS_NORMAL}} checked{{/IS_NORMAL}}> 标准</label>
<label class="choice"><input type="radio" name="display" value="large"{{#IS_LARGE}} checked{{/IS_LARGE}}> 大字</label>
<label class="choice"><input type="radio" name="display" value="contrast"{{#IS_CONTRAST}} checked{{/IS_CONTRAST}}> 高对比度</label>
<label class="choice"><input type="radio" name="display" value="large-contrast"{{#IS_LARGE_CONTRAST}} checked{{/IS_LARGE_CONTRAST}}> 大字、高对比度</label>
</fieldset>
</div>
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"></p>
</form>
<h2>其他办法</h2>
<ul>
<li>放大页面：按住 Ctrl 键，再按加号键；恢复原大小按 Ctrl 和数字 0。</li>
<li>只用键盘：按 Tab 键在链接、按钮和输入框之间移动，按回车键打开，按空格键勾选；每页的第一个链接可直接跳到主要内容。</li>
<li>看不清验证码图片的，可以查看大图，或者回答图片下面的文字问答。</li>
</ul>
