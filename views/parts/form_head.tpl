{{%AUTOESCAPE context="HTML"}}
{{! First inside every form that posts: "ie" says the names and values are UTF-8, the token that we made this form. }}
<input type="hidden" name="ie" value="✓"><input type="hidden" name="token" value="{{TOKEN}}">
