{{%AUTOESCAPE context="HTML"}}
{{! The sentence of a notice (消息), on one line: a section for each kind and side. In pages and, as plain text, in mails. }}
{{#UNIT_SUBMITTED}}预约单 {{NUMBER}} 已提交，共 {{LINES}} 项，等待检定机构受理。{{/UNIT_SUBMITTED}}
{{#UNIT_ANSWERED}}检定机构答复了预约单 {{NUMBER}}：已答复 {{ANSWERED}}/{{LINES}} 项{{#HAS_REFUSED}}，其中不予受理 {{REFUSED}} 项{{/HAS_REFUSED}}。请查看计划日期、地点和需携带的物品。{{/UNIT_ANSWERED}}
{{#UNIT_CANCELLED}}检定机构取消了预约单 {{NUMBER}} 中的{{#HAS_INSTRUMENT}}“{{INSTRUMENT}}”{{/HAS_INSTRUMENT}}（{{LINES}} 项）。原因：{{REASON}}{{/UNIT_CANCELLED}}
{{#UNIT_RESULTS}}检定结果已登记{{#HAS_NUMBER}}（预约单 {{NUMBER}}）{{/HAS_NUMBER}}：{{#HAS_INSTRUMENT}}“{{INSTRUMENT}}”{{SERIAL_NUMBER}}{{#MANY}} 等{{/MANY}}，{{/HAS_INSTRUMENT}}合格 {{PASSED}}，不合格 {{FAILED}}{{#HAS_RETURNED}}，退检 {{RETURNED}}{{/HAS_RETURNED}}。台账已更新{{#HAS_FAILED}}；不合格的器具请立即停止使用{{/HAS_FAILED}}。{{/UNIT_RESULTS}}
{{#UNIT_CORRECTED}}检定机构更正了“{{INSTRUMENT}}”{{SERIAL_NUMBER}}的检定结果{{#HAS_NUMBER}}（预约单 {{NUMBER}}）{{/HAS_NUMBER}}。原因：{{REASON}}{{/UNIT_CORRECTED}}
{{#UNIT_TAKEN_OUT}}“{{INSTRUMENT}}”{{SERIAL_NUMBER}}{{#MANY}} 等 {{LINES}} 台{{/MANY}}已停用或报废，已从待提交的预约单 {{NUMBER}} 中移出。{{/UNIT_TAKEN_OUT}}
{{#INSTITUTION_RECEIVED}}{{UNIT}}提交了预约单 {{NUMBER}}，共 {{LINES}} 项，请及时答复。{{/INSTITUTION_RECEIVED}}
{{#INSTITUTION_WITHDRAWN}}{{UNIT}}撤回了预约单 {{NUMBER}} 中未答复的 {{LINES}} 项。{{/INSTITUTION_WITHDRAWN}}
{{#INSTITUTION_CANCELLED}}{{UNIT}}取消了预约单 {{NUMBER}} 中的{{#HAS_INSTRUMENT}}“{{INSTRUMENT}}”{{/HAS_INSTRUMENT}}（{{LINES}} 项）。原因：{{REASON}}{{/INSTITUTION_CANCELLED}}
