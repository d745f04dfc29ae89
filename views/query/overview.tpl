{{%AUTOESCAPE context="HTML"}}
{{! The queries, each with a few words, and where a label's QR code leads. }}
<h1>信息查询服务</h1>
<p class="lead">无需登录即可查询。查询结果仅供参考，以检定印证和公告附件为准。</p>
<ul class="services">
<li><a class="button" href="{{BASE}}/query/instruments">查询<span class="sr-only">：强检器具信息</span></a>
<strong>强检器具信息</strong>
<span class="small">按使用单位、器具名称、编号或地区，查看器具的检定机构、检定日期、有效期和状态。</span></li>
<li><a class="button" href="{{BASE}}/query/institutions">查询<span class="sr-only">：计量检定机构信息</span></a>
<strong>计量检定机构信息</strong>
<span class="small">按地区、名称和要检定的器具，查找检定机构的地址、电话、授权有效期和授权项目。</span></li>
<li><a class="button" href="{{BASE}}/query/catalogue">查询<span class="sr-only">：强制检定器具目录信息</span></a>
<strong>强制检定器具目录信息</strong>
<span class="small">按俗名（如电子秤、加油机）或目录中的名称，查看器具是否须强制检定、检定周期和检定规程，下载目录。</span></li>
</ul>
<h2>器具标签上的二维码</h2>
<p>已登记的器具可以贴有标签。用手机扫描标签上的二维码，打开的页面显示<a href="{{BASE}}/query/validity">该器具的检定是否有效</a>；请核对页面上的型号规格和出厂编号是否与器具铭牌一致。</p>
<p class="note">发现使用未经检定、超期或检定不合格的计量器具，可拨打 12315 反映。</p>
