import { expect, test } from 'vitest';
import { formatFor } from '../../i18n/format.ts';
import { CHURN } from './messages.ts';
import type { Telling } from './rule.ts';
import { boundFinding, secondPurchases } from './second-curve.ts';

const telling = (locale: 'en' | 'zh'): Telling => ({ words: CHURN[locale], format: formatFor(locale, 'CNY'), audience: () => '' });
const en = telling('en');
const zh = telling('zh');

test('nobody bought twice: how many do at most, of those watched for long enough', () => {
  const once = (...days: number[]) => secondPurchases(days.map((time) => ({ time, events: 0, censored: 40 })));
  // 120 of 160 were watched for 90 days: 1 − 0.025 ^ (1 / 120) is 3.0 %.
  expect(boundFinding(once(20, 90, 200, 300), en)).toBe(
    'Nobody of **160** has bought a second time. Of the **120** watched for at least **90 days** none did: **at most 3.0%** do within that time (95% interval 0.0% to 3.0%).'
  );
  expect(boundFinding(once(20, 90, 200, 300), zh)).toContain(
    '其中 **120** 位已观察满 **90 天**，无一复购：这段时间内复购的**最多占 3.0%**'
  );
  expect(boundFinding(once(10, 20), en)).toContain('Of the **40** watched for at least **14 days**');
  expect(boundFinding(once(0, 5), en)).toBeNull();
  // Too few watched at the end say nothing, unless there are no others.
  const few = secondPurchases([
    { time: 20, events: 0, censored: 10 },
    { time: 40, events: 0, censored: 100 },
    { time: 400, events: 0, censored: 1 }
  ]);
  expect(few.steps.map(({ time }) => time)).toEqual([20, 40]);
});
