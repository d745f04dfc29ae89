{{%AUTOESCAPE context="HTML"}}
<p style="margin:0 0 14px 0;">您好：</p>
<p style="margin:0 0 14px 0;">“{{ORGANISATION}}”希望把强检计量器具的到期提醒也发送到这个邮箱，需要您确认。</p>
<p style="margin:0 0 14px 0;">同意接收的，请在 {{EXPIRES}} 前打开下面的地址并确认：<br />
<a href="{{ADDRESS}}" style="color:#1b4f8a; word-break:break-all;">{{ADDRESS}}</a></p>
<p style="margin:0 0 14px 0;">该地址只能使用一次。如果打不开，请把整行地址复制到浏览器的地址栏。确认后，“{{ORGANISATION}}”的器具快要到期、已超期、检定不合格或从未检定时，会收到邮件，每天最多一封；每封邮件里都有退订的地址。</p>
<p style="margin:0 0 14px 0;">如果您不认识这家单位或不想接收，请不必理会：这个邮箱不会收到提醒。</p>
