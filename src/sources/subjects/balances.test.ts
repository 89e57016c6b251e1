import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rows, startEngine } from '../../../test/engine/engine.ts';
import { buildShop, openDraft, reviseDraft } from '../import.ts';
import type { Subject } from '../subject.ts';
import type { SubjectTable } from './subject-tables.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

let drafted = 0;
const open = (text: string, name: string) => openDraft(engine, `b${++drafted}`, new File([text], name));

const ORDERS = `order_id,customer_id,order_time,amount
1,A1,2024-01-01 10:00:00,10.00
2,13800000001,2024-02-01 10:00:00,11.00
3,a@x.test,2024-03-01 10:00:00,12.00`;

const KEYS = ['A1', 'a1 ', '', '-', '138****0001', '13800000001', '+86 138-0000-0001', 'A@x.test', 'X9', '1.38E+10', `o'hara`];
const TIMES = ['2024-01-05 10:00:01', '2024-01-05 10:00:02', '', 'soon', '2024-02-30 10:00:00'];
const SCORES = ['9', '11', '', '-1', '7.5', 'many', '5分'];
const WORDS = ['', 'tea', '<b>', "'; drop table raw", '无'];

/** The columns of a file about each subject, with the cells they are made of. */
const FILES: Readonly<Partial<Record<Subject, Readonly<Record<string, readonly string[]>>>>> = {
  members: { 'member id': KEYS, phone: KEYS, email: KEYS, tier: WORDS, 'member since': TIMES },
  events: { user_id: KEYS, event_time: TIMES, event: WORDS, amount: SCORES },
  feedback: { 'customer id': KEYS, 'survey time': TIMES, nps: SCORES, csat: ['5', '非常满意', '9', '', 'odd'], comment: WORDS },
  touches: { customer_id: KEYS, campaign: WORDS, group: ['control', 'treatment', ''], 'sent at': TIMES, cost: SCORES },
  products: { sku: WORDS, 'product name': WORDS, category: WORDS, cost: SCORES }
};

test.each(Object.keys(FILES) as (SubjectTable & Subject)[])(
  'the books of files of %s balance whatever they hold, alone and beside another, and every record has a row',
  async (subject) => {
    const columns = Object.entries(FILES[subject] ?? {});
    const line = fc.tuple(...columns.map(([, cells]) => fc.constantFrom(...cells)));
    const file = fc.array(line, { minLength: 1, maxLength: 12 });
    const text = (lines: readonly (readonly string[])[]) =>
      [columns.map(([header]) => header), ...lines].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');
    await fc.assert(
      fc.asyncProperty(file, file, async (one, two) => {
        const drafts = [await open(ORDERS, 'orders.csv')];
        for (const [place, lines] of [one, two].entries()) {
          const opened = await open(text(lines), `${place}.csv`);
          const draft = opened.mapping.subject === subject ? opened : await reviseDraft(engine, opened, { kind: 'subject', subject });
          const { inFile, used, setAside } = draft.balance;
          expect(used + setAside.reduce((sum, entry) => sum + entry.rows, 0)).toBe(inFile);
          drafts.push(draft);
        }
        const facts = await buildShop(engine, drafts);
        const { inFile, used, setAside } = facts.balance;
        expect(used + setAside.reduce((sum, entry) => sum + entry.rows, 0)).toBe(inFile);
        expect(await rows(engine, 'select reason, count(*) from set_aside group by reason order by reason')).toEqual(
          setAside
            .filter((entry) => entry.rows > 0)
            .map(({ reason, rows: count }) => [reason, count])
            .sort()
        );
        // Rows of feedback may hold several answers; all others are one record each.
        const [[records] = []] = await rows(engine, `select count(*) from all_${subject}`);
        if (subject === 'feedback') expect(Number(records)).toBeGreaterThanOrEqual(used - 3);
        else expect(records).toBe(used - 3);
        for (const match of facts.matches ?? []) {
          expect(match.matchedKeys + match.ambiguousKeys).toBeLessThanOrEqual(match.keys);
          expect(match.matchedRows).toBeLessThanOrEqual(match.rows);
        }
        const [[named] = []] = subject === 'products' ? [[0]] : await rows(engine, `select count(customer) from all_${subject}`);
        const matched = (facts.matches ?? []).reduce((sum, match) => sum + match.matchedRows, 0);
        if (subject === 'feedback') expect(Number(named)).toBeGreaterThanOrEqual(matched);
        else expect(named).toBe(matched);
      }),
      { numRuns: 3 }
    );
  }
);
