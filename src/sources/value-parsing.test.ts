import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, startEngine, table } from '../../test/engine/engine.ts';
import { literal, quoteText } from '../engine/sql.ts';
import { decideFormats, formatQuestions, roleExpression } from './column-formats.ts';
import { dateExpression, decideDates, withClock } from './date-text.ts';
import { idExpression, isScientific, WRAPPINGS, wrappingTest } from './id-text.ts';
import type { Mapping } from './mapping.ts';
import { decideMoney, moneyExpression } from './money-text.ts';
import type { RawTable } from './raw-table.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const run = (sql: string) => table(engine, sql);

/** A raw table of text columns. */
async function rawOf(...columns: readonly (readonly (string | null)[])[]): Promise<RawTable> {
  const length = columns[0]?.length ?? 0;
  const values = Array.from(
    { length },
    (_, row) => `(${columns.map((column) => `cast(${literal(column[row] ?? null)} as varchar)`).join(', ')})`
  );
  await engine.execute('raw', [
    `create or replace table raw as select * from (values ${values.join(', ')}) as t(${columns.map((_, index) => `c${index}`).join(', ')})`
  ]);
  return { name: 'raw', rows: length, headers: columns.map((_, index) => `h${index}`), reads: columns.map(() => 'text') };
}

async function dates(...texts: (string | null)[]) {
  const raw = await rawOf(texts);
  const decision = await decideDates(run, raw, 'c0');
  const read = await rows(engine, `select cast(${dateExpression('c0', decision.readings)} as varchar) from raw order by rowid`);
  return { ...decision, formats: [...new Set(decision.readings.map((reading) => reading.format))], read: read.map(([value]) => value) };
}

async function money(...texts: (string | null)[]) {
  const raw = await rawOf(texts);
  const decision = await decideMoney(run, raw, 'c0');
  const read = await rows(engine, `select ${moneyExpression('c0', decision)} from raw order by rowid`);
  return { ...decision, read: read.map(([value]) => value) };
}

describe('ids', () => {
  test.each([
    ['="1930683456789012345"', '1930683456789012345'],
    ['=1930683456789012345', '1930683456789012345'],
    ['\t6917000000000000001', '6917000000000000001'],
    ['"\t6917"', '6917'],
    ["'18600000000", '18600000000'],
    ['\uFEFF007', '007'],
    ['\u00A0007\u00A0', '007'],
    ['００１２', '0012'],
    ['E2026-0001', 'E2026-0001'],
    ['\t', null],
    ['', null]
  ])('%j are unwrapped and keep their zeros', async (text, id) => {
    expect(await rows(engine, `select ${idExpression(quoteText(text), 'text')}`)).toEqual([[id]]);
  });

  test('tell when a spreadsheet cut them', async () => {
    expect(await rows(engine, `select ${isScientific("'1.93068E+15'")}, ${isScientific("'193068'")}`)).toEqual([[true, false]]);
  });

  test.each([
    ['="19"', 'formula'],
    ['=19', 'formula'],
    ["'19", 'quote'],
    ['"19"', 'quote'],
    ['１9', 'wide'],
    ['\t19', 'blank'],
    ['19\u00a0', 'blank'],
    ['19 30', null]
  ])('%j is wrapped by one kind of wrapping: %s', async (text, kind) => {
    const tests = WRAPPINGS.map((one) => wrappingTest(quoteText(text), one)).join(', ');
    const [found = []] = await rows(engine, `select ${tests}`);
    expect(WRAPPINGS.filter((_, at) => found[at] === true)).toEqual(kind === null ? [] : [kind]);
  });
});

