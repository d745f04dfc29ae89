{{! text/plain: nothing in here is escaped }}
{{UNIT}}：

{{#OF_LONG}}
截至 {{TODAY}}，下列强检器具超期或检定不合格已超过 {{MANAGER_DAYS}} 天，仍没有处理，共 {{LATE}} 项：
{{/OF_LONG}}
{{#OF_ALL}}
截至 {{TODAY}}，下列强检器具需要处理{{#WITH_LATE}}，其中已超期、到轮换期或检定不合格 {{LATE}} 项{{/WITH_LATE}}：
{{/OF_ALL}}

{{#LINE}}
· {{#DUE_OVER}}【已超期 {{DAYS}} 天】{{/DUE_OVER}}{{#DUE_TODAY}}【今天到期】{{/DUE_TODAY}}{{#DUE_SOON}}【还有 {{DAYS}} 天到期】{{/DUE_SOON}}{{#ROTATE_OVER}}【已到轮换期 {{DAYS}} 天】{{/ROTATE_OVER}}{{#ROTATE_TODAY}}【今天到轮换期】{{/ROTATE_TODAY}}{{#ROTATE_SOON}}【还有 {{DAYS}} 天到期轮换】{{/ROTATE_SOON}}{{#FAILED}}【检定不合格，停止使用】{{/FAILED}}{{#NOT_VERIFIED}}【从未检定，请申请检定】{{/NOT_VERIFIED}}{{INSTRUMENT}}{{#SEVERAL}}（{{QUANTITY}} 台）{{/SEVERAL}}
  型号 {{MODEL}}，出厂编号 {{SERIAL_NUMBER}}，{{PLACE}}{{#DATED}}，有效期至 {{ANCHOR}}{{/DATED}}
{{/LINE}}
{{#WITH_MORE}}

另有 {{MORE}} 项没有在此列出。{{#FILE_WHOLE}}全部 {{ALL}} 项见附件“{{FILE}}”。{{/FILE_WHOLE}}{{#FILE_CUT}}附件“{{FILE}}”列有前 {{IN_FILE}} 项，其余请到台账查看。{{/FILE_CUT}}
{{/WITH_MORE}}

查看并预约检定：{{ADDRESS}}

收到本邮件，是因为{{#REGISTERED}}贵单位在系统中登记了这个邮箱{{/REGISTERED}}{{#EXTRA}}该单位把这个邮箱加为提醒的接收邮箱{{/EXTRA}}{{#MANAGER}}您是该单位的负责人{{/MANAGER}}。同一器具的同一次提醒只发一次；已经预约检定的不再提醒。登记了新的检定日期后，旧的提醒自动停止。

更改提醒的时间和接收邮箱（需要登录）：{{SETTINGS}}
{{#WITH_UNSUBSCRIBE}}
这个邮箱不想再收到提醒，请打开：
{{UNSUBSCRIBE}}
{{/WITH_UNSUBSCRIBE}}
