{{%AUTOESCAPE context="HTML"}}
{{! Which browsers work and how to set them. }}
<div class="document">
<h1>运行环境要求</h1>
<p>本门户在下列浏览器中均可正常使用，无需安装任何插件或控件。</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="支持的浏览器">
<table class="list">
<caption>支持的浏览器</caption>
<thead><tr><th scope="col">浏览器</th><th scope="col">最低版本</th><th scope="col">说明</th></tr></thead>
<tbody>
<tr><th scope="row">谷歌（Chrome）</th><td>60 及以上</td><td>建议使用最新版本</td></tr>
<tr><th scope="row">火狐（Firefox）</th><td>55 及以上</td><td>建议使用最新版本</td></tr>
<tr><th scope="row">360 安全浏览器</th><td>8.1.1 及以上</td><td>使用极速模式</td></tr>
<tr><th scope="row">360 极速浏览器</th><td>9.0.1 及以上</td><td>使用极速模式</td></tr>
<tr><th scope="row">Internet Explorer（IE）</th><td>10 及以上</td><td>关闭兼容性视图</td></tr>
</tbody>
</table>
</div>
<h2>360 浏览器怎样切换到极速模式</h2>
<p>打开 360 浏览器后，点击地址栏右侧的模式图标，选择【极速模式】；如仍异常，请及时更新浏览器。</p>
<h2>IE 浏览器怎样关闭兼容性视图</h2>
<ol>
<li>按一下 Alt 键显示菜单栏，打开【工具】→【兼容性视图设置】。</li>
<li>如果“已添加到兼容性视图中的网站”里有本门户的地址，请选中它并点击【删除】。</li>
<li>在单位内部网络使用的，请取消勾选“在兼容性视图中显示 Intranet 站点”，然后关闭窗口、刷新页面。</li>
</ol>
<p>使用 IE 10 打不开本门户的，请打开【工具】→【Internet 选项】→【高级】，勾选“使用 TLS 1.2”后重试。</p>
<h2>其他设置</h2>
<ul>
<li>请允许本门户保存 Cookie，登录和提交表单需要它。本门户的 Cookie 只用于保持登录、保护表单和记住显示方式。</li>
<li>没有启用 JavaScript 也可以办理全部业务，只是选择行政区划等操作需要多按一次按钮。</li>
<li>显示器宽度建议 1024 像素以上；手机上也可以办理，较宽的表格可以左右滑动查看。</li>
<li>文字看不清时，可以在<a href="{{BASE}}/help/display">显示设置</a>里换用大字或高对比度。</li>
</ul>
<p>按以上方法仍不能使用的，请拨打服务热线 <strong class="nowrap">{{HOTLINE}}</strong>。</p>
</div>
