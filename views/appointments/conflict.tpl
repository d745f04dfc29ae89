{{%AUTOESCAPE context="HTML"}}
{{! Why a line cannot be on this appointment: one section a code of store/appointments/booking.h, and CANNOT_TAKE. }}
{{#ON_APPOINTMENT}}<span class="field-error">已在预约单 {{NUMBER}} 中，不能重复预约。</span>{{/ON_APPOINTMENT}}
{{#IS_SCRAPPED}}<span class="field-error">已报废，不能预约。</span>{{/IS_SCRAPPED}}
{{#FIRST_DONE}}<span class="field-error">该种别只做首次强制检定，已有首次检定记录，不再检定：到期轮换或失准报废。</span>{{/FIRST_DONE}}
{{#IS_GONE}}<span class="field-error">台账中已没有这台器具。</span>{{/IS_GONE}}
{{#CANNOT_TAKE}}<span class="field-error">所选机构不能以所选送检方式检定这台器具（授权项目、区域或期限不符），请移除或改选机构。</span>{{/CANNOT_TAKE}}
