{{%AUTOESCAPE context="HTML"}}
{{! First inside every form that posts: "ie" declares names and values as UTF-8, the token proves that we made this form. }}
<input type="hidden" name="ie" value="✓"><input type="hidden" name="token" value="{{TOKEN}}">
