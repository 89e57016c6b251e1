import { arePlainlyEvents } from './answer-shapes.ts';
import { personalInWords } from './header-aliases.ts';
import { looseHeader, normaliseHeader } from './header.ts';
import { columnOf, type Mapping, type Role } from './mapping.ts';
import { meetsNeeds, type Subject } from './subject.ts';

/** A guess of the file's mapping for one subject. */
export interface Reading {
  readonly subject: Subject;
  readonly mapping: Mapping;
}

/** What the first rows hold: headers, and the filled cells of each column. */
export interface Sight {
  readonly columns: readonly string[];
  readonly values: readonly (readonly string[])[];
}

/** What a customer has come to, which a list of members tells and a list of orders does not. */
const SUMS_UP =
  /累计|历史|总(消费|订单|购买|支付)|最近|最后|上次|首次(?!响应|回复|处理|受理|应答)|首单|平均|次数|未消费天数|lifetime|total (spent|spend|orders|purchases|revenue)|\b(last|first|latest|recent|previous) ?(order|purchase|visit|buy|transaction|seen|login|activity)|average|\bavg\b|orders? (count|number)|number of orders|num orders|\bfrequency\b|\brecency\b|days since/;
/** Times that only an order has. */
const OF_ORDER =
  /下单|成交|交易|购买|消费|订购|付款|支付|订单|销售|order|purchase|invoice|transaction|trans |sale|paid|pay|bought|checkout/;
/** Amounts and times that are no order's. */
const OF_OTHERS = /赔付|赔偿|补偿|compensation|评价|评论|答卷|行为|事件|survey|review|event/;
/** Times of an answer, of something done, of a record being made. */
const OF_ANSWER = /答|评价|评论|反馈|填写|submit|survey|respon|review|answer|complet|rated/;
const OF_EVENT = /行为|事件|操作|访问|登录|浏览|互动|触发|签到|event|action|activity|visit|login/;
const OF_CREATION = /创建|录入|添加|creat|added/;
/** What a tracker notes beside an event. */
const OF_TRACKER = /session|会话|页面|\bpage|\burl\b|referr?er|device|设备|\bos\b|browser|user agent|platform|终端/;
/** What a catalogue tells of a product besides. */
const OF_CATALOGUE = /库存|品牌|规格|供应商|上架|条码|单位|stock|inventory|brand|vendor|supplier|barcode|weight|handle/;
const NUMBERED_QUESTION = /^\s*q?\d{1,3}\s*[、.．:：)]\s*\S{2,}|[?？]\s*$/i;
/** Headers that may hold a comment and mostly hold something else. */
const LOOSE_COMMENT = /^(description|text|title|subject|message|content|reason|标题|描述|内容|主题|原因说明)$/;

const textOf = (header: string) => normaliseHeader(header).replaceAll('_', ' ');

/**
 * How much speaks for a reading: whole numbers to compare with each other, 0 where the file lacks what the
 * subject cannot do without. Columns that only it would have weigh more than those that it shares.
 */
export function weigh({ subject, mapping }: Reading, sight: Sight): number {
  if (!meetsNeeds(mapping.roles, subject)) return 0;
  if (subject === 'orders' || subject === 'returns') return weighOrders(mapping, sight);
  if (subject === 'members') return weighMembers(mapping, sight);
  if (subject === 'events') return weighEvents(mapping, sight);
  if (subject === 'feedback') return weighFeedback(mapping, sight);
  return subject === 'touches' ? weighTouches(mapping, sight) : weighProducts(mapping, sight);
}

/** Looks into one reading: the header of a role's column, and sums of weights of the roles that are there. */
function look(mapping: Mapping, { columns, values }: Sight) {
  const place = (role: Role) => columnOf(mapping, role);
  return {
    has: (role: Role) => place(role) !== null,
    header: (role: Role) => textOf(columns[place(role) ?? -1] ?? ''),
    cells: (role: Role) => values[place(role) ?? -1] ?? [],
    sum: (weights: Readonly<Partial<Record<Role, number>>>) =>
      (Object.entries(weights) as [Role, number][]).reduce((total, [role, weight]) => total + (place(role) === null ? 0 : weight), 0),
    headers: (pattern: RegExp) => columns.filter((header) => pattern.test(textOf(header))).length
  };
}

