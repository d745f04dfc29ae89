{{%AUTOESCAPE context="HTML"}}
{{! What can be done with one instrument (handlers/ledger/actions.cpp). }}
<p class="actions no-print">{{#CAN_EDIT}}<a class="button button-primary" href="{{BASE}}/ledger/{{ID}}/edit">修改</a> {{/CAN_EDIT}}<a class="button" href="{{BASE}}/ledger">返回台账</a>{{#MAY_EDIT}} <a class="button" href="{{BASE}}/ledger/new">新增</a>{{/MAY_EDIT}}</p>
