{{%AUTOESCAPE context="HTML"}}
{{! How a ledger is imported: the file, the columns, what goes wrong most often, with files to look at. }}
<div class="document">
<h1>台账导入说明</h1>
<p>用电子表格一次登记或修改多台器具。上传的文件先逐行检查，您核对以后才写入台账；确认之前，台账不会有任何变化。</p>
<h2>步骤</h2>
<ol>
<li>准备文件：下载<a href="{{BASE}}/ledger/import">导入页面</a>上的模板填写，或直接使用本单位已有的表格。</li>
<li>在【强检器具台账维护】点【导入】，选择文件，点【上传并检查】。</li>
<li>核对结果：新增、变更、相同、错误各有多少行，错误的行写明是哪一列、有什么问题。</li>
<li>没有错误的，点【全部导入】；有错误的，可以点【只导入正确的行】，再下载有错误的行改正；不想导入的，点【放弃】。</li>
</ol>
<p>行数较多时检查需要一些时间。关闭网页不影响检查，稍后从导入页面的“最近的导入”回来查看即可。</p>
<h2>文件要求</h2>
<ul>
<li>xlsx 文件（Excel 2007 及以上、WPS 表格）或 csv 文件，不超过 20 MB，最多 50,000 行、256 列。旧的 xls 文件请另存为 xlsx。</li>
<li>csv 的编码可以是 UTF-8、GBK（GB18030）或带标记的 UTF-16，用逗号、分号或制表符分隔均可，系统自动识别。</li>
<li>前 10 行中要有一行是列名，上面可以有标题。列的顺序不限，不认识的列会列出来，不导入。</li>
<li>有多个工作表的，读取第一个能认出列名的工作表。</li>
</ul>
<h2>列名和填写要求</h2>
<div class="table-scroll" tabindex="0" role="region" aria-label="列名和填写要求">
<table class="list">
<caption class="sr-only">列名和填写要求</caption>
<thead><tr><th scope="col">列名</th><th scope="col">也可以叫</th><th scope="col">怎样填写</th></tr></thead>
<tbody>
<tr><th scope="row">器具名称</th><td>名称、仪器名称、设备名称、计量器具名称</td><td>必填</td></tr>
<tr><th scope="row">器具种别</th><td>种别、类别、种类</td><td>必填。目录中的种别名称，也可填俗名，如电子秤、血压计</td></tr>
<tr><th scope="row">型号规格</th><td>规格型号、型号、规格</td><td>必填</td></tr>
<tr><th scope="row">测量范围</th><td>量程</td><td>必填</td></tr>
<tr><th scope="row">准确度等级</th><td>准确度、精度、等级、最大允许误差</td><td>必填</td></tr>
<tr><th scope="row">出厂编号</th><td>编号、出厂号、机号、序列号、设备编号</td><td>必填。没有编号的填“无”并在备注中说明</td></tr>
<tr><th scope="row">生产厂家</th><td>制造单位、制造商、生产厂商、厂商</td><td>必填</td></tr>
<tr><th scope="row">安装/使用地点</th><td>使用部门、存放地点、安装地点、使用地点</td><td>必填</td></tr>
<tr><th scope="row">器具用途</th><td>用途</td><td>贸易结算、安全防护、医疗卫生或环境监测；该种别只有一种用途的可以不填</td></tr>
<tr><th scope="row">器具产地</th><td>产地、国产/进口</td><td>国产、进口或港澳台；不填视为国产</td></tr>
<tr><th scope="row">使用地点行政区划</th><td>行政区划、所在区县</td><td>如：北京市 东城区，也可填区划代码；不填视为本单位所在地</td></tr>
<tr><th scope="row">器具数量</th><td>数量、台数</td><td>整数；不填视为 1</td></tr>
<tr><th scope="row">送检方式</th><td>检定方式</td><td>送检或现场检定；不填视为送检</td></tr>
<tr><th scope="row">管理编号</th><td>内部编号、资产编号</td><td>选填</td></tr>
<tr><th scope="row">检定周期（月）</th><td>周期、检定周期</td><td>选填，如 12、12个月、1年；不填时按目录中的周期</td></tr>
<tr><th scope="row">上次检定日期</th><td>检定日期、上次检定</td><td>选填，如 2026-01-31、2026/1/31、2026年1月31日、20260131</td></tr>
<tr><th scope="row">有效期至</th><td>有效期、有效日期、下次检定日期、到期日期</td><td>选填；不填时按检定日期和周期推算</td></tr>
<tr><th scope="row">检定证书编号</th><td>证书编号、证书号</td><td>选填</td></tr>
<tr><th scope="row">检定机构</th><td>检定单位</td><td>选填</td></tr>
<tr><th scope="row">备注</th><td>说明</td><td>选填</td></tr>
</tbody>
</table>
</div>
<h2>批量修改已登记的器具</h2>
<p>先从台账导出，在导出的文件中修改后再导入。系统按“系统编号”找到原来的器具，只修改文件中有的列；删去不需要修改的列也可以，但请保留“系统编号”和“版本”。导出以后被他人改过的器具不会被覆盖，会提示重新导出。检定机构登记的检定结果不能用导入修改。</p>
<h2>常见错误</h2>
<ul>
<li><strong>编号变成 1.23E+15：</strong>超过 15 位的编号在电子表格中会丢失数字，以 0 开头的会丢失 0。请先把这一列设为“文本”格式，再对照铭牌填写。模板中的单元格已设为文本格式。</li>
<li><strong>编号变成日期：</strong>“2-1”这样的编号会被当成 2 月 1 日，同样请先设为“文本”格式。</li>
<li><strong>日期不存在：</strong>平年没有 2 月 29 日，4、6、9、11 月没有 31 日。</li>
<li><strong>名称像电子表格、其实是网页：</strong>有些系统导出的 xls 文件是网页，请用电子表格打开，另存为 xlsx。</li>
<li><strong>公式：</strong>按文件中保存的计算结果读取。</li>
</ul>
<h2>样例文件</h2>
<ul>
<li><a href="{{STATIC}}/help/import-good.csv">填写正确的样例（csv）</a>：可以直接导入试看检查结果，看后点【放弃】。</li>
<li><a href="{{STATIC}}/help/import-bad.csv">有错误的样例（csv）</a>：每行有一处常见错误，上传后可以看到提示。</li>
</ul>
<p>仍有问题的，请拨打服务热线 <strong class="nowrap">{{HOTLINE}}</strong>。</p>
</div>
