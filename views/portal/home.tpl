{{%AUTOESCAPE context="HTML"}}
{{! The first page. SIGNED_OUT / SIGNED_IN, ANNOUNCEMENT (ID TITLE DATE) or NO_ANNOUNCEMENTS,
    REVIEW_HOURS. }}
<h1 class="sr-only">{{SITE_TITLE}}首页</h1>
<div class="columns">
<section class="card card-lead column-wide">
<h2>{{SYSTEM_TITLE}}</h2>
<p>使用强制检定工作计量器具的单位，在这里建立器具台账，查看检定有效期和到期情况。强制检定不收取费用。</p>
<p class="actions"><a class="button button-primary" href="{{BASE}}/systems/qiangjian">在线办理</a></p>
</section>
<section class="card">
{{#SIGNED_OUT}}
<h2>登录与注册</h2>
<p class="actions"><a class="button" href="{{BASE}}/accounts/login">登录</a> <a class="button" href="{{BASE}}/accounts/register">企业注册</a></p>
<p class="small">首次使用的单位请先注册。注册信息由管理员审核，审核时间：工作日 {{REVIEW_HOURS}}。</p>
<p class="small">咨询热线：<strong class="nowrap">{{HOTLINE}}</strong></p>
{{/SIGNED_OUT}}
{{#SIGNED_IN}}
<h2>您好，{{USER_NAME}}</h2>
<p>{{UNIT_NAME}}</p>
<p>今天是 {{TODAY}}。</p>
<p class="actions"><a class="button" href="{{BASE}}/systems/qiangjian">进入在线办理</a></p>
<p class="small">咨询热线：<strong class="nowrap">{{HOTLINE}}</strong></p>
{{/SIGNED_IN}}
</section>
</div>
<div class="columns">
<section class="card column-wide">
<h2>通知公告</h2>
<ul class="announcements">
{{#ANNOUNCEMENT}}
<li><span class="date">{{DATE}}</span> <a href="{{BASE}}/announcements/{{ID}}">{{TITLE}}</a></li>
{{/ANNOUNCEMENT}}
{{#NO_ANNOUNCEMENTS}}
<li class="empty">目前没有公告。</li>
{{/NO_ANNOUNCEMENTS}}
</ul>
</section>
<section class="card">
<h2>信息查询服务</h2>
<p><a href="{{BASE}}/query/instruments"><strong>强检器具信息</strong></a><br><span class="small">器具的检定机构、有效期和状态</span></p>
<p><a href="{{BASE}}/query/institutions"><strong>计量检定机构信息</strong></a><br><span class="small">机构的地址、电话和授权项目</span></p>
<p><a href="{{BASE}}/query/catalogue"><strong>强制检定器具目录信息</strong></a><br><span class="small">哪些器具须强制检定、检定周期</span></p>
</section>
</div>
<section class="related">
<h2>你可能关注</h2>
<ul class="tiles">
<li><a href="{{BASE}}/systems/qiangjian"><strong>{{SYSTEM_TITLE}}</strong> <span>在线办理</span></a></li>
<li><a href="{{BASE}}/help/environment"><strong>运行环境要求</strong> <span>支持的浏览器和设置方法</span></a></li>
<li><a href="{{BASE}}/help/terms"><strong>用户服务协议</strong> <span>使用本门户的约定</span></a></li>
<li><a href="{{BASE}}/help/privacy"><strong>隐私政策</strong> <span>个人信息如何保存和使用</span></a></li>
</ul>
</section>
