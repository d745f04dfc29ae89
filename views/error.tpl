{{%AUTOESCAPE context="HTML"}}
{{! What went wrong, whether anything was changed, what to do. Exactly one section is shown. }}
<div class="error-page">
{{#BAD_REQUEST}}
<h1>请求无法识别</h1>
<p>浏览器发来的内容不完整或格式不正确，系统没有做任何改动。</p>
<p>请返回上一页，刷新后重新操作。如果地址是手工填写的，请核对地址。</p>
{{/BAD_REQUEST}}
{{#FORBIDDEN}}
<h1>您没有办理此项业务的权限</h1>
<p>当前登录的用户不能查看或办理这一页的内容，系统没有做任何改动。</p>
<p>请确认登录的用户类型是否正确；需要开通权限的，请联系本单位管理人员或拨打服务热线。</p>
{{/FORBIDDEN}}
{{#NOT_FOUND}}
<h1>没有找到这个页面</h1>
<p>地址可能填写有误，或者内容已被移走、删除。</p>
<p>请核对地址，或从首页、在线办理重新进入。</p>
{{/NOT_FOUND}}
{{#CONFLICT}}
<h1>内容已发生变化</h1>
<p>在您操作期间，这条内容已被他人修改，或者已经提交过一次。为避免覆盖，本次操作没有执行，原有内容保持不变。</p>
<p>请返回上一页，刷新后核对最新内容，再重新操作。</p>
{{/CONFLICT}}
{{#FORM_EXPIRED}}
<h1>表单已失效</h1>
<p>表单打开的时间过长，或者浏览器没有保存本站的 Cookie，本次提交没有执行。</p>
<p>请按浏览器的“返回”键回到表单（填写的内容一般仍在），复制需要保留的文字后刷新页面，重新填写并提交。请勿禁用 Cookie。</p>
{{/FORM_EXPIRED}}
{{#TOO_LARGE}}
<h1>提交的内容过大</h1>
<p>文件或文字超过了允许的大小，本次提交没有执行。</p>
<p>请返回上一页，换用较小的文件（不超过 5 MB）或减少文字后重新提交。</p>
{{/TOO_LARGE}}
{{#INTERNAL}}
<h1>系统出现错误</h1>
<p>系统处理时出现意外错误，本次操作没有完成，此前已保存的内容不受影响。错误已自动记录。</p>
<p>请返回上一页重试；如果仍不成功，请拨打服务热线并告知下面的请求编号。</p>
{{/INTERNAL}}
{{#UNAVAILABLE}}
<h1>系统暂时无法提供服务</h1>
<p>系统正在维护或恢复，本次操作没有完成，此前已保存的内容不受影响。</p>
<p>请过一两分钟后返回上一页重试。</p>
{{/UNAVAILABLE}}
<p class="actions"><a class="button" href="{{BASE}}/">返回首页</a> <a class="button" href="{{BASE}}/systems/qiangjian">在线办理</a></p>
<p class="request-line">服务热线：{{HOTLINE}}　请求编号：<code>{{REQUEST_ID}}</code></p>
</div>
