{{%AUTOESCAPE context="HTML"}}
{{! For developers: the addresses of the public queries as JSON, and their limits. }}
<h1>信息查询接口</h1>
<p>供其他系统查询与网页相同的公开信息（JSON，UTF-8），无需登录和令牌。完整说明（OpenAPI 3）：<a href="{{BASE}}/query/api/openapi.json">openapi.json</a>。</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="接口地址">
<table class="list">
<caption class="sr-only">接口地址</caption>
<thead><tr><th scope="col">地址</th><th scope="col">内容</th><th scope="col">例</th></tr></thead>
<tbody>
<tr><th scope="row" class="code">/query/api/instruments</th><td>强检器具信息：参数与网页相同（q，或 unit_name、unit_code、name、manufacturer、serial_number、certificate_number、sub_number；division、kind、standing、sort）</td><td class="code">/query/api/instruments?q=%E5%8C%BB%E9%99%A2&amp;standing=overdue&amp;limit=50</td></tr>
<tr><th scope="row" class="code">/query/api/instrument</th><td>一台器具：code 为标签二维码中的代码</td><td class="code">/query/api/instrument?code=…</td></tr>
<tr><th scope="row" class="code">/query/api/institutions</th><td>计量检定机构信息：参数与网页相同；/query/api/institutions/编号 为一个机构</td><td class="code">/query/api/institutions?division=320100&amp;size=50</td></tr>
<tr><th scope="row" class="code">/query/api/catalogue</th><td>强制检定器具目录信息：参数与网页相同</td><td class="code">/query/api/catalogue?use=trade</td></tr>
</tbody>
</table>
</div>
<h2>限制</h2>
<ul>
<li>一次最多 {{MOST_LISTED}} 条；用 after 取下一页，不能按页码跳转。</li>
<li>至少有一项能够确定范围的条件；最多对 10,000 条排序，更多的须缩小范围。</li>
<li>查询一秒内没有完成的，返回错误 QUERY_TOO_BROAD，请增加条件。</li>
<li>同一网络地址查询过多的，返回 429，请按 Retry-After 等待。</li>
<li>错误以 JSON 返回：error.code 供程序判断，error.message 供人阅读。</li>
</ul>
<p class="note">查询结果仅供参考，以检定印证为准。发现超期使用可拨打 12315。请勿据此判断未登记的器具。</p>
