{{%AUTOESCAPE context="HTML"}}
{{! The frame of every page: head, band, navigation, breadcrumb, notice, footer. The page itself is CONTENT.
    An include stands at the start of its line, here and in every template: ctemplate indents every line of an include
    as far as its marker, and would so put spaces into a text area's value.
    Every HREF is complete (the base path is in it). }}
<!DOCTYPE html>
<html lang="zh-CN" class="{{DISPLAY}}">
<head>
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<meta charset="utf-8">
<meta name="renderer" content="webkit">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{#HAS_ERRORS}}错误：{{/HAS_ERRORS}}{{TITLE}} - {{SITE_TITLE}}</title>
<link rel="shortcut icon" href="{{STATIC}}/img/favicon.ico">
<link rel="stylesheet" href="{{STATIC}}/css/qiangjian.css">
<link rel="stylesheet" href="{{STATIC}}/css/display.css">
<link rel="stylesheet" href="{{STATIC}}/css/print.css" media="print">
{{#APPOINTMENT_SHEET}}
<link rel="stylesheet" href="{{STATIC}}/css/appointment_sheet.css">
{{/APPOINTMENT_SHEET}}
{{#LABEL_SHEETS}}
<link rel="stylesheet" href="{{STATIC}}/css/labels.css">
{{/LABEL_SHEETS}}
</head>
<body>
<a class="skip-link" href="#main">跳到主要内容</a>
<!--[if lt IE 10]>
<div class="old-browser"><strong>您的浏览器版本过低，或正处于“兼容性视图”。</strong>
请使用 IE 10 或以上版本并关闭兼容性视图；使用 360 浏览器的，请点击地址栏右侧的模式图标，选择【极速模式】。您仍可继续使用本页。</div>
<![endif]-->
<div class="old-browser" id="old-browser" hidden><strong>您的浏览器版本过低，或正处于“兼容模式”，部分页面可能显示不正常。</strong>
使用 360 浏览器的，请点击地址栏右侧的模式图标，选择【极速模式】；使用 IE 的，请升级到 IE 10 或以上版本并关闭兼容性视图。
<a href="{{BASE}}/help/environment">查看运行环境要求</a>。您仍可继续使用本页。</div>
<header class="site-header">
<div class="band">
<div class="wrap">
<div class="site-name">
<a href="{{BASE}}/"><img src="{{STATIC}}/img/mark.svg" width="44" height="44" alt=""><span class="names"><span class="site-title">{{SITE_TITLE}}</span>
<span class="system-title">{{SYSTEM_TITLE}}</span>
<span class="english-title" lang="en">{{ENGLISH_TITLE}}</span></span></a>
{{#DEMO}}
<span class="demo-mark">演示系统</span>
{{/DEMO}}
</div>
<div class="who">
{{#BELL}}
<a class="bell" href="{{BASE}}/ledger/due">到期提醒{{#DUE}} <span class="bell-count">{{COUNT}}</span><span class="sr-only"> 台（件）需要处理</span>{{/DUE}}</a>
{{/BELL}}
{{#NOTICES}}
<a class="bell" href="{{BASE}}/accounts/notices">消息{{#UNREAD}} <span class="bell-count">{{COUNT}}</span><span class="sr-only"> 条未读</span>{{/UNREAD}}</a>
{{/NOTICES}}
{{#SIGNED_IN}}
<span class="who-name">{{UNIT_NAME}} {{#FINISHED}}<a class="who-login" href="{{BASE}}/accounts/profile">{{USER_NAME}}</a>{{/FINISHED}}</span>
<form class="inline-form" method="post" action="{{BASE}}/accounts/logout">
<input type="hidden" name="ie" value="✓"><input type="hidden" name="token" value="{{LOGOUT_TOKEN}}">
<input type="submit" class="link-button" name="op_logout" value="退出登录">
</form>
{{/SIGNED_IN}}
{{#SIGNED_OUT}}
<a href="{{BASE}}/accounts/login">登录</a><a href="{{BASE}}/accounts/register">注册</a>
{{/SIGNED_OUT}}
<a href="{{BASE}}/help/display">显示设置</a>
</div>
</div>
</div>
<nav class="site-nav" aria-label="主导航">
<div class="wrap">
<ul>
<li><a href="{{BASE}}/">首页</a></li>
<li><a href="{{BASE}}/systems/qiangjian">在线办理</a></li>
<li><a href="{{BASE}}/query">信息查询</a></li>
{{#UNIT}}
{{#REVIEWED}}
<li><a href="{{BASE}}/ledger">强检器具台账维护</a></li>
<li><a href="{{BASE}}/appointments">强检器具预约申请</a></li>
{{/REVIEWED}}
{{#NOT_REVIEWED}}
<li><a href="{{BASE}}/accounts/status">审核状态</a></li>
{{/NOT_REVIEWED}}
{{/UNIT}}
{{#INSTITUTION}}
<li><a href="{{BASE}}/desk/appointments">检定预约受理</a></li>
<li><a href="{{BASE}}/desk/results">检定结果登记</a></li>
{{/INSTITUTION}}
{{#SUPERVISOR}}
<li><a href="{{BASE}}/supervision">监督管理</a></li>
{{/SUPERVISOR}}
{{#MANAGER}}
<li><a href="{{BASE}}/accounts/members">成员管理</a></li>
{{/MANAGER}}
{{#ADMINISTRATOR}}
<li><a href="{{BASE}}/admin">系统管理</a></li>
<li><a href="{{BASE}}/admin/enterprises">企业审核</a></li>
{{/ADMINISTRATOR}}
<li><a href="{{BASE}}/help/environment">运行环境要求</a></li>
</ul>
</div>
</nav>
</header>
<div class="wrap">
<nav class="breadcrumb" aria-label="当前位置">
<ol>
{{#CRUMB}}
<li>{{#LINK}}<a href="{{HREF}}">{{/LINK}}{{NAME}}{{#LINK}}</a>{{/LINK}}</li>
{{/CRUMB}}
</ol>
</nav>
<main id="main" tabindex="-1">
{{#NOTICE}}
<div class="notice" role="status">
{{>NOTICE_TEXT}}
</div>
{{/NOTICE}}
{{>CONTENT}}
<p class="print-only">打印自 {{SITE_TITLE}}（{{SYSTEM_TITLE}}）{{#SIGNED_IN}}　打印人：{{UNIT_NAME}} {{USER_NAME}}{{/SIGNED_IN}}　打印日期：{{TODAY}}</p>
</main>
</div>
<footer class="site-footer">
<div class="wrap">
<h2>联系我们</h2>
<p>服务热线：<strong class="nowrap">{{HOTLINE}}</strong></p>
<ul class="offices">
{{#OFFICE}}
<li><strong>{{NAME}}</strong>
<span class="maybe" data-value="{{ADDRESS}}">地址：{{ADDRESS}}</span>
<span class="maybe" data-value="{{POSTCODE}}">邮编：{{POSTCODE}}</span>
<span class="maybe" data-value="{{PHONE}}">电话：{{PHONE}}</span>
<span class="maybe" data-value="{{FAX}}">传真：{{FAX}}</span></li>
{{/OFFICE}}
</ul>
<p class="footer-links"><a href="{{BASE}}/help/environment">运行环境要求</a><a href="{{BASE}}/help/terms">用户服务协议</a><a href="{{BASE}}/help/privacy">隐私政策</a><a href="{{BASE}}/help/display">显示设置</a></p>
<p class="records">{{#HAS_ORGANISER}}<span>主办单位：{{ORGANISER}}</span> {{/HAS_ORGANISER}}{{#HAS_ICP}}<a href="https://beian.miit.gov.cn/" target="_blank" rel="noopener noreferrer">{{ICP_NUMBER}}</a> {{/HAS_ICP}}{{#HAS_POLICE}}<span>{{POLICE_NUMBER}}</span> {{/HAS_POLICE}}{{#HAS_SITE_CODE}}<span>网站标识码：{{SITE_CODE}}</span>{{/HAS_SITE_CODE}}</p>
</div>
</footer>
<script src="{{STATIC}}/js/qiangjian.js"></script>
</body>
</html>
