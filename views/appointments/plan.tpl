{{%AUTOESCAPE context="HTML"}}
{{! The chosen instruments by appointment (GROUP with LINEs and why this institution), those nobody can take (NOWHERE, with whom to
    ask), those that are not there any more (GONE). A line stays when its box is ticked. }}
<p>已选择 <strong>{{CHOSEN}}</strong> 条器具{{#SEVERAL}}，将分成 <strong>{{GROUPS}}</strong> 张预约单{{/SEVERAL}}。</p>
{{#LEFT_OUT}}
<p class="note">一张预约单最多 500 条，另有 {{COUNT}} 条未列入（已优先列入最急的）。提交后请再次新增。</p>
{{/LEFT_OUT}}
{{#GONE}}
<p class="field-error">有一台器具（编号 {{ID}}）已从台账中删除，不再列入。</p>
{{/GONE}}
{{#GROUP}}
<h3>{{INSTITUTION}}：{{DELIVERY}}，{{COUNT}} 条</h3>
<p class="small muted">{{DIVISION}}　<span class="maybe" data-value="{{ADDRESS}}">地址：{{ADDRESS}}</span>　<span class="maybe" data-value="{{PHONE}}">电话：{{PHONE}}</span></p>
{{#INSTRUCTIONS}}
<p class="small">送检须知：{{TEXT}}</p>
{{/INSTRUCTIONS}}
{{#REGROUP}}
<p><label for="group-{{N}}">这一组全部改由</label> <select class="text" id="group-{{N}}" name="group_{{CODE}}">
<option value="">不改</option>
{{#OPTION}}
<option value="{{TO}}">{{INSTITUTION}}（{{DELIVERY}}）</option>
{{/OPTION}}
</select> <span class="small muted">选择后点【更新】。</span></p>
{{/REGROUP}}
<div class="table-scroll" tabindex="0" role="region" aria-label="{{INSTITUTION}}的器具（{{DELIVERY}}）">
<table class="list">
<caption class="sr-only">{{INSTITUTION}}（{{DELIVERY}}）</caption>
<thead><tr><th scope="col" class="choose-head">预约</th><th scope="col">器具名称</th><th scope="col">型号规格</th><th scope="col">测量范围</th><th scope="col">准确度等级</th><th scope="col">出厂编号</th><th scope="col">数量</th><th scope="col">检定状态</th><th scope="col">使用地点</th><th scope="col">选择理由</th></tr></thead>
<tbody>
{{#LINE}}
<tr>
<td><input type="checkbox" class="choose" name="id" value="{{ID}}" id="c-{{ID}}" checked><label for="c-{{ID}}" class="sr-only">预约 {{NAME}} {{SERIAL_NUMBER}}</label></td>
<th scope="row"><a href="{{BASE}}/ledger/{{ID}}">{{NAME}}</a>{{#DRAFTED}}<br><span class="small">已在待提交预约单 <a href="{{BASE}}/appointments/{{APPOINTMENT}}">{{NUMBER}}</a></span>{{/DRAFTED}}
{{#REFUSED}}<br>
{{>CONFLICT}}
{{/REFUSED}}
</th>
<td>{{MODEL}}</td>
<td>{{MEASURING_RANGE}}</td>
<td>{{ACCURACY}}</td>
<td class="code">{{SERIAL_NUMBER}}</td>
<td class="number">{{QUANTITY}}</td>
<td>
{{>STANDING}}
{{#REPAIRED}}<br><span class="small">修复后复检</span>{{/REPAIRED}}{{#FIRST_ONLY}}<br><span class="small">只做首次强制检定，已有检定记录</span>{{/FIRST_ONLY}}</td>
<td>{{PLACE}}</td>
<td class="small">{{#NEAR_SAME}}本县（区）机构{{/NEAR_SAME}}{{#NEAR_CITY}}本市（地、州）机构{{/NEAR_CITY}}{{#NEAR_PROVINCE}}本省（自治区、直辖市）机构{{/NEAR_PROVINCE}}{{#NEAR_ELSEWHERE}}其他省机构，服务本区域{{/NEAR_ELSEWHERE}}{{#COVERED}}，授权项目覆盖{{/COVERED}}{{#RANGE_UNCLEAR}}；测量范围无法自动比对，由机构受理时核定{{/RANGE_UNCLEAR}}{{#ACCURACY_UNCLEAR}}；准确度等级无法自动比对，由机构受理时核定{{/ACCURACY_UNCLEAR}}{{#OTHER_WAY}}；送检方式与台账不同{{/OTHER_WAY}}<br>
{{#ALTERNATIVES}}<label for="to-{{ID}}" class="sr-only">{{NAME}} {{SERIAL_NUMBER}} 改由</label><select class="text" id="to-{{ID}}" name="to_{{ID}}">
{{#NO_CHOICE}}
<option value="">请选择</option>
{{/NO_CHOICE}}
{{#OPTION}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{INSTITUTION}}（{{DELIVERY}}）</option>
{{/OPTION}}
</select>{{/ALTERNATIVES}}
</td>
</tr>
{{/LINE}}
</tbody>
</table>
</div>
{{/GROUP}}
{{#NOWHERE}}
<h3>暂无机构可以检定的器具，{{COUNT}} 条</h3>
<p class="note">以下器具没有已授权、区域和能力都符合的计量技术机构，不会列入预约单。请向所在地市场监管部门咨询；可以改用其他送检方式的，在最后一列选择后点【更新】。</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="暂无机构可以检定的器具">
<table class="list">
<caption class="sr-only">暂无机构可以检定的器具</caption>
<thead><tr><th scope="col" class="choose-head">预约</th><th scope="col">器具名称</th><th scope="col">型号规格</th><th scope="col">测量范围</th><th scope="col">准确度等级</th><th scope="col">出厂编号</th><th scope="col">数量</th><th scope="col">检定状态</th><th scope="col">使用地点</th><th scope="col">咨询</th></tr></thead>
<tbody>
{{#LINE}}
<tr>
<td><input type="checkbox" class="choose" name="id" value="{{ID}}" id="c-{{ID}}" checked><label for="c-{{ID}}" class="sr-only">预约 {{NAME}} {{SERIAL_NUMBER}}</label></td>
<th scope="row"><a href="{{BASE}}/ledger/{{ID}}">{{NAME}}</a>{{#DRAFTED}}<br><span class="small">已在待提交预约单 <a href="{{BASE}}/appointments/{{APPOINTMENT}}">{{NUMBER}}</a></span>{{/DRAFTED}}
{{#REFUSED}}<br>
{{>CONFLICT}}
{{/REFUSED}}
</th>
<td>{{MODEL}}</td>
<td>{{MEASURING_RANGE}}</td>
<td>{{ACCURACY}}</td>
<td class="code">{{SERIAL_NUMBER}}</td>
<td class="number">{{QUANTITY}}</td>
<td>
{{>STANDING}}
{{#REPAIRED}}<br><span class="small">修复后复检</span>{{/REPAIRED}}{{#FIRST_ONLY}}<br><span class="small">只做首次强制检定，已有检定记录</span>{{/FIRST_ONLY}}</td>
<td>{{PLACE}}</td>
<td class="small">{{#SUPERVISOR}}{{NAME}}　{{CONTACT}}　{{PHONE}}　{{ADDRESS}}{{/SUPERVISOR}}{{#NO_SUPERVISOR}}请拨打服务热线 {{HOTLINE}}{{/NO_SUPERVISOR}}<br>
{{#ALTERNATIVES}}<label for="to-{{ID}}" class="sr-only">{{NAME}} {{SERIAL_NUMBER}} 改由</label><select class="text" id="to-{{ID}}" name="to_{{ID}}">
{{#NO_CHOICE}}
<option value="">请选择</option>
{{/NO_CHOICE}}
{{#OPTION}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{INSTITUTION}}（{{DELIVERY}}）</option>
{{/OPTION}}
</select>{{/ALTERNATIVES}}
</td>
</tr>
{{/LINE}}
</tbody>
</table>
</div>
{{/NOWHERE}}
