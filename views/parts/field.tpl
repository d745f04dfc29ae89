{{%AUTOESCAPE context="HTML"}}
{{! One field of a form: label, control, hint below it, error beside it. Exactly one of TEXT PASSWORD TEXTAREA SELECT RADIO
    CHECKBOX CHECKBOXES FILE DIVISION CAPTCHA is shown, ERROR at most once. Ids: f-NAME (of a group's first control: the first
    radio button, the first select), f-NAME-hint, f-NAME-error. LIMITED shows MAXLENGTH.
    :p keeps the lines of a text area, where the usual escaping turns them into spaces.
    The hint's paragraph is always there, so that aria-describedby never points at nothing; empty, it takes no room. }}
{{#TEXT}}
<div class="field{{#WIDE}} field-wide{{/WIDE}}{{#ERROR}} has-error{{/ERROR}}">
<label for="f-{{NAME}}">{{LABEL}}{{#REQUIRED}}<span class="required">（必填）</span>{{/REQUIRED}}{{#OPTIONAL}}<span class="optional">（选填）</span>{{/OPTIONAL}}</label>
<input type="text" class="text{{#WIDE}} wide{{/WIDE}}" id="f-{{NAME}}" name="{{NAME}}" value="{{VALUE}}"{{#FOCUS}} autofocus{{/FOCUS}}{{#LIMITED}} maxlength="{{MAXLENGTH}}"{{/LIMITED}} autocomplete="{{AUTOCOMPLETE}}" aria-describedby="f-{{NAME}}-hint{{#ERROR}} f-{{NAME}}-error{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}>
{{/TEXT}}
{{#PASSWORD}}
<div class="field{{#ERROR}} has-error{{/ERROR}}">
<label for="f-{{NAME}}">{{LABEL}}{{#REQUIRED}}<span class="required">（必填）</span>{{/REQUIRED}}{{#OPTIONAL}}<span class="optional">（选填）</span>{{/OPTIONAL}}</label>
<input type="password" class="text" id="f-{{NAME}}" name="{{NAME}}" value=""{{#LIMITED}} maxlength="{{MAXLENGTH}}"{{/LIMITED}} autocomplete="{{AUTOCOMPLETE}}" aria-describedby="f-{{NAME}}-hint{{#ERROR}} f-{{NAME}}-error{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}>
{{/PASSWORD}}
{{#TEXTAREA}}
<div class="field field-wide{{#ERROR}} has-error{{/ERROR}}">
<label for="f-{{NAME}}">{{LABEL}}{{#REQUIRED}}<span class="required">（必填）</span>{{/REQUIRED}}{{#OPTIONAL}}<span class="optional">（选填）</span>{{/OPTIONAL}}</label>
<textarea class="text wide" id="f-{{NAME}}" name="{{NAME}}" rows="4" cols="60"{{#LIMITED}} maxlength="{{MAXLENGTH}}"{{/LIMITED}} aria-describedby="f-{{NAME}}-hint{{#ERROR}} f-{{NAME}}-error{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}>
{{VALUE:p}}</textarea>
{{/TEXTAREA}}
{{#SELECT}}
<div class="field{{#ERROR}} has-error{{/ERROR}}">
<label for="f-{{NAME}}">{{LABEL}}{{#REQUIRED}}<span class="required">（必填）</span>{{/REQUIRED}}{{#OPTIONAL}}<span class="optional">（选填）</span>{{/OPTIONAL}}</label>
<select class="text" id="f-{{NAME}}" name="{{NAME}}" aria-describedby="f-{{NAME}}-hint{{#ERROR}} f-{{NAME}}-error{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}>
{{#EMPTY_OPTION}}
<option value="">请选择</option>
{{/EMPTY_OPTION}}
{{#ANY_OPTION}}
<option value="">全部</option>
{{/ANY_OPTION}}
{{#OPTION}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/OPTION}}
{{#GROUP}}
<optgroup label="{{NAME}}">
{{#OPTION}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/OPTION}}
</optgroup>
{{/GROUP}}
</select>
{{/SELECT}}
{{#RADIO}}
<div class="field field-wide{{#ERROR}} has-error{{/ERROR}}">
<fieldset aria-describedby="f-{{NAME}}-hint{{#ERROR}} f-{{NAME}}-error{{/ERROR}}">
<legend>{{LABEL}}{{#REQUIRED}}<span class="required">（必填）</span>{{/REQUIRED}}{{#OPTIONAL}}<span class="optional">（选填）</span>{{/OPTIONAL}}</legend>
{{#OPTION}}
<label class="choice"><input type="radio"{{#FIRST_OPTION}} id="f-{{NAME}}"{{/FIRST_OPTION}} name="{{NAME}}" value="{{CODE}}"{{#CHECKED}} checked{{/CHECKED}}> {{WORD}}</label>
{{/OPTION}}
</fieldset>
{{/RADIO}}
{{#CHECKBOX}}
<div class="field field-checkbox field-wide{{#ERROR}} has-error{{/ERROR}}">
<input type="checkbox" id="f-{{NAME}}" name="{{NAME}}" value="yes"{{#CHECKED}} checked{{/CHECKED}} aria-describedby="f-{{NAME}}-hint{{#ERROR}} f-{{NAME}}-error{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}>
<label for="f-{{NAME}}">{{LABEL}}{{#REQUIRED}}<span class="required">（必填）</span>{{/REQUIRED}}{{#OPTIONAL}}<span class="optional">（选填）</span>{{/OPTIONAL}}</label>
{{/CHECKBOX}}
{{#CHECKBOXES}}
<div class="field field-wide{{#ERROR}} has-error{{/ERROR}}">
<fieldset aria-describedby="f-{{NAME}}-hint{{#ERROR}} f-{{NAME}}-error{{/ERROR}}">
<legend>{{LABEL}}{{#REQUIRED}}<span class="required">（必填）</span>{{/REQUIRED}}{{#OPTIONAL}}<span class="optional">（选填）</span>{{/OPTIONAL}}</legend>
{{#OPTION}}
<label class="choice"><input type="checkbox"{{#FIRST_OPTION}} id="f-{{NAME}}"{{/FIRST_OPTION}} name="{{NAME}}" value="{{CODE}}"{{#CHECKED}} checked{{/CHECKED}}> {{WORD}}</label>
{{/OPTION}}
</fieldset>
{{/CHECKBOXES}}
{{#FILE}}
<div class="field{{#ERROR}} has-error{{/ERROR}}">
<label for="f-{{NAME}}">{{LABEL}}{{#REQUIRED}}<span class="required">（必填）</span>{{/REQUIRED}}{{#OPTIONAL}}<span class="optional">（选填）</span>{{/OPTIONAL}}</label>
{{#STORED}}
<p class="kept">已收到文件：<strong>{{STORED_NAME}}</strong>。无需再次选择；重新选择的文件将替换它。</p>
{{/STORED}}
<input type="file" id="f-{{NAME}}" name="{{NAME}}" accept="{{ACCEPT}}" aria-describedby="f-{{NAME}}-hint{{#ERROR}} f-{{NAME}}-error{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}>
{{/FILE}}
{{#DIVISION}}
<div class="field field-wide{{#ERROR}} has-error{{/ERROR}}">
<fieldset data-division="{{NAME}}" data-url="{{BASE}}/divisions/children" aria-describedby="f-{{NAME}}-hint{{#ERROR}} f-{{NAME}}-error{{/ERROR}}">
<legend>{{LABEL}}{{#REQUIRED}}<span class="required">（必填）</span>{{/REQUIRED}}{{#OPTIONAL}}<span class="optional">（选填）</span>{{/OPTIONAL}}</legend>
{{#LEVEL}}
<span class="division-level"><label for="f-{{NAME}}">{{#PROVINCE}}省（自治区、直辖市）{{/PROVINCE}}{{#CITY}}市（地区、州、盟）{{/CITY}}{{#COUNTY}}县（区、市、旗）{{/COUNTY}}</label>
<select class="text" id="f-{{NAME}}" name="{{NAME}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}>
<option value="">请选择</option>
{{#OPTION}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/OPTION}}
</select></span>
{{/LEVEL}}
<input type="submit" class="button button-small" name="op_division" value="选择下级">
</fieldset>
{{/DIVISION}}
{{#CAPTCHA}}
<div class="field field-captcha field-wide{{#ERROR}} has-error{{/ERROR}}">
<label for="f-{{NAME}}">{{LABEL}}{{#REQUIRED}}<span class="required">（必填）</span>{{/REQUIRED}}</label>
<input type="hidden" name="captcha_seal" value="{{CAPTCHA_SEAL}}">
<input type="text" class="text short" id="f-{{NAME}}" name="{{NAME}}" value="" maxlength="20" autocomplete="off" aria-describedby="f-{{NAME}}-question f-{{NAME}}-hint{{#ERROR}} f-{{NAME}}-error{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}>
<img class="captcha" src="{{BASE}}{{CAPTCHA_PICTURE}}?c={{CAPTCHA_SEAL:u}}" alt="验证码图片，看不清时请回答下面的问答" height="40">
<span class="captcha-tools"><input type="submit" class="button button-small" name="op_captcha" value="换一张">
<a href="{{BASE}}{{CAPTCHA_PICTURE}}?c={{CAPTCHA_SEAL:u}}&amp;large=1" target="_blank" rel="noopener">查看大图<span class="sr-only">（在新窗口打开）</span></a></span>
<p class="captcha-question" id="f-{{NAME}}-question">验证码问答：{{QUESTION_A}}{{#PLUS}}加{{/PLUS}}{{#MINUS}}减{{/MINUS}}{{QUESTION_B}}等于几？</p>
{{/CAPTCHA}}
{{#ERROR}}
<p class="field-error" id="f-{{NAME}}-error"><span class="sr-only">错误：</span>
{{>MESSAGE}}
</p>
{{/ERROR}}
<p class="hint" id="f-{{NAME}}-hint">{{#HINTED}}{{>HINT}}{{/HINTED}}</p>
</div>
