{{%AUTOESCAPE context="HTML"}}
{{! The search by single fields, before anything was asked. }}
<h1>强检器具信息：详细查询</h1>
{{>WAYS}}
<p>至少填写一项能够确定范围的内容；填写的各项须同时符合。</p>
{{>FORM}}
<p class="note">查询结果仅供参考，以检定印证为准。发现超期使用可拨打 12315。</p>