describe('money', () => {
  test.each([
    ['¥186.00', 186],
    ['￥1,299.5', 1299.5],
    ['$1,240.00', 1240],
    ['-$45.00', -45],
    ['$-45.00', -45],
    ['€ 12', 12],
    ['£3.20', 3.2],
    ['(12.00)', -12],
    ['($1,012.00)', -1012],
    ['12.00-', -12],
    ['0元', 0],
    ['25.5 元', 25.5],
    ['499.00（系统计算中，该值仅供参考）', 499],
    ['1.2万', 12000],
    ['3万元', 30000],
    ['１２．５０', 12.5],
    ['US$9.99', 9.99],
    ['CNY 12', 12],
    ['="88.00"', 88],
    ['\t12.00', 12],
    ['1,23,456.00', 123456],
    ['.5', 0.5],
    ['-0.01', -0.01]
  ])('%s', async (text, amount) => {
    // A second cell makes the decimal sign plain.
    const { read, format, unreadable } = await money(text, '1,000.25');
    expect({ read, format, unreadable }).toEqual({ read: [amount, 1000.25], format: 'point', unreadable: 0 });
  });

  test('blanks and notes for nothing are null and not unreadable', async () => {
    expect(await money('-', '--', '无退款申请', null, 'N/A', '5')).toMatchObject({
      read: [null, null, null, null, null, 5],
      unreadable: 0
    });
  });

  test('a cell of only a tab is blank, many dashes change nothing', async () => {
    expect(await money('\t', '12.5', '3', '-')).toMatchObject({ read: [null, 12.5, 3, null], unreadable: 0 });
    expect(await money(...Array.from({ length: 50 }, () => '-'), '1,200.5', '7', '约 5')).toMatchObject({ unreadable: 1 });
    expect(await dates('\t', '2025-01-01 10:00:00', '-', '10-05-2025')).toMatchObject({
      read: [null, '2025-01-01 10:00:00', null, '2025-10-05 00:00:00'],
      unreadable: 0,
      filled: 2
    });
  });

  test('the comma is the decimal sign when the column says so', async () => {
    expect(await money('1.234,56 €', '12,5', '1.000', '7')).toMatchObject({
      format: 'comma',
      read: [1234.56, 12.5, 1000, 7],
      unreadable: 0,
      ambiguous: null
    });
  });

  test('1.234 everywhere is asked', async () => {
    expect(await money('1.234', '12.500', '7')).toMatchObject({ ambiguous: expect.stringContaining('.') });
    expect(await money('1.234', '12.50', '7')).toMatchObject({ ambiguous: null, read: [1.23, 12.5, 7] });
  });

  test('what is no amount is counted and left empty', async () => {
    expect(await money('12.00', '3 pieces', 'abc', '1,2,3')).toMatchObject({ read: [12, null, null, null], unreadable: 3 });
  });

  test('every amount survives being dressed up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: -10_000_000_00, max: 10_000_000_00 }), fc.constantFrom('¥', '￥', '$', '€', '')), {
          minLength: 1,
          maxLength: 40
        }),
        async (amounts) => {
          const texts = amounts.map(
            ([cents, sign]) =>
              `${cents < 0 ? '-' : ''}${sign}${(Math.abs(cents) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`
          );
          const { read, unreadable } = await money(...texts);
          expect(read.map((amount) => Math.round(Number(amount) * 100))).toEqual(amounts.map(([cents]) => cents));
          expect(unreadable).toBe(0);
        }
      ),
      { numRuns: 20 }
    );
  });
});

