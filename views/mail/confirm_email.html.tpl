{{%AUTOESCAPE context="HTML"}}
<p style="margin:0 0 14px 0;">{{NAME}}，您好：</p>
<p style="margin:0 0 14px 0;">“{{ORGANISATION}}”的账户把这个邮箱登记为联系邮箱，需要确认后才会使用。</p>
<p style="margin:0 0 14px 0;">请在 {{EXPIRES}} 前打开下面的地址，确认这是您的邮箱：<br />
<a href="{{ADDRESS}}" style="color:#1b4f8a; word-break:break-all;">{{ADDRESS}}</a></p>
<p style="margin:0 0 14px 0;">该地址只能使用一次。如果打不开，请把整行地址复制到浏览器的地址栏。</p>
<p style="margin:0 0 14px 0;">如果不是您本人登记，请不必理会：什么也不会发生，这个邮箱不会被使用。</p>
