{{%AUTOESCAPE context="HTML"}}
{{! The sentence of an error code: what is wrong and what to do. A and B are the values the code carries. }}
{{#REQUIRED}}
此项为必填项，请填写或选择。
{{/REQUIRED}}
{{#TOO_LONG}}
内容过长，请控制在 {{A}} 个字符以内。
{{/TOO_LONG}}
{{#CONTROL_CHARACTER}}
内容中含有不可见的控制字符，请删除后重新填写（从其他软件复制时容易带入）。
{{/CONTROL_CHARACTER}}
{{#NOT_A_CHOICE}}
所选内容不在可选范围内，请重新选择。
{{/NOT_A_CHOICE}}
{{#NOT_A_NUMBER}}
请填写整数，例如 12。
{{/NOT_A_NUMBER}}
{{#OUT_OF_RANGE}}
请填写 {{A}} 到 {{B}} 之间的数。
{{/OUT_OF_RANGE}}
{{#CODE_OLD_REGISTRATION}}
这是 15 位的旧注册号。请先到登记机关换领 18 位统一社会信用代码，再用新代码注册；如有疑问，请拨打服务热线 {{HOTLINE}}。
{{/CODE_OLD_REGISTRATION}}
{{#CODE_LENGTH}}
代码应为 18 位统一社会信用代码或 9 位组织机构代码，请核对位数。
{{/CODE_LENGTH}}
{{#CODE_POSITION}}
第 {{A}} 位的“{{B}}”不能使用，请核对（字母 O 与数字 0、字母 I 与数字 1 容易混淆）。
{{/CODE_POSITION}}
{{#CODE_CHECK_DIGIT}}
代码校验不通过，请对照证照逐位核对。
{{/CODE_CHECK_DIGIT}}
{{#CODE_TAKEN}}
该单位已经注册。请与本单位经办人核实后使用已有账户登录；忘记密码或无法登录的，请<a href="{{BASE}}/accounts/recover">找回账户</a>；不知道由谁注册的，请<a href="{{BASE}}/accounts/recover/claim">申请认领</a>，或拨打服务热线 {{HOTLINE}}。
{{/CODE_TAKEN}}
{{#LOGIN_TAKEN}}
该用户名已被使用，请换一个用户名。
{{/LOGIN_TAKEN}}
{{#LOGIN_FORMAT}}
用户名只能使用汉字、字母、数字和 _ . - @，并且不能全是数字，请修改。
{{/LOGIN_FORMAT}}
{{#LOGIN_LENGTH}}
用户名应为 {{A}} 至 {{B}} 个字符，请修改。
{{/LOGIN_LENGTH}}
{{#ID_LENGTH}}
居民身份证号码应为 18 位，请核对位数。
{{/ID_LENGTH}}
{{#ID_POSITION}}
第 {{A}} 位的“{{B}}”不能使用，请核对（前 17 位为数字，末位为数字或 X）。
{{/ID_POSITION}}
{{#ID_DATE}}
号码中的出生日期不存在或晚于今天，请核对第 7 至 14 位。
{{/ID_DATE}}
{{#ID_CHECK_DIGIT}}
证件号码校验不通过，请对照证件逐位核对。
{{/ID_CHECK_DIGIT}}
{{#DOCUMENT_FORMAT}}
证件号码的位数或字符与所选证件类型不符，请核对号码和证件类型。
{{/DOCUMENT_FORMAT}}
{{#MOBILE_FORMAT}}
请填写 11 位手机号码，例如 13800138000。
{{/MOBILE_FORMAT}}
{{#PHONE_FORMAT}}
请填写手机号码或带区号的固定电话，例如 010-12345678。
{{/PHONE_FORMAT}}
{{#EMAIL_FORMAT}}
电子邮箱格式不正确，请核对，例如 jiliang@example.cn。
{{/EMAIL_FORMAT}}
{{#REMINDER_DAYS_NEEDED}}
请至少选择一项；不需要到期前提醒的，请在【不需要的提醒】中勾选“到期前提醒”。
{{/REMINDER_DAYS_NEEDED}}
{{#REMINDER_WEEKLY_DAYS}}
每周汇总一封时，请至少选择一项 {{A}} 天或更长的，否则一周之内到期的器具会来不及提醒。
{{/REMINDER_WEEKLY_DAYS}}
{{#REMINDER_OWN_ADDRESS}}
这就是单位邮箱，已经会收到提醒，请填写别的邮箱。
{{/REMINDER_OWN_ADDRESS}}
{{#REMINDER_ADDRESS_KNOWN}}
这个邮箱已经在其他接收邮箱中。没有收到确认邮件的，可点【重新发送】。
{{/REMINDER_ADDRESS_KNOWN}}
{{#REMINDER_ADDRESSES_FULL}}
最多 {{A}} 个其他接收邮箱，请先移除不再需要的。
{{/REMINDER_ADDRESSES_FULL}}
{{#REMINDER_MAILS_FULL}}
24 小时内已发送 {{A}} 封确认邮件，请明天再试。
{{/REMINDER_MAILS_FULL}}
{{#PASSWORD_SHORT}}
密码过短，请至少使用 {{A}} 个字符。
{{/PASSWORD_SHORT}}
{{#PASSWORD_LONG}}
密码过长，请控制在 {{A}} 个字符以内。
{{/PASSWORD_LONG}}
{{#PASSWORD_COMMON}}
这个密码太常见，容易被猜到，请换一个。
{{/PASSWORD_COMMON}}
{{#PASSWORD_LOGIN}}
密码不能包含用户名，也不能与单位代码相同，请换一个。
{{/PASSWORD_LOGIN}}
{{#PASSWORD_MISMATCH}}
两次填写的密码不一致，请重新填写。
{{/PASSWORD_MISMATCH}}
{{#DIVISION_REQUIRED}}
请选择所在的行政区划。
{{/DIVISION_REQUIRED}}
{{#DIVISION_NOT_FINAL}}
请继续选择下一级，直到县（区）。
{{/DIVISION_NOT_FINAL}}
{{#CONSENT_REQUIRED}}
请阅读后勾选；不同意的，无法为您办理注册。
{{/CONSENT_REQUIRED}}
{{#CAPTCHA_WRONG}}
验证码不正确，请按新的图片或问答重新填写。
{{/CAPTCHA_WRONG}}
{{#CAPTCHA_EXPIRED}}
验证码已过期，请按新的图片或问答重新填写。
{{/CAPTCHA_EXPIRED}}
{{#LOGIN_WAIT}}
尝试次数过多，为保护账户安全，请在 {{A}} 分钟后再试。忘记密码的，可以办理找回密码。
{{/LOGIN_WAIT}}
{{#LOGIN_STEP_EXPIRED}}
两步验证已超时，请重新登录。
{{/LOGIN_STEP_EXPIRED}}
{{#CODE_WRONG}}
验证码不正确或已经使用过，请填写应用当前显示的 6 位数字（手机时间须准确），或换一个恢复码。
{{/CODE_WRONG}}
{{#PASSWORD_WRONG}}
当前密码不正确，请重新填写。
{{/PASSWORD_WRONG}}
{{#PASSWORD_USED_BEFORE}}
新密码不能与当前密码或近期用过的密码相同，请换一个。
{{/PASSWORD_USED_BEFORE}}
{{#TWO_FACTOR_REQUIRED}}
按照系统设置，您的用户类型必须使用两步验证，不能停用。
{{/TWO_FACTOR_REQUIRED}}
{{#NUMBER_NOT_STORED}}
系统中没有保存完整的证件号码，无法显示。
{{/NUMBER_NOT_STORED}}
{{#LAST_MANAGER}}
单位至少要有一名负责人。请先让其他成员成为负责人，再修改此项。
{{/LAST_MANAGER}}
{{#NOT_YOURSELF}}
不能移除自己。请先办理交接负责人，并选择离开本单位。
{{/NOT_YOURSELF}}
{{#LOGIN_REFUSED}}
用户类型、用户名或密码不正确，请核对后重试。
{{/LOGIN_REFUSED}}
{{#FILE_TYPE}}
文件类型不符合要求，请选择 jpg、png 或 pdf 文件。
{{/FILE_TYPE}}
{{#FILE_TOO_LARGE}}
文件超过 {{A}} MB，请压缩后重新选择。
{{/FILE_TOO_LARGE}}
{{#FILE_EMPTY}}
文件是空的，请重新选择。
{{/FILE_EMPTY}}
{{#DATE_FORMAT}}
日期无法识别，请按“年-月-日”填写，例如 2026-03-05。
{{/DATE_FORMAT}}
{{#DATE_FUTURE}}
日期不能晚于今天，请核对。
{{/DATE_FUTURE}}
{{#DATE_ORDER}}
有效期不能早于检定日期，请核对两个日期。
{{/DATE_ORDER}}
{{#SERIAL_NONE_NEEDS_REMARK}}
出厂编号填“无”的，请在备注中说明原因或辨认方法。
{{/SERIAL_NONE_NEEDS_REMARK}}
{{#SERIAL_SPREADSHEET}}
这个编号像是被电子表格改写过（例如 1.23E+15），请对照铭牌重新填写完整编号。
{{/SERIAL_SPREADSHEET}}
{{#QUANTITY_SERIAL}}
数量大于 1 时，出厂编号应填“无”或编号范围（例如 001～010）；各有编号的器具请逐台登记。
{{/QUANTITY_SERIAL}}
{{#KIND_NOT_VERIFIED}}
该种别不实行强制检定，无需登记。如选择有误，请重新选择种别。
{{/KIND_NOT_VERIFIED}}
{{#USE_OUT_OF_SCOPE}}
该用途不属于这个种别的强制检定范围，可自行检定或校准，不必登记。该种别用于{{A}}的才须强制检定{{#HAS_B}}（适用范围：{{B}}）{{/HAS_B}}。如选择有误，请重新选择用途或种别。
{{/USE_OUT_OF_SCOPE}}
{{#VALID_UNTIL_REQUIRED}}
无法推算有效期，请按证书填写，或补充检定周期。
{{/VALID_UNTIL_REQUIRED}}
{{#VERIFIED_ON_REQUIRED}}
填写了证书编号、检定机构或有效期的，请同时填写检定日期。
{{/VERIFIED_ON_REQUIRED}}
{{#FORM_USED}}
这份表单已经提交过一次，先前提交的内容已保存。如需把现在的内容另行提交，请核对后再次提交。
{{/FORM_USED}}
{{#FORM_RESTORED}}
您的登录曾失效，这些内容还没有保存，请核对后再次提交。
{{/FORM_RESTORED}}
{{#CHANGED_MEANWHILE}}
在您填写期间，这条记录已被他人修改。请核对最新内容后再次保存。
{{/CHANGED_MEANWHILE}}
{{#KIND_NOT_FOUND}}
目录中没有找到与“{{A}}”相符的种别，请换一个名称再查找，或直接在种别中选择。
{{/KIND_NOT_FOUND}}
{{#DUPLICATE}}
台账中已有 {{A}} 台种别、出厂编号和生产厂家都相同的器具。如不是重复登记，请在下面勾选确认后再保存。
{{/DUPLICATE}}
{{#KIND_NOT_IN_CATALOGUE}}
“{{A}}”不在强制检定目录中，无需登记；可自行检定或校准。
{{/KIND_NOT_IN_CATALOGUE}}
{{#FILE_REQUIRED}}
请上传营业执照或登记证书（jpg、png 或 pdf 文件），否则无法核实单位身份。
{{/FILE_REQUIRED}}
{{#TICK_REQUIRED}}
请阅读上面的说明后勾选。
{{/TICK_REQUIRED}}
{{#CODE_TAKEN_MEANWHILE}}
变更后的组织机构代码已被另一家单位注册，不能通过。请核对疑似重复的单位后再处理。
{{/CODE_TAKEN_MEANWHILE}}
{{#NAME_TAKEN}}
该名称已经存在，请核对是否重复登记。
{{/NAME_TAKEN}}
{{#MANAGER_FIRST}}
该机构还没有负责人，请先新增一位负责人。
{{/MANAGER_FIRST}}
{{#KIND_AUTHORISED}}
该种别已有测量范围和准确度等级都相同的授权项目，请修改原有的一项。
{{/KIND_AUTHORISED}}
{{#REGION_NOT_ADDED}}
所选的区划还没有加入列表。请先点【加入】，不需要的请改回“请选择”。
{{/REGION_NOT_ADDED}}
{{#REGIONS_TOO_MANY}}
区域过多，请控制在 {{A}} 个以内；可以用上一级区划代替其全部下级。
{{/REGIONS_TOO_MANY}}
{{#UNIT_NOT_FOUND}}
没有找到代码或名称为“{{A}}”的单位。请填写完整的代码，或与注册信息完全一致的名称。
{{/UNIT_NOT_FOUND}}
{{#UNIT_AMBIGUOUS}}
有多家单位的名称是“{{A}}”，请改填单位代码。
{{/UNIT_AMBIGUOUS}}
{{#UNIT_ASSIGNED}}
“{{A}}”已经指定由本部门监管，无需再次指定。
{{/UNIT_ASSIGNED}}
{{#SHOWN_ORDER}}
显示止不能早于显示起，请核对两个日期。
{{/SHOWN_ORDER}}
{{#TIMES_FORMAT}}
请按“时:分”填写一天中的时刻，多个时刻之间用逗号分开，例如 9:00,14:00,17:00。
{{/TIMES_FORMAT}}
{{#LINES_TOO_LONG}}
每行一条，每条请控制在 {{A}} 个字符以内。
{{/LINES_TOO_LONG}}
{{#POSTCODE_FORMAT}}
邮编应为 6 位数字，请核对。
{{/POSTCODE_FORMAT}}
{{#DIVISION_MISMATCH}}
所选的下级不属于所选的上级，请重新选择下级。
{{/DIVISION_MISMATCH}}
{{#LAST_ADMINISTRATOR}}
这是最后一个可用的管理员，停用后将无人能够管理系统。请先新增或恢复其他管理员。
{{/LAST_ADMINISTRATOR}}
{{#FILE_ENCODING}}
文件的编码无法识别。请在电子表格中另存为“CSV UTF-8”后重新选择。
{{/FILE_ENCODING}}
{{#FILE_QUOTES}}
第 {{A}} 行的引号不成对，这一行及以后的内容无法读取。请检查后重新选择。
{{/FILE_QUOTES}}
{{#FILE_ROWS}}
文件中有 {{A}} 行有问题，没有保存。请按列出的问题修改后重新选择。
{{/FILE_ROWS}}
{{#COLUMN_MISSING}}
第一行缺少“{{A}}”列，请补上列名后重新选择。
{{/COLUMN_MISSING}}
{{#COLUMN_TWICE}}
第一行有两个“{{A}}”列，请删去多余的列后重新选择。
{{/COLUMN_TWICE}}
{{#TOO_MANY_ROWS}}
文件超过 {{A}} 行，请核对是否选错了文件。
{{/TOO_MANY_ROWS}}
{{#CELL_FORMULA}}
内容以 = + - @ 开头，电子表格会当作公式，请去掉该符号。
{{/CELL_FORMULA}}
{{#MODE_SUPERVISION}}
强检方式与监管方式不符：只有型式批准的填 none，实行强制检定的填其他方式。
{{/MODE_SUPERVISION}}
{{#KIND_TWICE}}
种别序号和分类与第 {{A}} 行重复，请核对。
{{/KIND_TWICE}}
{{#ITEM_NAME_DIFFERS}}
项别序号与第 {{A}} 行相同，名称却不同，请统一。
{{/ITEM_NAME_DIFFERS}}
{{#QUERY_EMPTY}}
请输入要查询的内容，或者选择地区、器具种别；不能只按检定状态查询。
{{/QUERY_EMPTY}}
{{#QUERY_WORD_SHORT}}
请至少输入两个字，例如单位名称或器具名称中连续的两个字。
{{/QUERY_WORD_SHORT}}
{{#QUERY_WORDS}}
词太多，最多 {{A}} 个，请去掉一些。
{{/QUERY_WORDS}}
{{#QUERY_TOO_BROAD}}
符合条件的太多，没有在规定时间内查完。请增加一个词，或选择地区、器具种别后再查。
{{/QUERY_TOO_BROAD}}
{{#QUERY_NOTHING}}
没有查到对应的器具。
{{/QUERY_NOTHING}}
{{#QUERY_TOO_LONG}}
筛选条件太长，请减少条件或少选一些器具。
{{/QUERY_TOO_LONG}}
{{#TOO_MANY_CALENDARS}}
每人最多 {{A}} 个日历地址，请先撤销不再使用的。
{{/TOO_MANY_CALENDARS}}
{{#CONFIRM_RETIRE}}
请核对将停用的种别，确认无误后勾选。
{{/CONFIRM_RETIRE}}
{{#IS_SCRAPPED}}
已报废，不能再变更。
{{/IS_SCRAPPED}}
{{#ON_APPOINTMENT}}
在未办结的预约单上，须先撤回或取消预约。
{{/ON_APPOINTMENT}}
{{#FIRST_DONE}}
只做首次强制检定，已有首次检定记录，不再检定。
{{/FIRST_DONE}}
{{#IS_STOPPED}}
已经停用。
{{/IS_STOPPED}}
{{#IS_IN_USE}}
已经在用。
{{/IS_IN_USE}}
{{#EVER_SUBMITTED}}
曾经提交过预约，不能删除，请用【报废】。
{{/EVER_SUBMITTED}}
{{#HAS_RESULT}}
已有检定机构录入的检定结果，不能删除，请用【报废】。
{{/HAS_RESULT}}
{{#SERIAL_RUN_UNCLEAR}}
看不懂“{{A}}”：连续编号请写成 A001~A020，前后的字母部分须相同，并以数字结尾。
{{/SERIAL_RUN_UNCLEAR}}
{{#SERIAL_RUN_BACKWARDS}}
“{{A}}”的末号小于首号。
{{/SERIAL_RUN_BACKWARDS}}
{{#SERIAL_TWICE}}
编号“{{A}}”出现了两次。
{{/SERIAL_TWICE}}
{{#TOO_MANY_SERIALS}}
一次最多复制 {{A}} 台，请分几次登记。
{{/TOO_MANY_SERIALS}}
{{#ONE_OR_MANY_SERIALS}}
“出厂编号”与“出厂编号（每行一个，或一段连续编号）”请只填一处。
{{/ONE_OR_MANY_SERIALS}}
{{#TOO_MANY_FILTERS}}
最多保存 {{A}} 个条件，请先删除不用的。
{{/TOO_MANY_FILTERS}}
{{#FILTER_NAME_TAKEN}}
已有同名的条件，请换一个名称。
{{/FILTER_NAME_TAKEN}}
{{#INTERNAL}}
程序出错，已记录。请稍后重试；仍不成功的，请联系服务热线并告知任务编号。
{{/INTERNAL}}
{{#CRASHED}}
多次中断，已停止重试。请稍后重新提交；仍不成功的，请联系服务热线。
{{/CRASHED}}
{{#RECORD_SAME_DAY}}
已有检定日期为这一天的记录。需要更正的请修改原来的记录，重复的请先删除。
{{/RECORD_SAME_DAY}}
{{#ATTACHMENTS_FULL}}
每台器具最多 {{A}} 个附件。请先删除不需要的附件，再上传新的。
{{/ATTACHMENTS_FULL}}
{{#FILE_AGAIN}}
这个文件已经保存过。如需再次上传，请重新选择文件。
{{/FILE_AGAIN}}
{{#LINES_TOO_MANY}}
每行一个，请控制在 {{A}} 行以内。
{{/LINES_TOO_MANY}}
{{#NAMES_CHANGED_MEANWHILE}}
在您填写期间，这些俗名已被他人修改，现在的俗名见上方。请核对后再次保存，保存后以您填写的内容为准。
{{/NAMES_CHANGED_MEANWHILE}}
{{#FILE_XLS}}
这是旧格式（.xls）或二进制格式的电子表格，不能读取。请在电子表格中另存为“Excel 工作簿（.xlsx）”后重新上传。
{{/FILE_XLS}}
{{#FILE_PASSWORD}}
文件设置了打开密码，不能读取。请取消密码后另存，再重新上传。
{{/FILE_PASSWORD}}
{{#FILE_HTML}}
这个文件的内容是网页或 XML，只是名称像电子表格。请用电子表格打开，另存为“Excel 工作簿（.xlsx）”后重新上传。
{{/FILE_HTML}}
{{#FILE_OTHER}}
这不是电子表格文件。请选择 .xlsx 或 .csv 文件；其他格式的，请先在电子表格中另存为 .xlsx。
{{/FILE_OTHER}}
{{#FILE_DAMAGED}}
文件已损坏或不完整，不能读取。请用电子表格打开、另存后重新上传。
{{/FILE_DAMAGED}}
{{#FILE_BOMB}}
文件解压后过大（超过 {{A}} MB 或压缩异常），不能读取。请把内容复制到新的工作簿，只保留需要的行和列后重新上传。
{{/FILE_BOMB}}
{{#FILE_DTD}}
文件中含有不安全的 XML 定义，不能读取。请把内容复制到新的工作簿后重新上传。
{{/FILE_DTD}}
{{#FILE_STRINGS}}
文件中的文字过多（超过 {{A}} MB），不能读取。请分成几个文件分别导入。
{{/FILE_STRINGS}}
{{#FILE_TEXT}}
文件中的内容过多（超过 {{A}} MB），不能读取。请分成几个文件分别导入。
{{/FILE_TEXT}}
{{#ROW_TEXT}}
这一行的内容过多（超过 1 MB），请检查是否把其他内容粘贴到了这一行。
{{/ROW_TEXT}}
{{#ROW_COLUMNS}}
列数超过 {{A}} 列，请删去多余的列后重新上传。
{{/ROW_COLUMNS}}
{{#CELL_LENGTH}}
这个单元格的内容超过 {{A}} 个字符，请检查后重新上传。
{{/CELL_LENGTH}}
{{#HEADER_NOT_FOUND}}
前 {{A}} 行中没有找到列名。请确认有一行是“器具名称、器具种别、型号规格、出厂编号……”这样的列名，或按模板填写。
{{/HEADER_NOT_FOUND}}
{{#COLUMNS_MISSING}}
缺少这些列：{{A}}。请补上后重新上传，或按模板填写。
{{/COLUMNS_MISSING}}
{{#NO_ROWS}}
文件中只有列名，没有器具。请填写后重新上传。
{{/NO_ROWS}}
{{#JOBS_OPEN}}
本单位已有 {{A}} 项处理正在进行，请等待其中一项完成后再提交。
{{/JOBS_OPEN}}
{{#CELL_ERROR}}
单元格的内容是计算错误（{{A}}），请改正公式或直接填写。
{{/CELL_ERROR}}
{{#FORMULA_EMPTY}}
单元格是公式，但文件中没有保存计算结果。请用电子表格打开、保存后重新上传，或直接填写。
{{/FORMULA_EMPTY}}
{{#SERIAL_DATE}}
这个编号被电子表格当成了日期，请把单元格设为文本格式，对照铭牌重新填写。
{{/SERIAL_DATE}}
{{#WORD_UNKNOWN}}
请填写下列之一：{{A}}。
{{/WORD_UNKNOWN}}
{{#DATE_NO_DAY}}
没有这一天，请核对月份和日期（例如平年的 2 月没有 29 日）。
{{/DATE_NO_DAY}}
{{#DATE_RANGE}}
日期应在 1985 年至 2100 年之间，请核对。
{{/DATE_RANGE}}
{{#KIND_UNKNOWN}}
目录中没有“{{A}}”。请填写目录中的种别名称（可在新增器具页面查找），或常用的俗名，如电子秤。
{{/KIND_UNKNOWN}}
{{#KIND_AMBIGUOUS}}
“{{A}}”可能是：{{B}}。请填写其中一个种别的全名。
{{/KIND_AMBIGUOUS}}
{{#DIVISION_UNKNOWN}}
没有找到行政区划“{{A}}”。请从省填到县（区），例如：北京市 东城区，或填写区划代码。
{{/DIVISION_UNKNOWN}}
{{#DIVISION_AMBIGUOUS}}
有多个“{{A}}”：{{B}}。请从省填起。
{{/DIVISION_AMBIGUOUS}}
{{#ID_FORMAT}}
系统编号应为导出文件中的数字，请勿修改；新器具请留空。
{{/ID_FORMAT}}
{{#ID_UNKNOWN}}
本单位台账中没有这个系统编号的器具，可能已被删除。作为新器具登记的，请清空系统编号和版本。
{{/ID_UNKNOWN}}
{{#ID_TWICE}}
与第 {{A}} 行的系统编号相同，一台器具只能出现一次。
{{/ID_TWICE}}
{{#VERSION_FORMAT}}
填了系统编号的，版本应为导出文件中的数字，请勿修改。
{{/VERSION_FORMAT}}
{{#VERSION}}
导出之后，这台器具已被他人修改。请重新导出，在新文件上修改。
{{/VERSION}}
{{#RECORD_CLOSED}}
检定机构已登记检定结果，这一项不能修改。请恢复为导出时的内容。
{{/RECORD_CLOSED}}
{{#DUPLICATE_LEDGER}}
台账中已有 {{A}} 台种别、出厂编号和生产厂家都相同的器具，请核对是否重复登记。
{{/DUPLICATE_LEDGER}}
{{#DUPLICATE_FILE}}
与第 {{A}} 行的种别、出厂编号和生产厂家都相同，请核对是否重复。
{{/DUPLICATE_FILE}}
{{#API_TOKEN_UNKNOWN}}
令牌无效：请求头 Authorization 应为“Bearer 令牌”，令牌在检定机构的【接口令牌】页面生成，被吊销后不能再用。
{{/API_TOKEN_UNKNOWN}}
{{#API_TOKEN_EXPIRED}}
令牌已过有效期，请在【接口令牌】页面重新生成。
{{/API_TOKEN_EXPIRED}}
{{#API_TOKEN_ADDRESS}}
令牌不允许从这个网络地址使用。
{{/API_TOKEN_ADDRESS}}
{{#API_SCOPE}}
这个令牌没有办理此事的权限（需要 {{A}}）。
{{/API_SCOPE}}
{{#API_BAD_REQUEST}}
请求格式不正确，请对照接口说明检查地址、方法和内容类型。
{{/API_BAD_REQUEST}}
{{#API_NOT_FOUND}}
没有这个接口地址。
{{/API_NOT_FOUND}}
{{#API_FORBIDDEN}}
不允许这样访问。
{{/API_FORBIDDEN}}
{{#API_FORM_EXPIRED}}
不允许这样访问。
{{/API_FORM_EXPIRED}}
{{#API_CONFLICT}}
数据已被他人修改，请重新读取后再提交。
{{/API_CONFLICT}}
{{#API_TOO_LARGE}}
内容太大，一次最多 1 MB。
{{/API_TOO_LARGE}}
{{#API_TOO_MANY}}
查询次数过多，请稍后再试：响应头 Retry-After 是需要等待的秒数。
{{/API_TOO_MANY}}
{{#API_UNAVAILABLE}}
系统暂时不能办理，什么也没有保存，请稍后再试。
{{/API_UNAVAILABLE}}
{{#API_INTERNAL}}
系统出现错误，什么也没有保存。请把请求编号告诉我们。
{{/API_INTERNAL}}
{{#API_JSON}}
内容不是正确的 JSON（第 {{A}} 个字节附近）。
{{/API_JSON}}
{{#API_FIELD_TEXT}}
应为文字（字符串）或整数。
{{/API_FIELD_TEXT}}
{{#API_FIELD_BOOLEAN}}
应为 true 或 false。
{{/API_FIELD_BOOLEAN}}
{{#API_FIELD_LIST}}
应为对象的数组。
{{/API_FIELD_LIST}}
{{#API_TOO_MANY}}
一次最多 {{A}} 条。
{{/API_TOO_MANY}}
{{#CATALOGUE_NOTICE}}
本表供查询使用，以{{A}}附件为准。
{{/CATALOGUE_NOTICE}}
{{#INSTITUTION_NOT_THERE}}
没有这家检定机构，或者它已停止服务。
{{/INSTITUTION_NOT_THERE}}
{{#API_PARAMETER}}
参数不正确，请对照接口说明。
{{/API_PARAMETER}}
{{#ADDRESS_LIST}}
“{{A}}”不是网络地址。每行一个，如 10.1.2.3 或 10.1.2.0/24。
{{/ADDRESS_LIST}}
{{#DATE_TOO_LATE}}
不能晚于 {{A}}。
{{/DATE_TOO_LATE}}
{{#RESULT_PARTLY_ONE}}
器具数量为 1，只能选择合格或不合格。
{{/RESULT_PARTLY_ONE}}
{{#RESULT_NUMBERS}}
检定结果与合格数、不合格数不一致，请核对。
{{/RESULT_NUMBERS}}
{{#QUANTITY_SUM}}
合格数与不合格数之和应为器具数量 {{A}}，请核对。
{{/QUANTITY_SUM}}
{{#NUMBER_OF_PASS}}
结果为不合格的不填检定证书编号；请清空，或核对检定结果。
{{/NUMBER_OF_PASS}}
{{#NOTICE_OF_FAIL}}
没有不合格的，不填检定结果通知书编号；请清空，或核对检定结果。
{{/NOTICE_OF_FAIL}}
{{#RESULT_LONG_AGO}}
检定日期早于 {{A}}，请核对年份。
{{/RESULT_LONG_AGO}}
{{#VALID_UNTIL_FAR}}
有效期至晚于 {{A}}，请核对年份。
{{/VALID_UNTIL_FAR}}
{{#CYCLE_LONGER}}
该种别的检定周期是 {{A}} 个月，使用单位只能填写更短的；更长的周期由检定机构确定。
{{/CYCLE_LONGER}}
{{#DECLARED_BEYOND}}
按该种别的检定周期，有效期最晚到 {{A}}。请对照证书核对年份；证书上确实更晚的，请在【修改】页面勾选“证书上的有效期确实如此”后再保存。
{{/DECLARED_BEYOND}}
{{#KIND_RETIRED}}
该种别已停用，不能再选用，请选择其他种别。
{{/KIND_RETIRED}}
{{#BEYOND_CYCLE}}
按该种别的检定周期（或使用期限）推算，有效期至为 {{A}}。确需更长的，请勾选“确认有效期超过检定周期”后再保存。
{{/BEYOND_CYCLE}}
{{#LINE_UNKNOWN}}
没有找到这一行：不是送到本机构的预约，或者编号有误，请核对。
{{/LINE_UNKNOWN}}
{{#LINE_KEY_FORMAT}}
行号应为“预约单号-序号”，请保持导出文件中的内容。
{{/LINE_KEY_FORMAT}}
{{#LINE_TWICE}}
同一行出现了两次，请只保留一次。
{{/LINE_TWICE}}
{{#LINE_CLOSED}}
这一行{{A}}，不能再登记结果。
{{/LINE_CLOSED}}
{{#RESULT_GONE}}
没有找到这台器具或这条记录，不能登记。
{{/RESULT_GONE}}
{{#RESULT_STATE}}
这一行已不在检定中，可能已由同事登记、退检或取消，请返回列表核对。
{{/RESULT_STATE}}
{{#RESULT_QUANTITY}}
器具数量已经变化，合格数与不合格数之和与之不符，请返回列表核对。
{{/RESULT_QUANTITY}}
{{#RESULT_SPLIT}}
这次结果已按合格、不合格分为两条台账记录，更正时不能改变合格数和不合格数。不合格的部分复检合格后，请另行登记结果。
{{/RESULT_SPLIT}}
{{#RESULT_OLDER}}
这台器具已有检定日期更晚的检定结果，不能再按部分合格登记。
{{/RESULT_OLDER}}
{{#RESULT_BOOKED}}
这台器具在未办结的预约单上，数量不能变化，不能按部分合格登记；请待预约办结后再办理。
{{/RESULT_BOOKED}}
{{#RESULT_FIRST_DONE}}
该种别只做首次强制检定，这台器具已有首次检定记录，不能再次登记。原记录有误的，请更正原结果；使用单位填报有误的，由使用单位先删除填报的记录。
{{/RESULT_FIRST_DONE}}
{{#RESULT_NOT_AUTHORISED}}
本机构在检定日期这一天没有检定这台器具的授权（种别、测量范围、准确度、区域或送检方式不符），不能登记；请退检，使用单位可改约其他机构。
{{/RESULT_NOT_AUTHORISED}}
{{#RESULT_AUTHORISATION_ENDED}}
本机构的授权到 {{A}} 为止，检定日期在这以后的结果不能登记；请退检，使用单位可改约其他机构。
{{/RESULT_AUTHORISATION_ENDED}}
{{#LINES_NOT_AUTHORISED}}
有 {{A}} 行不能受理：本机构在计划日期这一天没有相应的授权，见下表各行的说明。没有答复任何一行；请改计划日期，或对这些行不予受理。
{{/LINES_NOT_AUTHORISED}}
{{#RESULT_ON_APPOINTMENT}}
这台器具在本机构的预约中，请在预约的那一行登记结果。
{{/RESULT_ON_APPOINTMENT}}
{{#RESULTS_HEADER}}
文件中没有“{{A}}”列。请使用从预约受理导出的文件，或下载模板填写。
{{/RESULTS_HEADER}}
{{#RESULTS_EMPTY}}
文件中没有填写了检定结果的行。
{{/RESULTS_EMPTY}}
{{#PLANNED_PAST}}
日期已经过去，请填写今天或以后的日期。
{{/PLANNED_PAST}}
{{#PLANNED_FAR}}
日期太远，请核对年份；最晚可填 {{A}}。
{{/PLANNED_FAR}}
{{#LINES_REQUIRED}}
没有选择器具，请在上面的表中勾选。
{{/LINES_REQUIRED}}
{{#LINES_CHANGED}}
所选的器具中有的已由他人处理，这次没有保存任何一条。请核对上面的表后再次提交。
{{/LINES_CHANGED}}
{{#DAY_CLOSED}}
{{A}} 不安排检定。请改日期；确需安排的，请勾选【仍然安排】后再次受理。
{{/DAY_CLOSED}}
{{#DAY_FULL}}
当日检定量为 {{B}} 台件，已安排 {{A}} 台件，放不下这次的器具。请改日期，或勾选【仍然安排】后再次受理。
{{/DAY_FULL}}
{{#NO_LINE_TICKED}}
没有勾选要登记的行。
{{/NO_LINE_TICKED}}
{{#DATE_PAST}}
日期不能早于今天，请核对。
{{/DATE_PAST}}
{{#NOTHING_CHOSEN}}
还没有选择器具，请先选择要检定的器具。
{{/NOTHING_CHOSEN}}
{{#NOBODY_TAKES_IT}}
所选器具都没有可以检定的机构，请向所在地市场监管部门咨询。
{{/NOBODY_TAKES_IT}}
{{#BOOKING_CONFLICT}}
有 {{A}} 条器具不能列入预约单，没有保存任何内容。原因见器具所在行，请取消勾选或改选机构后再试。
{{/BOOKING_CONFLICT}}
