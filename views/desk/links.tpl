{{%AUTOESCAPE context="HTML"}}
{{! The desk's pages, on top of each of its lists. }}
<p class="desk-links no-print"><a href="{{BASE}}/desk/appointments">预约受理</a> <a href="{{BASE}}/desk/calendar">检定日历</a> <a href="{{BASE}}/desk/capacity">每日检定量</a> <a href="{{BASE}}/desk/export">导出受理清单</a> <a href="{{BASE}}/desk/results">结果登记</a>{{#MAY_MANAGE}} <a href="{{BASE}}/desk/tokens">接口令牌</a>{{/MAY_MANAGE}}</p>
