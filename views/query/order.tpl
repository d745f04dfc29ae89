{{%AUTOESCAPE context="HTML"}}
{{! How the found ones are sorted. }}
<div class="field">
<label for="f-sort">排序</label>
<select class="text" id="f-sort" name="sort">
<option value="match"{{#BY_MATCH}} selected{{/BY_MATCH}}>相关度（最符合的在前）</option>
<option value="due"{{#BY_DUE}} selected{{/BY_DUE}}>有效期（最早到期的在前）</option>
</select>
</div>
