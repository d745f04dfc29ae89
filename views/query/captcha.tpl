{{%AUTOESCAPE context="HTML"}}
{{! After many queries from one address. RETURN: the address that was asked for; SOLVED: how many queries a right answer gives.
    Enter goes on, so 继续查询 comes before the captcha's own button in the form. }}
<h1>请输入验证码后继续查询</h1>
{{>ERRORS}}
<div class="columns">
<div class="card column-wide">
<p>同一网络地址短时间内查询次数较多时，需要输入验证码。您要查询的内容已经保留，输入后即可看到结果，无需重新填写。</p>
<form method="post" action="{{BASE}}/query/captcha" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="return" value="{{RETURN}}">
<input type="submit" class="sr-only" name="op_continue" value="继续查询" tabindex="-1" aria-hidden="true">
{{>F_CAPTCHA}}
<p class="actions"><input type="submit" class="button button-primary" name="op_continue" value="继续查询"></p>
</form>
</div>
<section class="card">
<h2>为什么会出现这一页？</h2>
<p>为了防止程序大量抓取，保证大家都能正常查询，系统限制了查询的次数。同一单位的多人可能共用一个网络地址，您自己没有多次查询时也可能看到本页。</p>
<p>验证通过后，可以继续查询 {{SOLVED}} 次，30 分钟内有效；也可以过十分钟再查询。浏览器需要允许保存本站的 Cookie。</p>
<p class="small">如多次输入仍不能继续，请拨打服务热线 <strong>{{HOTLINE}}</strong>。</p>
</section>
</div>
