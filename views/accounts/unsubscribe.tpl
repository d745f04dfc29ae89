{{%AUTOESCAPE context="HTML"}}
{{! What a reminder's reader may stop, by what the address is to the unit: EXTRA, REGISTERED, REGISTERED_STOPPED, MANAGER, NOTHING; and what
    was done: EXTRA_DONE, REGISTERED_DONE. The address of this page is all the form needs: only the mail has it. }}
<h1>退订到期提醒</h1>
<div class="card card-lead">
{{#EXTRA}}
<p>退订后，<strong class="code">{{ADDRESS}}</strong> 不再收到关于“<strong>{{UNIT}}</strong>”的器具到期提醒。该单位可以看到您已退订；以后需要恢复的，可请该单位重新添加，再由您确认。</p>
<form method="post" action="{{BASE}}/accounts/unsubscribe?t={{LINK:u}}">
<p class="actions"><input type="submit" class="button button-primary" name="op_stop" value="退订"></p>
</form>
{{/EXTRA}}
{{#EXTRA_DONE}}
<p><strong>已退订。</strong><span class="code">{{ADDRESS}}</span> 不再收到关于“{{UNIT}}”的器具到期提醒。以后需要恢复的，可请该单位重新添加，再由您确认。</p>
{{/EXTRA_DONE}}
{{#REGISTERED}}
<p><strong class="code">{{ADDRESS}}</strong> 是“<strong>{{UNIT}}</strong>”的单位邮箱。退订后，该单位（包括它添加的其他接收邮箱）不再收到：</p>
<ul>
<li>到期前提醒</li>
<li>到期轮换提醒</li>
<li>从未检定提醒</li>
</ul>
<p><strong>已超期</strong>和<strong>检定不合格</strong>的提醒仍会发送：这些器具依法不得使用，须尽快处理。</p>
<form method="post" action="{{BASE}}/accounts/unsubscribe?t={{LINK:u}}">
<p class="actions"><input type="submit" class="button button-primary" name="op_stop" value="退订"></p>
</form>
{{/REGISTERED}}
{{#REGISTERED_DONE}}
<p><strong>已退订。</strong>“{{UNIT}}”不再收到到期前、到期轮换和从未检定的提醒；已超期和检定不合格的提醒仍会发送到 <span class="code">{{ADDRESS}}</span>。</p>
<p>需要恢复或调整的，请登录后在<a href="{{BASE}}/accounts/reminders">到期提醒设置</a>修改；更换单位邮箱，在<a href="{{BASE}}/accounts/unit/contact">单位联系方式</a>修改。</p>
{{/REGISTERED_DONE}}
{{#REGISTERED_STOPPED}}
<p>“{{UNIT}}”的到期前、到期轮换和从未检定的提醒已经停发。已超期和检定不合格的提醒仍会发送到 <span class="code">{{ADDRESS}}</span>：这些器具依法不得使用，须尽快处理。</p>
<p>需要恢复或调整的，请登录后在<a href="{{BASE}}/accounts/reminders">到期提醒设置</a>修改；更换单位邮箱，在<a href="{{BASE}}/accounts/unit/contact">单位联系方式</a>修改。</p>
{{/REGISTERED_STOPPED}}
{{#MANAGER}}
<p><span class="code">{{ADDRESS}}</span> 是“{{UNIT}}”负责人的邮箱，只在器具超期或检定不合格已久、仍无人处理时收到提醒，不能退订：这些器具依法不得使用，单位负责人须知情。</p>
<p>器具申请检定或停用后，就不再提醒。本单位日常提醒的内容和接收邮箱，请登录后在<a href="{{BASE}}/accounts/reminders">到期提醒设置</a>查看和修改。</p>
{{/MANAGER}}
{{#NOTHING}}
<p><span class="code">{{ADDRESS}}</span> 现在不接收关于“{{UNIT}}”的到期提醒，不需要退订。</p>
{{/NOTHING}}
</div>
