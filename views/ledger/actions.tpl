{{%AUTOESCAPE context="HTML"}}
{{! What can be done with one instrument (handlers/ledger/actions.cpp); the changes of state ask first. }}
<p class="actions no-print">{{#CAN_EDIT}}<a class="button button-primary" href="{{BASE}}/ledger/{{ID}}/edit">修改</a> {{/CAN_EDIT}}{{#CAN_COPY}}<a class="button" href="{{BASE}}/ledger/{{ID}}/copy">复制</a> {{/CAN_COPY}}{{#CAN_BOOK}}<a class="button" href="{{BASE}}/appointments/new?id={{ID}}">加入预约</a> {{/CAN_BOOK}}{{#CAN_ROTATE}}<a class="button" href="{{BASE}}/ledger/{{ID}}/rotate">到期轮换</a> {{/CAN_ROTATE}}<a class="button" href="{{BASE}}/ledger/labels?id={{ID}}">打印标签</a> <a class="button" href="{{BASE}}/ledger">返回台账</a></p>
{{#CHANGES}}
<form class="bulk no-print" method="get" action="{{BASE}}/ledger/bulk">
<input type="hidden" name="ie" value="✓"><input type="hidden" name="id" value="{{ID}}">
<span class="bulk-acts">变更：{{#CHANGE}}<input type="submit" class="button button-small" name="{{OP}}" value="{{WORD}}"> {{/CHANGE}}</span>
</form>
{{/CHANGES}}
