{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>{{SYSTEM_TITLE}}</title>
</head>
<body bgcolor="#f2f4f7" style="margin:0; padding:0;">
<table width="100%" border="0" cellspacing="0" cellpadding="0" bgcolor="#f2f4f7"><tr><td align="center" style="padding:16px 8px;">
<table width="600" border="0" cellspacing="0" cellpadding="0" bgcolor="#ffffff" style="width:100%; max-width:600px; border:1px solid #d5dbe3;">
<tr><td bgcolor="#1b4f8a" style="padding:14px 16px; color:#ffffff; font-family:'Microsoft YaHei',SimSun,sans-serif; font-size:16px;">{{SYSTEM_TITLE}}</td></tr>
<tr><td align="left" style="padding:20px 16px; word-wrap:break-word; color:#222222; font-family:'Microsoft YaHei',SimSun,sans-serif; font-size:14px; line-height:24px;">
{{>HTML}}
</td></tr>
<tr><td align="left" style="padding:12px 16px; border-top:1px solid #d5dbe3; color:#555555; font-family:'Microsoft YaHei',SimSun,sans-serif; font-size:12px; line-height:20px;">
<a href="{{HOME}}" style="color:#1b4f8a;">{{HOME}}</a><br />
咨询电话：{{HOTLINE}}<br />
本邮件由系统自动发送{{#NO_ANSWERS}}，请不要直接回复{{/NO_ANSWERS}}{{#WITH_ANSWERS}}，如有疑问可直接回复{{/WITH_ANSWERS}}。
</td></tr>
</table>
</td></tr></table>
</body>
</html>
