{{%AUTOESCAPE context="HTML"}}
{{! Shown once: the token. NAME SECRET. }}
<h1>令牌已生成</h1>
<div class="note"><p><strong>请现在把“{{NAME}}”的令牌复制到业务系统中。</strong>令牌只在本页显示一次，系统不保存原文；遗失或泄露的，请吊销后重新生成。</p></div>
<p class="secret-line"><code class="secret">{{SECRET}}</code></p>
<p>使用时放在请求头中：<code>Authorization: Bearer 令牌</code></p>
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/desk/tokens">返回接口令牌</a></p>
