{{%AUTOESCAPE context="HTML"}}
{{! The form as it was filled and, when it could be read, what was found (ASKED): TOO_BROAD, NOTHING, or LIST with its TABLE. }}
<h1>强检器具信息</h1>
{{>WAYS}}
{{>ERRORS}}
{{>FORM}}
{{#ASKED}}
<h2 id="results">查询结果</h2>
{{#TAKEN}}
<p class="note">{{#UNIT_CODE}}已按<strong>统一社会信用代码（组织机构代码）</strong>查询“{{TYPED}}”。{{/UNIT_CODE}}{{#NUMBER}}已按<strong>出厂编号、检定证书编号、车牌号/枪号</strong>查询“{{TYPED}}”（须完全一致）。{{/NUMBER}}{{#WORDS}}{{#GUESSED}}没有代码或编号与“{{TYPED}}”完全一致，已按<strong>文字</strong>查询。{{/GUESSED}}{{#CHOSEN}}已按<strong>文字</strong>查询“{{TYPED}}”。{{/CHOSEN}}{{/WORDS}}{{#AS_WORDS}} <a href="{{HREF}}">改为按文字查询</a>{{/AS_WORDS}}{{#AS_GUESSED}} <a href="{{HREF}}">改为按代码、编号查询</a>{{/AS_GUESSED}}</p>
{{/TAKEN}}
{{#TOO_BROAD}}
<div class="empty"><p><strong>符合条件的太多，没有在规定时间内查完。</strong></p>
<p>请增加一个词（例如同时填写单位名称和器具名称），或选择地区、器具种别后再查。所填内容已保留在上面。</p></div>
{{/TOO_BROAD}}
{{#NOTHING}}
<div class="empty">
<p><strong>没有查到符合条件的器具。</strong>可以试试：</p>
<ul>
{{#OF_A_CODE}}
<li>对照营业执照或登记证书，逐位核对代码；该单位可能尚未在本系统登记，或登记时用的是另一个代码。</li>
{{/OF_A_CODE}}
<li>少填几个词，或只填名称中最有特点的两三个字；</li>
<li>减少地区、种别、检定状态等条件；</li>
<li>出厂编号、检定证书编号须与登记的完全一致，包括字母、横线和前面的 0；</li>
<li>单位可能尚未在本系统登记，或登记尚未审核通过。</li>
</ul>
<p>没有查到不等于没有检定，请向使用单位查看检定证书或检定合格印证。发现使用未经检定或者超期的计量器具，可拨打 12315 反映。</p>
</div>
{{/NOTHING}}
{{#LIST}}
{{#CAPPED}}
<p class="note">符合条件的器具在 10,000 条以上，这里只对其中的 10,000 条排序和列出。要找到需要的，请增加一个词，或选择地区、器具种别。</p>
{{/CAPPED}}
{{#NO_MORE}}
<p class="empty">后面没有更多的器具了，列表可能刚刚发生变化，请回到首页查看。</p>
{{/NO_MORE}}
{{#TABLE}}
<p class="legend"><span class="badge badge-yellow">黄色</span> 30 天内到期；<span class="badge badge-red">红色</span> 已超期、已到轮换期或检定不合格。</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="查到的器具">
<table class="list">
<caption class="sr-only">查到的器具</caption>
<thead><tr><th scope="col">检定状态</th><th scope="col">器具名称</th><th scope="col">种别</th><th scope="col">型号规格</th><th scope="col">出厂编号</th><th scope="col">使用单位</th><th scope="col">所在地区</th><th scope="col">检定机构</th><th scope="col">检定日期</th><th scope="col">有效期至</th></tr></thead>
<tbody>
{{#ROW}}
<tr class="{{#RED}}standing-red{{/RED}}{{#YELLOW}}standing-yellow{{/YELLOW}}">
<td>
{{>STANDING}}
</td>
<th scope="row"><a href="{{HREF}}">{{NAME}}<span class="sr-only">（查看）</span></a></th>
<td>{{KIND}}</td>
<td>{{MODEL}}</td>
<td class="code">{{SERIAL_NUMBER}}{{#SUB}}<br><span class="small muted">车牌号/枪号 {{NUMBER}}</span>{{/SUB}}</td>
<td>{{UNIT}}</td>
<td>{{REGION}}</td>
<td>{{INSTITUTION}}</td>
<td class="nowrap date">{{VERIFIED_ON}}</td>
<td class="nowrap date">{{VALID_UNTIL}}{{#CHANGED}}<br><span class="small muted">登记信息在检定后有变更</span>{{/CHANGED}}{{#DECLARED}}<br><span class="small muted">单位填报</span>{{/DECLARED}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/TABLE}}
{{>PAGER}}
{{/LIST}}
<p class="note">查询结果仅供参考，以检定印证为准。“单位填报”的检定信息未经检定机构确认；出厂编号只显示首尾。发现超期使用可拨打 12315。</p>
{{/ASKED}}
