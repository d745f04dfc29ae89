// A ledger of so many made-up rows × 24 columns as a file to import: node ledger_file.js ROWS FILE.csv|FILE.xlsx
'use strict';
const fs = require('fs');
const zlib = require('zlib');

const [rows, file] = [Number(process.argv[2]), process.argv[3]];
const header = ['器具名称', '器具项别', '器具种别', '型号规格', '测量范围', '准确度等级', '出厂编号', '生产厂家', '器具产地', '使用地点行政区划',
  '安装/使用地点', '器具数量', '器具用途', '送检方式', '管理编号', '检定周期（月）', '上次检定日期', '有效期至', '检定证书编号', '检定机构', '备注', '附加一', '附加二', '附加三'];
const row = (n) => [`电子计价秤${n % 97}`, '', '非自动衡器', `ACS-${n % 40}`, '（0.1～30）kg', 'Ⅲ', `${file.slice(-4)}${String(n).padStart(8, '0')}`,
  `示范衡器有限公司${n % 13}`, '国产', '北京市 东城区', `示范大厅 ${n % 400} 号柜台`, '1', '贸易结算', '送检', `GL-${n}`, '12',
  `2026-0${1 + n % 9}-1${n % 10}`, '', `示范检字第${n}号`, '示范计量院', `备注内容第 ${n} 条，供参考`, `a${n}`, `b${n % 7}`, 'c'];

function* lines() {
  yield header;
  for (let n = 0; n < rows; n++) yield row(n);
}

const table = [...Array(256)].map((_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? 0xEDB88320 ^ (n >>> 1) : n >>> 1; return n >>> 0; });
const crc32 = (bytes) => { let c = ~0; for (const b of bytes) c = table[(c ^ b) & 255] ^ (c >>> 8); return ~c >>> 0; };

function zip(parts) {
  const out = [];
  const central = [];
  let at = 0;
  for (const [name, text] of parts) {
    const bytes = Buffer.from(text);
    const packed = zlib.deflateRawSync(bytes);
    const head = Buffer.alloc(30);
    [[0x04034b50, 0], [crc32(bytes), 14], [packed.length, 18], [bytes.length, 22]].forEach(([v, o]) => head.writeUInt32LE(v, o));
    [[20, 4], [8, 8], [name.length, 26]].forEach(([v, o]) => head.writeUInt16LE(v, o));
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(at, 42);
    central.push(entry, Buffer.from(name));
    out.push(head, Buffer.from(name), packed);
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  [8, 10].forEach((o) => end.writeUInt16LE(parts.length, o));
  end.writeUInt32LE(Buffer.concat(central).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...out, ...central, end]);
}

function xlsx() {
  const strings = new Map();
  const sheet = ['<worksheet><sheetData>'];
  for (const cells of lines())
    sheet.push('<row>', ...cells.map((text) => {
      if (!strings.has(text)) strings.set(text, strings.size);
      return text ? `<c t="s"><v>${strings.get(text)}</v></c>` : '<c/>';
    }), '</row>');
  sheet.push('</sheetData></worksheet>');
  return zip([
    ['xl/workbook.xml', '<workbook><sheets><sheet name="台账" r:id="r1"/></sheets></workbook>'],
    ['xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'],
    ['xl/sharedStrings.xml', `<sst>${[...strings.keys()].map((s) => `<si><t>${s}</t></si>`).join('')}</sst>`],
    ['xl/worksheets/sheet1.xml', sheet.join('')]]);
}

fs.writeFileSync(file, file.endsWith('.xlsx') ? xlsx() : [...lines()].map((cells) => cells.join(',')).join('\n') + '\n');
