{{%AUTOESCAPE context="HTML"}}
{{! Above each page of supervision: TAB (its section names it), the WAY from the department's own regions to the one shown; NOTHING when the
    department has neither divisions nor units. }}
<ul class="tabs no-print">
{{#TAB}}
<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{#OVERVIEW}}概况{{/OVERVIEW}}{{#INSTRUMENTS}}台账查询{{/INSTRUMENTS}}{{#OVERDUE}}超期清单{{/OVERDUE}}{{#ROTATIONS}}到期轮换{{/ROTATIONS}}{{#UNITS}}使用单位{{/UNITS}}{{#UNSERVED}}未受理需求{{/UNSERVED}}{{#INSTITUTIONS}}技术机构{{/INSTITUTIONS}}{{#STATISTICS}}统计{{/STATISTICS}}</a></li>
{{/TAB}}
</ul>
{{#WAY}}
<p class="way">区域：<a href="{{HREF_ALL}}">全部辖区</a>{{#STEP}} › <a href="{{HREF}}">{{NAME}}</a>{{/STEP}}{{#ASSIGNED}} › 指定单位{{/ASSIGNED}}</p>
{{/WAY}}
{{#NOTHING}}
<p class="empty">尚未为本部门设置监管区域或指定单位，请联系系统管理员设置。</p>
{{/NOTHING}}
