{{! text/plain: nothing in here is escaped }}
{{DEPARTMENT}}：

截至 {{TODAY}}，辖区内在用的周期检定器具中，超期 {{LIMIT}} 天以上未检定的{{#AT_LEAST}}至少{{/AT_LEAST}}有 {{COUNT}} 台（件），涉及{{#AT_LEAST}}至少{{/AT_LEAST}} {{UNITS}} 家使用单位。超期时间最长的如下：

{{#LINE}}
· 【超期 {{DAYS}} 天】{{UNIT}}：{{INSTRUMENT}}{{#SEVERAL}}（{{QUANTITY}} 台）{{/SEVERAL}}
  型号 {{MODEL}}，出厂编号 {{SERIAL_NUMBER}}，{{DIVISION}} {{PLACE}}，有效期至 {{VALID_UNTIL}}
{{/LINE}}
{{#WITH_MORE}}

以上只列出前 {{SHOWN}} 条，其余请到系统查看。
{{/WITH_MORE}}

查看全部清单：{{ADDRESS}}

本清单每月发送一次，发给贵部门登记了邮箱的人员；没有超期器具时不发送。已预约检定的器具也在清单内，以实际检定为准。