function weighOrders(mapping: Mapping, sight: Sight): number {
  const { has, header, cells, sum } = look(mapping, sight);
  const isOwn = (role: Role) => has(role) && !SUMS_UP.test(header(role)) && !OF_OTHERS.test(header(role));
  const times = (['order_time', 'pay_time'] as const).filter(isOwn);
  const isStrong = times.some((role) => role === 'pay_time' || OF_ORDER.test(header(role)));
  const money = (['amount', 'gross', 'unit_price'] as const).filter(isOwn);
  // A bare id may be anybody's, and a log may name an order here and there.
  const rows = Math.max(0, ...sight.values.map((column) => column.length));
  const isNumbered =
    isOwn('order_id') && mapping.confidence[mapping.roles.indexOf('order_id')] !== 'values' && cells('order_id').length >= rows / 2;
  const isWhole = isNumbered && (isStrong || money.length > 0);
  return (
    sum({ line_id: 3, refund: 2, refund_status: 3, discount: 2, product: 0.5, sku: 0.5, category: 0.5, shop: 0.5, currency: 1 }) +
    (isNumbered ? 4 : has('order_id') ? 1 : 0) +
    (isStrong ? 3 : times.length) +
    2 * Math.min(3, money.length + (isOwn('quantity') ? 1 : 0)) +
    (has('status') && /订单|交易|order|支付|付款|payment/.test(header('status')) ? 2 : 0) +
    (isWhole ? 10 : isStrong && money.length > 0 ? 8 : times.length > 0 && money.length > 0 ? 3 : isNumbered && times.length > 0 ? 1 : 0)
  );
}

function weighMembers(mapping: Mapping, sight: Sight): number {
  const { has, header, cells, sum, headers } = look(mapping, sight);
  const keys = cells('customer');
  const repeats = keys.length >= 5 && new Set(keys).size < 0.8 * keys.length;
  const names = sight.columns.filter((column) => personalInWords(column) === 'name').length;
  return (
    sum({
      birthday: 4,
      gender: 3,
      points: 3,
      tags: 2,
      consent: 2,
      owner: 2,
      tier: 1,
      company: 1,
      phone: 1,
      email: 1,
      customer: 1,
      region: 0.5
    }) +
    (has('member_since') ? (OF_CREATION.test(header('member_since')) ? 1 : 4) : 0) +
    (names > 0 ? 2 : 0) +
    2 * Math.min(3, headers(SUMS_UP)) -
    (repeats ? 4 : 0)
  );
}

function weighEvents(mapping: Mapping, sight: Sight): number {
  const { has, header, cells, headers } = look(mapping, sight);
  const isEvent = OF_EVENT.test(header('event_time')) && !SUMS_UP.test(header('event_time'));
  // Who and when alone may be anything, unless the time says what was done.
  if (!has('event_name')) return isEvent ? 3 : 0;
  return 4 + 3 + (arePlainlyEvents(cells('event_name')) ? 4 : 0) + (isEvent ? 3 : 1) + Math.min(3, headers(OF_TRACKER));
}

function weighFeedback(mapping: Mapping, sight: Sight): number {
  const { has, header, sum, headers } = look(mapping, sight);
  const isAnswered = has('survey_time') && OF_ANSWER.test(header('survey_time'));
  const comment = has('comment') ? (LOOSE_COMMENT.test(header('comment')) ? 1 : 2) : 0;
  if (!has('nps') && !has('csat') && !has('ticket_id') && !has('first_reply') && !(comment > 1 && (isAnswered || has('customer'))))
    return 0;
  return (
    sum({ csat: 4, ticket_id: 4, first_reply: 4, resolved: 3, ticket_type: 2, ticket_open: 1 }) +
    (has('nps') ? (/^(survey ?)?score$|^(得分|打分|分数)$/.test(header('nps')) ? 4 : 5) : 0) +
    comment +
    ((has('nps') || has('csat')) && comment > 0 ? 3 : 0) +
    (has('ticket_id') && (has('ticket_open') || has('first_reply') || has('resolved')) ? 3 : 0) +
    (isAnswered ? 3 : has('survey_time') ? 1 : 0) +
    (headers(NUMBERED_QUESTION) >= 2 ? 4 : 0)
  );
}

function weighTouches(mapping: Mapping, sight: Sight): number {
  const { has, header, sum } = look(mapping, sight);
  const isSent = has('sent_time') && !/^(date|time|timestamp|时间|日期)$/.test(looseHeader(header('sent_time')));
  const parts = Number(has('campaign')) + Number(has('group')) + Number(isSent);
  if (parts === 0) return 0;
  return (
    sum({ campaign: 3, group: 3, response: 2, cost: 1 }) + (isSent ? 4 : 0) + (parts >= 2 || (has('group') && has('response')) ? 3 : 0)
  );
}

function weighProducts(mapping: Mapping, sight: Sight): number {
  const { sum, cells, has, headers } = look(mapping, sight);
  const codes = cells(has('sku') ? 'sku' : 'product');
  const isOneEach = codes.length >= 2 && new Set(codes).size === codes.length;
  return sum({ cost: 4, sku: 1, product: 1, category: 1, unit_price: 1 }) + Math.min(2, headers(OF_CATALOGUE)) + (isOneEach ? 3 : 0);
}
