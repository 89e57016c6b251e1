import { descending } from './ranking.ts';

/** Customers who were ranked in the past, and what happened; place by place. */
export interface PastRanking {
  /** Higher means more likely to be lost. */
  readonly risk: ArrayLike<number>;
  /** 1 who did not come back. */
  readonly lost: ArrayLike<number>;
  /** Money of a customer who is kept; the same for all where it is one number. */
  readonly value: ArrayLike<number> | number;
}

/** What contacting costs and does: the assumptions behind every number here. */
export interface ContactTerms {
  readonly costPerContact: number;
  /** The share of those who would be lost that stays after a contact, 0 to 1. */
  readonly saveRate: number;
}

/** What contacting the customers of the highest risk, down to a cut-off, would have brought. */
export interface CutOff {
  readonly contacted: number;
  /** The risk of the last one contacted. */
  readonly risk: number;
  /** Of them, those who did not come back. */
  readonly lost: number;
  readonly cost: number;
  readonly saved: number;
  /** saved − cost. */
  readonly net: number;
}

/**
 * The cut-offs from nobody to everybody (at most `points`; customers of equal risk stay together), and the one with
 * the highest net: nobody where contacting never pays. Contacts to customers who would come back anyway only cost.
 */
export function cutOffs(
  { risk, lost, value }: PastRanking,
  { costPerContact, saveRate }: ContactTerms,
  points = 101
): { readonly curve: readonly CutOff[]; readonly best: CutOff } {
  const n = risk.length;
  const order = descending(risk);
  const none: CutOff = { contacted: 0, risk: Infinity, lost: 0, cost: 0, saved: 0, net: 0 };
  const all: CutOff[] = [{ ...none, risk: n > 0 ? (risk[order[0] as number] as number) : 0 }];
  let [gone, saved] = [0, 0];
  for (let at = 0; at < n; at++) {
    const place = order[at] as number;
    const isLost = lost[place] as number;
    gone += isLost;
    saved += isLost * saveRate * (typeof value === 'number' ? value : (value[place] as number));
    const here = risk[place] as number;
    if (at + 1 < n && risk[order[at + 1] as number] === here) continue;
    const cost = (at + 1) * costPerContact;
    all.push({ contacted: at + 1, risk: here, lost: gone, cost, saved, net: saved - cost });
  }
  const best = all.reduce((top, one) => (one.net > top.net ? one : top));
  const step = Math.max(1, n / Math.max(1, points - 1));
  let next = 0;
  const curve = all.filter((one, at) => {
    if (one.contacted < next && at < all.length - 1 && one !== best) return false;
    next = one.contacted + step;
    return true;
  });
  return { curve, best };
}
