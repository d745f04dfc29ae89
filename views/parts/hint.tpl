{{%AUTOESCAPE context="HTML"}}
{{! The line under a field, with an example: one section a field name. Text only, it stands inside a paragraph. }}
{{#UNIT_TYPE}}
按营业执照或登记证书上的类型选择。
{{/UNIT_TYPE}}
{{#UNIT_NAME}}
与营业执照或登记证书上的名称一致，例如：示范市第一人民医院。
{{/UNIT_NAME}}
{{#UNIT_CODE}}
18 位统一社会信用代码（例如 91110108MA00TEXT08）或 9 位组织机构代码（例如 12345678-8）。字母不分大小写。
{{/UNIT_CODE}}
{{#DIVISION_CODE}}
依次选择省、市、县（区），直到没有下一级为止。
{{/DIVISION_CODE}}
{{#PLACE_DIVISION}}
器具实际安装或使用的地方，例如：北京市 东城区。依次选择省、市、县（区），直到没有下一级为止。
{{/PLACE_DIVISION}}
{{#REPRESENTATIVE}}
法定代表人、负责人或经营者的姓名，与证照一致。
{{/REPRESENTATIVE}}
{{#ID_TYPE}}
法人代表为外籍或港澳台人员的，请选择相应的证件。
{{/ID_TYPE}}
{{#ID_NUMBER}}
居民身份证为 18 位，末位可以是 X。仅用于核对单位身份，加密保存，页面上只显示部分数字。
{{/ID_NUMBER}}
{{#LICENSE}}
jpg、png 或 pdf 文件，不超过 5 MB。可以暂不上传，审核人员需要时会请您补充。
{{/LICENSE}}
{{#CONTACT}}
平时办理检定业务的人员姓名。
{{/CONTACT}}
{{#MOBILE}}
11 位手机号码，例如 13800138000。审核人员可能通过此号码与您联系。
{{/MOBILE}}
{{#EMAIL}}
例如 jiliang@example.cn。建议填写，用于接收到期提醒。
{{/EMAIL}}
{{#THRESHOLDS}}
有效期满（或轮换期满）之前还剩这些天时各提醒一次，可以多选。
{{/THRESHOLDS}}
{{#WEEKLY}}
周一没有发出的，第二天补发。勾选后，到期前的提醒至少要选一个 7 天或更长的，以免一周之内到期的来不及提醒。
{{/WEEKLY}}
{{#OFF}}
勾选的不再发送。
{{/OFF}}
{{#REMINDER_EMAIL}}
例如 shebei@example.cn。
{{/REMINDER_EMAIL}}
{{#LOGIN}}
4 至 32 个字符：汉字、字母、数字和 _ . - @，不能全是数字；不分大小写。
{{/LOGIN}}
{{#PASSWORD}}
至少 8 个字符，区分大小写；不能含有用户名，也不能是单位代码或常见密码。
{{/PASSWORD}}
{{#PASSWORD_CONFIRM}}
再次填写同一密码。
{{/PASSWORD_CONFIRM}}
{{#CONSENT_TERMS}}
<a href="{{BASE}}/help/terms" target="_blank" rel="noopener">阅读《用户服务协议》<span class="sr-only">（在新窗口打开）</span></a>
{{/CONSENT_TERMS}}
{{#CONSENT_PRIVACY}}
<a href="{{BASE}}/help/privacy" target="_blank" rel="noopener">阅读《隐私政策》<span class="sr-only">（在新窗口打开）</span></a>
{{/CONSENT_PRIVACY}}
{{#CONSENT_ID_NUMBER}}
证件号码属于敏感个人信息，需要您单独同意。用途、保存方式和撤回办法见<a href="{{BASE}}/help/privacy#id-number" target="_blank" rel="noopener">《隐私政策》第二条<span class="sr-only">（在新窗口打开）</span></a>。
{{/CONSENT_ID_NUMBER}}
{{#CAPTCHA}}
填写图片中的字符（不分大小写），或填写问答的答案（数字），两者任选其一。5 分钟内有效。
{{/CAPTCHA}}
{{#USER_TYPE}}
企业、医院、商户等使用计量器具的单位，请选择“计量器具使用单位（企业用户）”。
{{/USER_TYPE}}
{{#KIND_QUERY}}
可填写日常名称，例如“电子秤”“加油机”“血压计”，按【查找】后在下面选择。
{{/KIND_QUERY}}
{{#KIND_ID}}
按项别分组的种别，例如：电子计价秤选“非自动衡器”。以《实施强制管理的计量器具目录》为准；拿不准时先在上面按日常名称查找。
{{/KIND_ID}}
{{#NAME}}
本单位平时的叫法，例如：电子计价秤。
{{/NAME}}
{{#MODEL}}
与铭牌一致，例如：ACS-30。
{{/MODEL}}
{{#MEASURING_RANGE}}
与铭牌一致，例如：（0.1～30）kg、（0～300）mmHg。
{{/MEASURING_RANGE}}
{{#ACCURACY}}
与铭牌一致，例如：Ⅲ级、±1.0 %、0.5 级。
{{/ACCURACY}}
{{#SERIAL_NUMBER}}
与铭牌一致，前面的 0 也要填写，例如：00128374。没有编号的填“无”，并在备注中说明。
{{/SERIAL_NUMBER}}
{{#MANUFACTURER}}
与铭牌一致，例如：示范衡器有限公司。
{{/MANUFACTURER}}
{{#PLACE}}
能让检定人员找到的位置，例如：门诊楼 2 层 3 号诊室。
{{/PLACE}}
{{#HOLDER}}
实际使用这台器具的人或摊位，例如：水产区 3 号摊位。公众查询不到；印在器具标签上，检定机构和监管部门能看到。
{{/HOLDER}}
{{#SUB_NUMBER}}
例如：出租汽车计价器填车牌号苏A12345，加油机填枪号 3。公众可以按这个号查询。
{{/SUB_NUMBER}}
{{#QUANTITY}}
一般为 1。只有同一规格、一起使用且没有各自编号的器具才合并填写，例如：12 块同型号的压力表填 12。
{{/QUANTITY}}
{{#USE}}
例如：收银台的秤选贸易结算，病房的血压计选医疗卫生。只有这四种用途属于强制检定范围。
{{/USE}}
{{#DELIVERY}}
不便拆装或搬运的选择现场检定，例如：地磅、加油机。
{{/DELIVERY}}
{{#MANAGEMENT_NUMBER}}
本单位自己的编号，例如：YY-2026-015。
{{/MANAGEMENT_NUMBER}}
{{#DECLARED_BEYOND}}
有效期长于该种别的检定周期时才需要勾选，监管部门会看到“申报有效期长于检定周期”。
{{/DECLARED_BEYOND}}
{{#CYCLE_MONTHS}}
例如：12、6个月、半年、1年。不填写时采用该种别的检定周期；只能填写更短的。
{{/CYCLE_MONTHS}}
{{#VERIFIED_ON}}
证书上的检定日期，例如：2026-03-05、2026年3月5日、20260305。
{{/VERIFIED_ON}}
{{#VALID_UNTIL}}
证书上的有效期，例如：2027-03-04。不填写时按检定周期推算。
{{/VALID_UNTIL}}
{{#CERTIFICATE_NUMBER}}
与检定证书一致，例如：示检字第 2026-0315 号。
{{/CERTIFICATE_NUMBER}}
{{#INSTITUTION_NAME}}
出具证书的机构，例如：示范市计量测试所。
{{/INSTITUTION_NAME}}
{{#REMARK}}
需要说明的其他情况，例如：无出厂编号，贴有本单位标签 015。不超过 500 字。
{{/REMARK}}
{{#REASON}}
请写明哪一项、有什么问题、应怎样修改。单位登录后可以看到这段文字。
{{/REASON}}
{{#CURRENT_PASSWORD}}
为确认是您本人，请填写正在使用的密码。
{{/CURRENT_PASSWORD}}
{{#CODE}}
6 位数字，每 30 秒更换一次；或填写恢复码。
{{/CODE}}
{{#PERSON}}
真实姓名，例如：张登记。
{{/PERSON}}
{{#PHONE}}
手机号码或带区号的固定电话，例如 010-12345678。
{{/PHONE}}
{{#ROLE}}
负责人管理成员；经办人办理业务；只读成员只能查看。
{{/ROLE}}
{{#ORGANISATION}}
所在单位的名称：企业、计量技术机构或市场监管部门。
{{/ORGANISATION}}
{{#ORGANISATION_CODE}}
计量器具使用单位必填：18 位统一社会信用代码或 9 位组织机构代码。其他用户类型不用填写。
{{/ORGANISATION_CODE}}
{{#EXPLANATION}}
请写明情况，以及方便与您联系核实的时间，不超过 500 字。请勿填写密码。
{{/EXPLANATION}}
{{#PROOF}}
jpg、png 或 pdf 文件，不超过 5 MB，用于核对单位身份。
{{/PROOF}}
{{#SEAT_DIVISION}}
省级机构选到省，市级机构选到市，县级机构选到县（区）。
{{/SEAT_DIVISION}}
{{#SERVED_DIVISION}}
选到需要的一级即可，然后按【加入服务区域】。
{{/SERVED_DIVISION}}
{{#SUPERVISED_DIVISION}}
选到需要的一级即可，然后按【加入监管区域】。
{{/SUPERVISED_DIVISION}}
{{#WORKING_HOURS}}
例如：周一至周五 8:30～11:30，13:30～17:00。
{{/WORKING_HOURS}}
{{#INSTRUCTIONS}}
使用单位预约和送检前需要知道的事项，不超过 2000 字。
{{/INSTRUCTIONS}}
{{#AUTHORISED_UNTIL}}
例如 2028-12-31；长期有效的可以不填。
{{/AUTHORISED_UNTIL}}
{{#DELIVERIES}}
至少选择一种。
{{/DELIVERIES}}
{{#STATE_REASON}}
请写明依据或情况，不超过 500 字。
{{/STATE_REASON}}
{{#SUPERVISED_UNIT}}
填写单位代码，或与注册信息完全一致的企业名称。
{{/SUPERVISED_UNIT}}
{{#BODY}}
空一行表示另起一段。以 http:// 或 https:// 开头的网址会显示为链接。
{{/BODY}}
{{#SHOWN_AT}}
“在线办理”的公告连同正文显示在业务列表上方。
{{/SHOWN_AT}}
{{#AUDIENCE}}
选“所有人”的，未登录也能看到；其余的只有该类用户登录后才能看到。
{{/AUDIENCE}}
{{#SHOWN_FROM}}
从这一天起显示，例如 2026-03-05。
{{/SHOWN_FROM}}
{{#SHOWN_TO}}
显示到这一天为止；不填写的，一直显示到撤下。
{{/SHOWN_TO}}
{{#SETTING_TITLE}}
显示在每一页的左上方。
{{/SETTING_TITLE}}
{{#SETTING_SYSTEM_TITLE}}
显示在门户名称的下面。
{{/SETTING_SYSTEM_TITLE}}
{{#SETTING_ENGLISH_TITLE}}
显示在系统名称的下面，可以不填。
{{/SETTING_ENGLISH_TITLE}}
{{#SETTING_ORGANISER}}
显示在页脚。
{{/SETTING_ORGANISER}}
{{#SETTING_ICP_NUMBER}}
显示在页脚并链接到备案管理系统。
{{/SETTING_ICP_NUMBER}}
{{#SETTING_POLICE_NUMBER}}
显示在页脚。
{{/SETTING_POLICE_NUMBER}}
{{#SETTING_SITE_CODE}}
显示在页脚。
{{/SETTING_SITE_CODE}}
{{#SETTING_HOTLINE}}
例如 400-813-5888。
{{/SETTING_HOTLINE}}
{{#SETTING_REVIEW_HOURS}}
工作日集中审核的时刻，用逗号分开，例如 9:00,14:00,17:00。
{{/SETTING_REVIEW_HOURS}}
{{#SETTING_REJECT_REASONS}}
每行一条，审核人员退回注册信息时可以选用。
{{/SETTING_REJECT_REASONS}}
{{#TOKEN_NAME}}
写明用在哪个系统，例如“检定业务系统”。
{{/TOKEN_NAME}}
{{#EXPIRES_ON}}
最后一天仍可使用；最长 400 天，到期前请重新生成。
{{/EXPIRES_ON}}
{{#ADDRESSES}}
每行一个，如 10.1.2.3 或 10.1.2.0/24；留空表示任何地址都可以使用。
{{/ADDRESSES}}
{{#SETTING_ANSWER_DAYS}}
机构应在提交后这么多个工作日内答复；预约受理及时率按它计算。1～60。
{{/SETTING_ANSWER_DAYS}}
{{#SETTING_LOGIN_FAILURES}}
15 分钟内失败达到这个次数后，该账户须等待一段时间。3 到 20。
{{/SETTING_LOGIN_FAILURES}}
{{#SETTING_LOGIN_ADDRESS_FAILURES}}
同上，按访问者的网络地址计算；一个单位常共用一个地址。10 到 1000。
{{/SETTING_LOGIN_ADDRESS_FAILURES}}
{{#SETTING_PASSWORD_DAYS}}
超过这么多天的密码必须修改；0 表示不要求。
{{/SETTING_PASSWORD_DAYS}}
{{#SETTING_PASSWORD_HISTORY}}
新密码不得与最近这么多个相同；0 表示不要求。
{{/SETTING_PASSWORD_HISTORY}}
{{#SETTING_ONE_SESSION}}
再次登录时，该账户在别处的登录自动退出。
{{/SETTING_ONE_SESSION}}
{{#SETTING_TWO_FACTOR_REQUIRED}}
所选类型的用户登录时，除密码外还须输入动态验证码。
{{/SETTING_TWO_FACTOR_REQUIRED}}
{{#POSITION}}
数字小的排在前面。
{{/POSITION}}
{{#WHY}}
请写明原因，例如核实身份的方式；将记入审计日志，不超过 500 字。
{{/WHY}}
{{#CALENDAR_SOURCE}}
日历中只含有到期日期的在用器具。
{{/CALENDAR_SOURCE}}
{{#CALENDAR_NAME}}
显示在日历软件中，40 字以内。
{{/CALENDAR_NAME}}
{{#CATALOGUE_FILE}}
CSV 文件，不超过 4 MB；编码为 UTF-8 或 GBK（GB18030）均可。
{{/CATALOGUE_FILE}}
{{#CONFIRM_RETIRE}}
停用的种别不会删除，已登记的器具保留，但新增器具时不能再选择。
{{/CONFIRM_RETIRE}}
{{#SERIAL_NUMBERS}}
仅在一次复制多台时填写，最多 500 台。例如每行一个编号，或 A001~A020 表示 A001 至 A020。
{{/SERIAL_NUMBERS}}
{{#ACT_REASON}}
例如：设备闲置、送修、门店停业。将记入变更历史。
{{/ACT_REASON}}
{{#Q}}
例如：示范医院 血压计；91110108MA00TEXT08；出厂编号 00128374；车牌号苏A12345。
{{/Q}}
{{#QUERY_UNIT_NAME}}
名称中连续的两个以上的字。
{{/QUERY_UNIT_NAME}}
{{#QUERY_UNIT_CODE}}
18 位或 9 位，须填写完整；字母不分大小写。
{{/QUERY_UNIT_CODE}}
{{#QUERY_NAME}}
名称中连续的两个以上的字，例如：计价秤。
{{/QUERY_NAME}}
{{#QUERY_MANUFACTURER}}
名称中连续的两个以上的字。
{{/QUERY_MANUFACTURER}}
{{#QUERY_SERIAL_NUMBER}}
须与铭牌完全一致，前面的 0 也要填写。
{{/QUERY_SERIAL_NUMBER}}
{{#QUERY_CERTIFICATE_NUMBER}}
须与检定证书完全一致。
{{/QUERY_CERTIFICATE_NUMBER}}
{{#SEAL_NUMBER}}
本次检定后施加的铅封的编号，几个之间用顿号隔开。
{{/SEAL_NUMBER}}
{{#QUERY_SUB_NUMBER}}
例如：出租汽车的车牌号苏A12345。枪号请同时填写单位名称。
{{/QUERY_SUB_NUMBER}}
{{#FILTER_NAME}}
例如：本月到期的压力表。同一人的条件名称不能重复，40 字以内。
{{/FILTER_NAME}}
{{#ORIGIN}}
按铭牌上的产地选择，例如：在国内生产的外国品牌选“国产”。
{{/ORIGIN}}
{{#ATTACHMENT}}
jpg、png 或 pdf 文件，不超过 10 MB，例如手机拍的铭牌照片。
{{/ATTACHMENT}}
{{#CERTIFICATE_FILE}}
jpg、png 或 pdf 文件，不超过 10 MB；上传后也列在附件中。
{{/CERTIFICATE_FILE}}
{{#EVERYDAY_NAMES}}
每行一个，每个不超过 40 个字符，例如：电子秤。增加的写在新的一行，不要的删去那一行。
{{/EVERYDAY_NAMES}}
{{#IMPORT_FILE}}
xlsx 或 csv 文件，不超过 20 MB。csv 的编码为 UTF-8 或 GBK（GB18030）均可。
{{/IMPORT_FILE}}
{{#PASSED}}
数量大于 1 且部分合格时填写，另一个数可以不填。
{{/PASSED}}
{{#RESULT_NUMBER}}
印证类型为检定证书的必须填写。
{{/RESULT_NUMBER}}
{{#NOTICE_NUMBER}}
有不合格的必须填写。
{{/NOTICE_NUMBER}}
{{#RESULT_DATE}}
例如 2026-03-05，不能晚于今天。
{{/RESULT_DATE}}
{{#RESULT_UNTIL}}
不填时按检定周期推算；首次强制检定后限期使用的，按使用期限推算。
{{/RESULT_UNTIL}}
{{#BEYOND_CYCLE}}
有效期至晚于推算的日期时才需要勾选。
{{/BEYOND_CYCLE}}
{{#RESULT_CYCLE}}
与台账不同时填写，将修改台账中的检定周期。
{{/RESULT_CYCLE}}
{{#CORRECTION_REASON}}
请写明更正的内容和原因，使用单位可以看到。
{{/CORRECTION_REASON}}
{{#GIVE_BACK_REASON}}
使用单位可以看到，例如：器具损坏无法检定。
{{/GIVE_BACK_REASON}}
{{#WALK_IN_CODE}}
18 位统一社会信用代码或 9 位组织机构代码。
{{/WALK_IN_CODE}}
{{#WALK_IN_SERIAL}}
与台账登记的出厂编号完全一致。
{{/WALK_IN_SERIAL}}
{{#RESULTS_FILE}}
xlsx 或 csv 文件，不超过 5 MB，最多 2,000 行。
{{/RESULTS_FILE}}
{{#ANSWER_SCOPE}}
勾选上面表中的器具，或一次答复全部待受理的器具。
{{/ANSWER_SCOPE}}
{{#PLANNED_ON}}
送检或上门的日期，例如 2026-03-05。不能早于今天。
{{/PLANNED_ON}}
{{#PLANNED_PLACE}}
送检时为本机构的受理地点，现场检定时为器具所在的地方。
{{/PLANNED_PLACE}}
{{#PLANNED_CONTACT}}
使用单位到时找谁、打哪个电话。
{{/PLANNED_CONTACT}}
{{#PLANNED_BRING}}
要带的附件、资料，或现场要准备的条件。
{{/PLANNED_BRING}}
{{#BEYOND_CAPACITY}}
不勾选时，超出当日检定量的受理不会保存。
{{/BEYOND_CAPACITY}}
{{#REFUSAL_TEXT}}
选择“其他”时必填。使用单位会看到。
{{/REFUSAL_TEXT}}
{{#CANCEL_REASON}}
对方会看到，请写明原因和怎样重新预约。
{{/CANCEL_REASON}}
{{#DAILY_CAPACITY}}
一天能检定的台件数，例如 50；留空表示不限制。
{{/DAILY_CAPACITY}}
{{#DAY}}
今天或以后的日期，例如 2026-03-05。
{{/DAY}}
{{#DAY_CAPACITY}}
0 表示当日不安排；留空表示恢复与平日相同。
{{/DAY_CAPACITY}}
{{#DAY_NOTE}}
例如：国庆节放假。
{{/DAY_NOTE}}
{{#UNIT_ADDRESS}}
现场检定时机构按此地址上门，也印在预约送检单上。
{{/UNIT_ADDRESS}}
{{#EXPECTED_ON}}
希望送检或上门的日期，例如 2026-03-05；实际日期由机构受理时安排。
{{/EXPECTED_ON}}
{{#DESTINATION}}
列出的是能够检定本单全部器具的机构。
{{/DESTINATION}}
{{#MARK}}
合格的必须选择。
{{/MARK}}
{{#INSTITUTION}}
名称中的任意一部分，例如：计量测试所。
{{/INSTITUTION}}
{{#QUERY_DIVISION}}
可以只选到省或市。选了种别的，按机构的服务区域查找；没有选的，按机构所在地查找。
{{/QUERY_DIVISION}}
{{#KEYWORD}}
日常叫法或目录中的名称，例如：电子秤、加油机、血压计；也可以填检定规程编号，例如：JJG 539。
{{/KEYWORD}}
