{{%AUTOESCAPE context="HTML"}}
{{! 新增: what is chosen and where it goes (PLAN), what can be chosen (PICKER), the header. One form: every button sends all of it,
    and the first one only looks again. }}
<h1>新增预约</h1>
{{>ERRORS}}
<form method="post" action="{{BASE}}/appointments/new" novalidate>
{{>FORM_HEAD}}
<h2 id="f-instruments">要检定的器具</h2>
{{#NOTHING_CHOSEN}}
<p class="note">还没有选择器具。请在下面查找、勾选，再点【加入】；需要全部预约的，点【30 天内到期和已超期的全部】。</p>
{{/NOTHING_CHOSEN}}
{{#SOME_CHOSEN}}
<p><input type="submit" class="button button-small" name="op_plan" value="更新"> <span class="small muted">系统已按授权项目、区域和远近为每台器具选择检定机构；不同机构或不同送检方式分成各自的预约单。取消勾选或改选机构后点【更新】。</span></p>
{{/SOME_CHOSEN}}
{{>PLAN}}
{{>PICKER}}
<h2>预约信息</h2>
{{>HEADER}}
<p class="actions"><input type="submit" class="button" name="op_save" value="暂存"> <input type="submit" class="button button-primary" name="op_submit" value="提交"> <a class="button" href="{{BASE}}/appointments">取消</a></p>
<p class="small muted">【暂存】后可以继续修改，不占用器具；【提交】后由计量技术机构受理，受理前可以撤回。</p>
</form>
