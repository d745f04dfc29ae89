{{%AUTOESCAPE context="HTML"}}
{{! What can be chosen: in use or stopped, on no open appointment, urgent first. Part of the form around it. }}
<h2>选择器具</h2>
<div class="filter"><span class="filter-pair"><label for="f-pick">器具名称、出厂编号或管理编号</label> <input type="text" class="text short" id="f-pick" name="pick" value="{{PICK}}" maxlength="100" autocomplete="off"> <input type="submit" class="button button-small" name="op_find" value="查找"></span> <span class="filter-pair"><input type="submit" class="button button-small" name="op_due" value="30 天内到期和已超期的全部"><input type="hidden" name="pick_page" value="{{PICK_PAGE}}"></span></div>
{{#NONE_LEFT}}
<p class="empty">没有其他可以预约的器具。在用和停用、不在其他预约中的器具才能预约。<a href="{{BASE}}/ledger">查看台账</a></p>
{{/NONE_LEFT}}
{{#NOTHING_FOUND}}
<p class="empty">没有找到可以预约的器具。请换一个词，例如只填名称中的两个字；已报废或已在预约中的不列出。</p>
{{/NOTHING_FOUND}}
{{#FOUND}}
<div class="table-scroll" tabindex="0" role="region" aria-label="可以预约的器具">
<table class="list">
<caption class="sr-only">可以预约的器具，已超期和即将到期的在前</caption>
<thead><tr><th scope="col" class="choose-head">加入</th><th scope="col">器具名称</th><th scope="col">型号规格</th><th scope="col">出厂编号</th><th scope="col">检定状态</th><th scope="col">有效期至</th><th scope="col">使用地点</th></tr></thead>
<tbody>
{{#ROW}}
<tr class="{{#ROW_RED}}standing-red{{/ROW_RED}}{{#ROW_YELLOW}}standing-yellow{{/ROW_YELLOW}}">
<td><input type="checkbox" class="choose" name="id" value="{{ID}}" id="c-{{ID}}"><label for="c-{{ID}}" class="sr-only">加入 {{NAME}} {{SERIAL_NUMBER}}</label></td>
<th scope="row"><a href="{{BASE}}/ledger/{{ID}}">{{NAME}}</a>{{#DRAFTED}}<br><span class="small">已在待提交预约单 <a href="{{BASE}}/appointments/{{APPOINTMENT}}">{{NUMBER}}</a></span>{{/DRAFTED}}</th>
<td>{{MODEL}}</td>
<td class="code">{{SERIAL_NUMBER}}</td>
<td>
{{>STANDING}}
{{#REPAIRED}}<br><span class="small">修复后复检</span>{{/REPAIRED}}{{#FIRST_ONLY}}<br><span class="small">只做首次强制检定，已有检定记录</span>{{/FIRST_ONLY}}</td>
<td class="nowrap">{{VALID_UNTIL}}</td>
<td>{{PLACE}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
<p><input type="submit" class="button" name="op_add" value="加入"> <span class="small muted">共 {{MATCHED}} 条，第 {{PAGE}} / {{PAGES}} 页</span>{{#PREVIOUS}} <input type="submit" class="link-button" name="op_pick_previous" value="上一页">{{/PREVIOUS}}{{#NEXT}} <input type="submit" class="link-button" name="op_pick_next" value="下一页">{{/NEXT}}</p>
{{/FOUND}}
