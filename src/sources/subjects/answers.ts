import { literal } from '../../engine/sql.ts';

const YES: readonly string[] = [
  '是',
  '有',
  '同意',
  '已同意',
  '已授权',
  '授权',
  '允许',
  '已订阅',
  '订阅',
  '接收',
  '开启',
  'yes',
  'y',
  'true',
  't',
  '1',
  '1.0',
  'opted in',
  'opted-in',
  'opt in',
  'opt-in',
  'opt_in',
  'subscribed',
  'active',
  'single_opt_in',
  'confirmed_opt_in'
];
const NO: readonly string[] = [
  '否',
  '无',
  '不同意',
  '未同意',
  '未授权',
  '不允许',
  '未订阅',
  '已退订',
  '退订',
  '不接收',
  '拒绝',
  '关闭',
  'no',
  'n',
  'false',
  'f',
  '0',
  '0.0',
  'opted out',
  'opted-out',
  'opt out',
  'opt-out',
  'opt_out',
  'unsubscribed',
  'non-subscribed',
  'not subscribed',
  'not_subscribed',
  'inactive',
  'cleaned'
];

/** SQL: whether a text says yes; null where it says neither yes nor no. */
export function yesOrNo(text: string): string {
  return `case when lower(${text}) in ${literal(YES)} then true when lower(${text}) in ${literal(NO)} then false end`;
}

/** SQL: whether a text tells a response: no and 0 do not, a moment, a number or any other word does. */
export function tellsResponse(text: string): string {
  return `coalesce(${yesOrNo(text)}, case when try_cast(${text} as double) is not null then try_cast(${text} as double) > 0 else ${text} is not null end)`;
}

/** Words of satisfaction on a scale from 1 to 5. */
const SATISFACTION: Readonly<Record<1 | 2 | 3 | 4 | 5, readonly string[]>> = {
  5: [
    ...['非常满意', '很满意', '十分满意', '极其满意', '最满意', '完全满意', '非常好', '很好', '好评'],
    ...['very satisfied', 'extremely satisfied', 'completely satisfied', 'extremely happy', 'very happy', 'excellent', 'very good'],
    ...['great', 'awesome', 'positive']
  ],
  4: ['满意', '比较满意', '较满意', '好', 'satisfied', 'somewhat satisfied', 'fairly satisfied', 'happy', 'good'],
  3: ['一般', '还行', '中立', '中评', 'neutral', 'average', 'fair', 'ok', 'okay', 'neither satisfied nor dissatisfied'],
  2: [
    ...['不满意', '不太满意', '比较不满意', '较不满意', '差', '较差'],
    ...['dissatisfied', 'somewhat dissatisfied', 'unsatisfied', 'unhappy', 'bad', 'poor']
  ],
  1: [
    ...['非常不满意', '很不满意', '十分不满意', '极不满意', '极其不满意', '最不满意', '很差', '非常差', '差评'],
    ...['very dissatisfied', 'extremely dissatisfied', 'very unsatisfied', 'extremely unhappy', 'very unhappy', 'very bad', 'very poor'],
    ...['terrible', 'negative']
  ]
};

const leadingNumber = (text: string) => `try_cast(regexp_extract(${text}, '^\\s*(-?[0-9]+(\\.[0-9]+)?)', 1) as double)`;

/** SQL: the number at the beginning of an answer ("9", "9分", "10 - extremely likely"), possible or not; null for none. */
export function recommendation(text: string): string {
  return leadingNumber(text);
}

/** SQL: a satisfaction from 1 to 5, from a number, stars or words; numbers beyond are given as they are. */
export function satisfaction(text: string): string {
  const words = Object.entries(SATISFACTION).map(([score, ones]) => `when lower(${text}) in ${literal(ones)} then ${score}`);
  return `case when regexp_matches(${text}, '^[★☆⭐]') then length(regexp_replace(${text}, '[^★⭐]', '', 'g')) ${words.join(' ')} else ${leadingNumber(text)} end`;
}
