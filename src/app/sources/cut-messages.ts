import { defineWords } from '../../i18n/locale.ts';

/** How a file is cut into rows and columns. */
export const WORDS = defineWords({
  en: {
    sheet: 'Table in the file',
    sheets: (count: string) => `This file holds ${count} tables. One of them is read at a time.`,
    sheetRows: (name: string, rows: string) => `${name} · ${rows} rows`,
    title: 'How the file is split into rows and columns',
    lead: 'Recognised from the file. Change anything that looks wrong: the preview follows at once.',
    encoding: 'Encoding',
    encodingFits: 'fits this file',
    delimiter: 'Columns are separated by',
    comma: 'comma ,',
    semicolon: 'semicolon ;',
    tab: 'tab',
    pipe: 'bar |',
    space: 'space',
    otherDelimiter: (sign: string) => `“${sign}”`,
    quote: 'Quotes',
    doubleQuote: 'double "',
    singleQuote: "single '",
    noQuote: 'none',
    headerLine: 'Line of the column names',
    noHeader: 'The file has none',
    lineNumber: (line: string) => `Line ${line}`,
    description: 'The row under the names explains them: leave it out',
    trims: 'Leave out totals, footers, repeated headers and padding',
    preview: 'First rows as they are cut now',
    outside: (count: string) => `Rows in the file but not in the table: ${count}.`,
    outsideNone: 'Every row of the file is in the table.',
    line: 'Line',
    kind: 'Taken for',
    text: 'Text',
    bringBack: 'Bring them back as data',
    leaveOut: 'Leave them out',
    kinds: {
      title: 'title',
      description: 'explanation',
      'repeated-header': 'repeated header',
      total: 'total',
      footer: 'footer',
      blank: 'blank',
      padding: 'padding'
    },
    rejected: (count: string) => `Rows that could not be cut into columns: ${count}.`,
    rejectedKinds: {
      'too-many-cells': 'too many cells',
      'too-few-cells': 'too few cells',
      'unclosed-quote': 'a quote that never closes',
      'invalid-bytes': 'bytes that are no text in this encoding',
      'line-too-long': 'a line too long'
    },
    warnings: {
      'unclosed-quote': (line: string, count: string) =>
        `A quote opened on line ${line} never closes; ${count} lines went into one cell. Try “Quotes: none”.`,
      ragged: (line: string, count: string) => `${count} rows have more or fewer cells than the header, the first on line ${line}.`,
      'replaced-bytes': (line: string, count: string) =>
        `${count} characters could not be decoded, the first on line ${line}. Try another encoding.`,
      'error-cell': (line: string, count: string) =>
        `${count} cells hold a formula error such as #N/A, the first in row ${line}. They are read as empty.`,
      'uncomputed-formula': (line: string, count: string) =>
        `${count} formulas came without their values, the first in row ${line}, and are read as empty. Open the file in Excel, save it, and add it again.`,
      'lost-digits': (line: string, count: string) =>
        `${count} numbers have more than 15 digits, the first in row ${line}: Excel has lost their last digits. If they are ids, export them as text.`,
      'list-as-text': (line: string, count: string) =>
        `${count} lists inside records are kept as text, the first in record ${line}: one row stays one record.`,
      'moments-in-zone': (_line: string, count: string, zone: string) =>
        `${count} columns hold moments with a time zone. They are read by the clock of ${zone}, which decides the day of a purchase.`,
      'mixed-types': (line: string, count: string) =>
        `${count} columns hold values of different kinds, such as numbers and objects, the first found in record ${line}. All are read as text.`,
      'not-a-record': (line: string, count: string) =>
        `${count} entries between the records are no records and were left out, the first is entry ${line}.`
    }
  },
  zh: {
    sheet: '读取的表',
    sheets: (count) => `文件里有 ${count} 张表，每次读取其中一张。`,
    sheetRows: (name, rows) => `${name} · ${rows} 行`,
    title: '文件的解析方式',
    lead: '以下由文件内容识别得出。哪里不对就改哪里，预览会立即更新。',
    encoding: '编码',
    encodingFits: '与文件相符',
    delimiter: '列分隔符',
    comma: '逗号 ,',
    semicolon: '分号 ;',
    tab: '制表符',
    pipe: '竖线 |',
    space: '空格',
    otherDelimiter: (sign) => `“${sign}”`,
    quote: '引号',
    doubleQuote: '双引号 "',
    singleQuote: "单引号 '",
    noQuote: '无',
    headerLine: '列名所在的行',
    noHeader: '文件没有列名',
    lineNumber: (line) => `第 ${line} 行`,
    description: '列名下面一行是说明，不作为数据',
    trims: '去掉合计、页脚、重复表头和空白填充行',
    preview: '按当前设置解析出的前几行',
    outside: (count) => `在文件里但不在表里的行：${count}。`,
    outsideNone: '文件的每一行都在表里。',
    line: '行号',
    kind: '视为',
    text: '内容',
    bringBack: '恢复为数据',
    leaveOut: '不作为数据',
    kinds: {
      title: '标题',
      description: '说明',
      'repeated-header': '重复表头',
      total: '合计',
      footer: '页脚',
      blank: '空行',
      padding: '填充'
    },
    rejected: (count) => `无法分列的行：${count}。`,
    rejectedKinds: {
      'too-many-cells': '单元格太多',
      'too-few-cells': '单元格太少',
      'unclosed-quote': '引号没有闭合',
      'invalid-bytes': '有不属于该编码的字节',
      'line-too-long': '行太长'
    },
    warnings: {
      'unclosed-quote': (line, count) => `第 ${line} 行的引号一直没有闭合，${count} 行被并进了一个单元格。可以试试“引号：无”。`,
      ragged: (line, count) => `有 ${count} 行的单元格数与表头不一致，最早在第 ${line} 行。`,
      'replaced-bytes': (line, count) => `有 ${count} 个字符无法解码，最早在第 ${line} 行。请换一种编码试试。`,
      'error-cell': (line, count) => `有 ${count} 个单元格是公式错误（如 #N/A），最早在第 ${line} 行，已按空值读取。`,
      'uncomputed-formula': (line, count) =>
        `有 ${count} 个公式没有保存计算结果，最早在第 ${line} 行，已按空值读取。请用 Excel 打开并保存后重新添加。`,
      'lost-digits': (line, count) =>
        `有 ${count} 个数字超过 15 位，最早在第 ${line} 行：末尾几位在 Excel 里已经丢失。如果是编号，请以文本格式重新导出。`,
      'list-as-text': (line, count) => `有 ${count} 处记录里嵌套的列表按文本保留，最早在第 ${line} 条记录：一条记录仍是一行。`,
      'moments-in-zone': (_line, count, zone) => `有 ${count} 列时间带有时区，按 ${zone} 的当地时间读取，购买日期以此为准。`,
      'mixed-types': (line, count) => `有 ${count} 列混有不同类型的值（如数字和对象），最早在第 ${line} 条记录，全部按文本读取。`,
      'not-a-record': (line, count) => `记录之间有 ${count} 项不是记录，已略过，最早是第 ${line} 项。`
    }
  }
});
