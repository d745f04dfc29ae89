{{! text/plain: nothing in here is escaped }}
{{UNIT}}：

截至 {{TODAY}}，下列强检器具需要处理{{#WITH_LATE}}，其中已超期、到轮换期或检定不合格 {{LATE}} 项{{/WITH_LATE}}：

{{#LINE}}
· {{#DUE_OVER}}【已超期 {{DAYS}} 天】{{/DUE_OVER}}{{#DUE_TODAY}}【今天到期】{{/DUE_TODAY}}{{#DUE_SOON}}【还有 {{DAYS}} 天到期】{{/DUE_SOON}}{{#ROTATE_OVER}}【已到轮换期 {{DAYS}} 天】{{/ROTATE_OVER}}{{#ROTATE_TODAY}}【今天到轮换期】{{/ROTATE_TODAY}}{{#ROTATE_SOON}}【还有 {{DAYS}} 天到期轮换】{{/ROTATE_SOON}}{{#FAILED}}【检定不合格，停止使用】{{/FAILED}}{{#NOT_VERIFIED}}【从未检定，请申请检定】{{/NOT_VERIFIED}}{{INSTRUMENT}}{{#SEVERAL}}（{{QUANTITY}} 台）{{/SEVERAL}}
  型号 {{MODEL}}，出厂编号 {{SERIAL_NUMBER}}，{{PLACE}}{{#DUE_OVER}}，有效期至 {{ANCHOR}}{{/DUE_OVER}}{{#DUE_TODAY}}，有效期至 {{ANCHOR}}{{/DUE_TODAY}}{{#DUE_SOON}}，有效期至 {{ANCHOR}}{{/DUE_SOON}}
{{/LINE}}
{{#WITH_MORE}}

另有 {{MORE}} 项没有列出，请到台账查看。
{{/WITH_MORE}}

查看并预约检定：{{ADDRESS}}

收到本邮件，是因为贵单位在系统中登记了这个邮箱。同一器具的同一次提醒只发一次；已经预约检定的不再提醒。登记了新的检定日期后，旧的提醒自动停止。