describe('dates', () => {
  test.each([
    ['2026-03-01 10:15:00', '2026-03-01 10:15:00'],
    ['2026-03-01', '2026-03-01 00:00:00'],
    ['2026-03-01T10:15:00Z', '2026-03-01 10:15:00'],
    ['2026-03-01T23:15:00.500+08:00', '2026-03-01 23:15:00.5'],
    ['2026-03-01 23:15:00 -0500', '2026-03-01 23:15:00'],
    ['2026-03-01 23:15:00 UTC', '2026-03-01 23:15:00'],
    ['2014-12-06 02', '2014-12-06 02:00:00'],
    ['2016/5/23 22:02', '2016-05-23 22:02:00'],
    ['2016/5/23', '2016-05-23 00:00:00'],
    ['2016.5.23 9:02', '2016-05-23 09:02:00'],
    ['2016/5/23 10:02:05 PM', '2016-05-23 22:02:05'],
    ['20160523', '2016-05-23 00:00:00'],
    ['20160523220203', '2016-05-23 22:02:03'],
    ['5/23/2016', '2016-05-23 00:00:00'],
    ['5/23/2016 22:02', '2016-05-23 22:02:00'],
    ['5/23/2016, 10:02 PM', '2016-05-23 22:02:00'],
    ['23/05/2016 22:02:03', '2016-05-23 22:02:03'],
    ['23.05.2016', '2016-05-23 00:00:00'],
    ['23-5-16', '2016-05-23 00:00:00'],
    ['23/5/97', '1997-05-23 00:00:00'],
    ['Jul-25-26', '2026-07-25 00:00:00'],
    ['25-Jul-2026', '2026-07-25 00:00:00'],
    ['Jul 5, 2026', '2026-07-05 00:00:00'],
    ['July 5th, 2026 10:05 PM', '2026-07-05 22:05:00'],
    ['5 Jul 2026 22:05', '2026-07-05 22:05:00'],
    ['May-25-26', '2026-05-25 00:00:00'],
    ['Mon, 23 Sep 2024 14:21:24 +0000', '2024-09-23 14:21:24'],
    ['2026年9月3日', '2026-09-03 00:00:00'],
    ['2026年9月3日 12:30:05', '2026-09-03 12:30:05'],
    ['2026年09月03日12时30分', '2026-09-03 12:30:00'],
    ['42513', '2016-05-23 00:00:00'],
    ['42513.9180555556', '2016-05-23 22:02:00'],
    ['1464040920', '2016-05-23 22:02:00'],
    ['1464040920000', '2016-05-23 22:02:00'],
    ['\t2016-05-23 22:02:00', '2016-05-23 22:02:00'],
    ['="2016-05-23"', '2016-05-23 00:00:00']
  ])('%s', async (text, moment) => {
    expect(await dates(text, '-', null)).toMatchObject({ read: [moment, null, null], unreadable: 0, filled: 1, ambiguous: null });
  });

  test('day and month are decided on all rows', async () => {
    const january = Array.from({ length: 300 }, (_, index) => `01/0${(index % 9) + 1}/2025`);
    expect(await dates(...january, '31/12/2025')).toMatchObject({ formats: ['dmy'], ambiguous: null });
    expect(await dates(...january, '12/31/2025')).toMatchObject({ formats: ['mdy'], ambiguous: null });
    const undecided = await dates(...january);
    expect(undecided.ambiguous).toBe('01/02/2025');
    expect(undecided.unreadable).toBe(0);
  });

  test('impossible days are unreadable, mixed forms that read themselves are not', async () => {
    expect(await dates('2025-02-30', '2025-02-28', '2025/3/1 8:00', '3 Mar 2025', 'soon')).toMatchObject({
      read: [null, '2025-02-28 00:00:00', '2025-03-01 08:00:00', '2025-03-03 00:00:00', null],
      unreadable: 2
    });
    expect(await dates('31/02/2025', '31/01/2025')).toMatchObject({ read: [null, '2025-01-31 00:00:00'], unreadable: 1 });
  });

  test('two-digit years never become the year 10', async () => {
    expect((await dates('10-05-26', '13-05-26')).read).toEqual(['2026-05-10 00:00:00', '2026-05-13 00:00:00']);
  });

  test('a clock beside the date is added', async () => {
    for (const [clock, moment] of [
      ['14:05:09', '2026-10-05 14:05:09'],
      ['9:05', '2026-10-05 09:05:00'],
      ['2:05 PM', '2026-10-05 14:05:00'],
      ['', '2026-10-05 00:00:00']
    ] as const)
      expect(await rows(engine, `select cast(${withClock("timestamp '2026-10-05 00:00:00'", quoteText(clock))} as varchar)`)).toEqual([
        [moment]
      ]);
  });
});

describe('formats of a mapping', () => {
  const mapping = (answers: Record<string, string> = {}): Mapping => ({
    family: null,
    roles: ['order_time', 'pay_time', 'amount'],
    personal: [null, null, null],
    confidence: [null, null, null],
    answers,
    rules: {}
  });

  test('an undecidable column follows the decided one beside it', async () => {
    const raw = await rawOf(['01/02/2025', '03/04/2025'], ['01/02/2025', '13/04/2025'], ['1', '2']);
    const formats = await decideFormats(run, raw, mapping());
    expect(formatQuestions(formats, mapping())).toEqual([]);
    expect(await rows(engine, `select ${roleExpression(raw, mapping(), formats, 'order_time')} from raw order by rowid`)).toEqual([
      [new Date('2025-02-01')],
      [new Date('2025-04-03')]
    ]);
  });

  test('asks what it cannot decide, and takes the answer', async () => {
    const raw = await rawOf(['01/02/2025', '03/04/2025'], [null, null], ['1', '2']);
    expect(formatQuestions(await decideFormats(run, raw, mapping()), mapping())).toEqual([
      {
        id: 'date-order:0',
        kind: 'date-order',
        column: 0,
        values: [{ value: '01/02/2025', rows: 2 }],
        options: ['mdy', 'dmy'],
        answer: null
      }
    ]);
    const answered = mapping({ 'date-order:0': 'dmy' });
    const formats = await decideFormats(run, raw, answered);
    expect(formatQuestions(formats, answered)).toMatchObject([{ answer: 'dmy' }]);
    expect(await rows(engine, `select ${roleExpression(raw, answered, formats, 'order_time')} from raw order by rowid`)).toEqual([
      [new Date('2025-02-01')],
      [new Date('2025-04-03')]
    ]);
  });
});
