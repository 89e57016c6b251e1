import { looksLikeDate, looksLikeDateNumber, looksLikeMoney, shareOf } from './value-shapes.ts';

const GENDERS =
  /^(男|女|男性|女性|男士|女士|先生|小姐|未知|保密|其他|不详|male|female|m|f|man|woman|men|women|mr|mrs|ms|other|non-?binary|unknown|prefer not to say|u|0|1|2)$/i;
const YES_OR_NO =
  /^(是|否|有|无|同意|不同意|已同意|未同意|已授权|未授权|允许|不允许|已订阅|未订阅|已退订|退订|订阅|接收|不接收|拒绝|开启|关闭|yes|no|y|n|true|false|t|f|1|0|1\.0|0\.0|opted[ -]?(in|out)|subscribed|unsubscribed|non-subscribed|not[ _]subscribed|pending|cleaned|invalid|redacted|active|inactive|opt[_-](in|out)|single_opt_in|confirmed_opt_in)$/i;
const SATISFIED =
  /^(非常|很|比较|较|十分|极其|完全|不太|不|最)?满意|^(一般|还行|中立|差评|中评|好评|很好|好|差|很差|较差|非常差|非常好)$|(dis|un)?satisfied|^(very )?(good|bad|poor|great|excellent|fair|happy|unhappy|positive|negative|neutral|average|terrible|awesome|extremely happy|extremely unhappy)\b/i;
const EVENTS =
  /^(pv|uv|buy|cart|fav|view|visit|login|log ?in|logout|log ?out|sign ?up|register|click|search|browse|share|like|comment|follow|trial|subscribe|unsubscribe|download|open|play|purchase|checkout|favou?rite|page[ _-]?view|screen[ _-]?view|session[ _-]?start|app[ _-]?open|add[ _-]?to[ _-]?cart|remove[ _-]?from[ _-]?cart|view[ _-]?item|product[ _-]?view(ed)?|浏览|访问|登录|登陆|注册|点击|搜索|分享|点赞|评论|收藏|加购|加入购物车|下单|购买|关注|取关|签到|试用|打开|播放|领券|转发|启动|退出|进店|咨询|参与活动)/i;
const MONEY_MOVES = /^(payment|refund|sale|order|charge|return|chargeback|adjustment|支付|付款|退款|收入|支出|消费|充值)$/i;
const HELD_OUT =
  /对照|空白组|不触达|未触达|实验组|测试组|\bcontrol\b|hold[ -]?out|treat(ment|ed)|\bvariant\b|\btest\b|^no (e-?mail|mail|message|sms|contact)/i;

/** Whether values are the answer to "how likely are you to recommend us": whole numbers from 0 to 10. */
export function areRecommendations(values: readonly string[]): boolean {
  return shareOf(values, (value) => scoreOf(value) !== null) >= 0.7;
}

/** Whether values run from 0 to 10 and show it by themselves: beyond a scale of five, and at least four different. */
export function arePlainlyOutOfTen(values: readonly string[]): boolean {
  const scores = values.map(scoreOf);
  return (
    values.length >= 4 && scores.every((score) => score !== null) && new Set(scores).size >= 4 && scores.some((score) => (score ?? 0) > 5)
  );
}

/** Whether values are stars from 1 to 5 or words of satisfaction. */
export function areSatisfactions(values: readonly string[]): boolean {
  return (
    shareOf(values, (value) => SATISFIED.test(value)) >= 0.6 ||
    shareOf(values, (value) => /^[1-5](\.\d)?([ -]*(分|星|stars?|\/ ?5|[-–:(、.].*))?$|^[★☆⭐]{1,5}️?$/i.test(value)) >= 0.7
  );
}

/** The score at the beginning of "9", "9分", "10 - extremely likely", or null. */
function scoreOf(value: string): number | null {
  const found = /^(10|[0-9])(\.0)?\s*(分|points?|[-–:(、,].*)?$/i.exec(value);
  return found ? Number(found[1]) : null;
}

/** Whether values are genders in words or a customary code. */
export function areGenders(values: readonly string[]): boolean {
  return shareOf(values, (value) => GENDERS.test(value)) >= 0.6;
}

/** Whether values are words for a gender, so that no header is needed. */
export function arePlainlyGenders(values: readonly string[]): boolean {
  return shareOf(values, (value) => /^(男|女|男性|女性|male|female)$/i.test(value)) >= 0.8;
}

/** Whether values say yes or no, or subscribed or not. */
export function areYesOrNo(values: readonly string[]): boolean {
  return shareOf(values, (value) => YES_OR_NO.test(value)) >= 0.6;
}

/** Whether values are days of birth: dates, a month and a day without a year, or a year alone. */
export function areBirthdays(values: readonly string[]): boolean {
  const isOne = (value: string) =>
    looksLikeDate(value) ||
    looksLikeDateNumber(value) ||
    /^(\d{1,2}[-/.]\d{1,2}|\d{1,2}月\d{1,2}[日号]?|(19|20)\d{2}(年)?([-/.年]\d{1,2}月?)?)$/.test(value);
  return shareOf(values, isOne) >= 0.5;
}

/** Whether values name a few kinds of things that people do, and not kinds of payments. */
export function areEventNames(values: readonly string[]): boolean {
  const distinct = new Set(values).size;
  const isFew = values.length < 20 || distinct < 0.9 * values.length;
  return (
    isFew &&
    shareOf(values, (value) => value.length <= 60 && !looksLikeDate(value)) >= 0.8 &&
    shareOf(values, (value) => MONEY_MOVES.test(value)) < 0.9
  );
}

/** Whether values are well-known names of events. */
export function arePlainlyEvents(values: readonly string[]): boolean {
  return shareOf(values, (value) => EVENTS.test(value)) >= 0.3;
}

/** Whether values are a few groups, as of an experiment. */
export function areGroups(values: readonly string[]): boolean {
  const distinct = new Set(values).size;
  return distinct <= 12 && (values.length < 8 || distinct <= values.length / 2) && shareOf(values, looksLikeDate) < 0.5;
}

/** Whether some values name a group that gets the treatment, or none. */
export function arePlainlyGroups(values: readonly string[]): boolean {
  return areGroups(values) && shareOf(values, (value) => HELD_OUT.test(value)) >= 0.2;
}

/** Whether values are words of people and neither numbers, dates nor several ticked answers (joined by ┋). */
export function areComments(values: readonly string[]): boolean {
  return shareOf(values, (value) => looksLikeMoney(value) || looksLikeDate(value) || value.includes('┋')) < 0.5;
}

/** Whether values are lengths of time: 12.5, 3小时, 2 days, 26:30:15. */
export function areSpans(values: readonly string[]): boolean {
  return (
    shareOf(values, (value) =>
      /^\d{1,6}([.,]\d+)?\s*([a-z]{1,8}|小时|分钟|天|秒)?$|^\d{1,4}:[0-5]\d(:[0-5]\d)?$|^\d+(天|小时|分钟?|[dhm])\s*\d+/i.test(value)
    ) >= 0.5
  );
}
