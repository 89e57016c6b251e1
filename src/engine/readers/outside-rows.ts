import type { OutsideRow } from '../contract.ts';

const TOTAL =
  /^(?:合\s*计|总\s*计|小\s*计|汇\s*总|共\s*计|总合计|本页合计|合\s*計|總\s*計|小\s*計|(?:grand |sub ?|overall )?totals?|sum)\s*[::]?\s*(?:[\d,.]+\s*(?:条|行|笔|单|元|件|records?|rows?)?)?\s*[。.]?$/i;
const SUM = /^[-+(]?\s*[¥￥$€£]?\s*[-+]?[\d,.]+\s*(?:%|元|件|单|笔|个|人)?\)?$|^[-/]+$/;
const FOOTER =
  /^(?:\d[\d,]* (?:record\(s\)|records?|rows?|row\(s\)|orders?) (?:downloaded|exported|found|total)|seller id\s*:|(?:导出|下载|生成|统计|打印|制表|数据更新|更新)(?:时间|日期|人|范围)\s*[::]|共\s*[\d,]+\s*(?:条|行|笔|单)|总共\s*[\d,]+|以上(?:数据|为)|(?:数据)?说明\s*[::]|备注\s*[::]|(?:exported|generated|downloaded|created|report (?:generated|run)|run) (?:on|at|by|date|time)\b|export(?:ed)? (?:date|time)\b|confidential information|copyright \(c\)|end of (?:report|file)\b)/i;

/** No words that tell a total or a footer are longer; the patterns are not made for longer ones. */
const LONGEST = 200;

// eBay writes its last line as several cells: 83,record(s) downloaded,from,Jan-01-25,…
const DOWNLOADED = /^\d[\d,]* ?(?:record\(s\)|records?) downloaded/i;

/**
 * What a record is that is not a row of the table, judged by its cells alone; null for a row. Words such as
 * 合计 count only where all other cells are empty or sums, so that an order for a product of that name stays a row.
 */
export function outsideKind(cells: readonly string[], columns: number): OutsideRow['kind'] | null {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const [first] = filled;
  if (first === undefined) return cells.length > 1 || columns === 1 ? 'padding' : 'blank';
  const word = first.trim();
  if (word.length > LONGEST) return null;
  if (FOOTER.test(word) && filled.length <= 2 && (columns > 2 || filled.length === 1)) return 'footer';
  if (DOWNLOADED.test(`${word} ${filled[1]?.trim() ?? ''}`)) return 'footer';
  if (TOTAL.test(word) && columns > 1 && filled.slice(1).every((cell) => cell.length <= LONGEST && SUM.test(cell.trim()))) return 'total';
  return null;
}

/** Whether a record repeats the header. */
export function repeatsHeader(cells: readonly string[], header: readonly string[]): boolean {
  return header.length > 0 && cells.length >= header.length && header.every((name, index) => cells[index]?.trim() === name.trim());
}

/** Words by which `outsideKind` may judge, for a first look at the bytes: lower case, without blanks inside. */
export const OUTSIDE_WORDS = [
  '合',
  '总',
  '總',
  '小',
  '汇',
  '共',
  '本页',
  '导出',
  '下载',
  '生成',
  '统计',
  '打印',
  '制表',
  '数据',
  '更新',
  '以上',
  '说明',
  '备注',
  'total',
  'grand',
  'sub',
  'overall',
  'sum',
  'seller',
  'export',
  'generated',
  'downloaded',
  'created',
  'report',
  'run',
  'confidential',
  'copyright',
  'end of'
] as const;
