import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { UNREADABLE } from '../../src/engine/readers/unreadable.ts';
import { REFUSAL } from '../../src/app/sources/refusal-messages.ts';
import { buildShop, dropDraft, openDraft, reviseDraft } from '../../src/sources/import.ts';
import type { Draft } from '../../src/sources/source.ts';
import { workbookFile } from './formats/workbook-file.ts';
import { rows, startEngine } from './engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

let drafted = 0;
const open = (content: BlobPart, name = 'orders.csv'): Promise<Draft> => openDraft(engine, `h${++drafted}`, new File([content], name));
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = (lines: readonly (readonly string[])[]) => lines.map((cells) => cells.map(quoted).join(',')).join('\n') + '\n';

/** Names that mean something to programs, markup, formulas and SQL. */
const HOSTILE = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  "'; drop table orders; --",
  '"; drop table orders; --',
  'x") from orders; delete from orders; --',
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '${7*7}',
  '{{7*7}}',
  '=HYPERLINK("http://evil.example","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  "=cmd|' /C calc'!A0",
  '\\',
  '%',
  '_',
  '\u202Egnp.exe',
  '👨‍👩‍👧‍👦',
  'ﷺ',
  'NULL'
] as const;

/** The books of a draft and of its file: nothing is lost. */
function expectBalance({ balance, load }: Draft): void {
  expect(balance.inFile).toBe(load.rows + load.outsideCount + load.rejectedCount);
  expect(balance.used + balance.setAside.reduce((sum, { rows: count }) => sum + count, 0)).toBe(balance.inFile);
}

describe('names and values that mean something to programs', () => {
  const header = ['order_id', 'customer_id', 'order_time', 'amount', 'channel', 'product', ...HOSTILE];
  const body = HOSTILE.map((value, at) => [
    `N${at}`,
    `c${at % 5}`,
    `2024-03-${String(1 + at).padStart(2, '0')} 10:00:00`,
    `${10 + at}.00`,
    value,
    value,
    ...HOSTILE
  ]);

  test('are names and values: every row is used, and each value is told from the others', async () => {
    const draft = await open(csv([header, ...body]));
    expect(draft.sketch.columns).toEqual(header);
    expectBalance(draft);
    const facts = await buildShop(engine, [draft]);
    expect(facts).toMatchObject({ orders: HOSTILE.length, customers: 5 });
    const kept = await rows(engine, 'select cast(channel as varchar), product from orders order by cast(substr(order_id, 2) as integer)');
    expect(kept.map(([, product]) => product)).toEqual(HOSTILE);
    const told = facts.dimensions.channel?.map(({ value, orders }) => [value, orders]) ?? [];
    expect(new Set(told.map(([value]) => value))).toEqual(new Set(kept.map(([channel]) => channel).filter((value) => value !== null)));
    expect(told.every(([, orders]) => orders === 1)).toBe(true);
  });

  test('as statuses and customers they are asked about and counted, one by one', async () => {
    const head = ['order_id', 'customer_id', 'order_time', 'amount', 'status'];
    const lines = HOSTILE.map((value, at) => [`S${at}`, value, '2024-03-01 10:00:00', '5.00', value]);
    const draft = await open(csv([head, ...lines]));
    expectBalance(draft);
    const question = draft.questions.find(({ kind }) => kind === 'status');
    const asked = question?.values.map(({ value }) => value) ?? [];
    expect(asked).toContain('__proto__');
    expect(asked).toContain('constructor');
    const answer = JSON.stringify(Object.fromEntries(asked.map((value) => [value, value === 'constructor' ? 'cancelled' : 'paid'])));
    const answered = await reviseDraft(engine, draft, { kind: 'answer', question: question?.id ?? '', answer });
    expectBalance(answered);
    expect(answered.questions.find(({ kind }) => kind === 'status')?.answer).toBe(answer);
    expect(answered.balance.setAside.find(({ reason }) => reason === 'cancelled')?.rows).toBe(1);
    await dropDraft(engine, answered);
  });

  test('in JSON, workbooks and web pages as in text', async () => {
    const names = ['order_id', 'customer_id', 'order_time', 'amount', '__proto__', 'constructor', '<b>x</b>'];
    const cells = ['J1', '__proto__', '2024-03-01', '5', "'; drop table orders; --", '=1+1', '<script>alert(1)</script>'];
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const json = `[${[cells, ['J2', ...cells.slice(1)]].map((row) => `{${names.map((name, at) => `${JSON.stringify(name)}:${JSON.stringify(row[at])}`).join(',')}}`).join(',')}]`;
    const html = `<table>${[names, cells, ['J2', ...cells.slice(1)]].map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
    const letters = 'ABCDEFG';
    const book = workbookFile({
      sheets: [
        {
          name: '__proto__',
          rows: [names, cells, ['J2', ...cells.slice(1)]]
            .map(
              (row, at) =>
                `<row r="${at + 1}">${row.map((cell, column) => `<c r="${letters[column]}${at + 1}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`
            )
            .join('')
        }
      ]
    });
    for (const file of [new File([json], 'a.json'), new File([html], 'a.xls'), book]) {
      const draft = await openDraft(engine, `h${++drafted}`, file);
      expect(draft.sketch.columns, file.name).toEqual(names);
      expect(draft.sketch.sample[0], file.name).toEqual(cells);
      expectBalance(draft);
      expect(draft.balance.used, file.name).toBe(2);
      await dropDraft(engine, draft);
    }
  });
});

test('ids of twenty digits stay apart in every format', async () => {
  const ids = ['19306810000000000001', '19306810000000000002', '19306810000000000003'];
  const lines = ids.map((id, at) => [id, `9007199254740993${at}`, `2024-03-0${at + 1}`, '5']);
  const head = ['order_id', 'customer_id', 'order_time', 'amount'];
  const json = `[${lines.map(([id, customer, day]) => `{"order_id":${id},"customer_id":${customer},"order_time":"${day}","amount":5}`).join(',')}]`;
  for (const [name, content] of [
    ['a.csv', [head, ...lines].map((cells) => cells.join(',')).join('\n')],
    ['b.csv', [head, ...lines.map(([id, ...rest]) => [`="${id}"`, ...rest])].map((cells) => cells.join(',')).join('\n')],
    ['c.json', json],
    ['d.json', json.replaceAll('},{', '}\n{').slice(1, -1)],
    ['e.xls', `<table>${[head, ...lines].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`]
  ] as const) {
    const draft = await open(content, name);
    const facts = await buildShop(engine, [draft]);
    expect(facts, name).toMatchObject({ orders: 3, customers: 3 });
    expect((await rows(engine, 'select order_id from orders order by 1')).flat(), name).toEqual(ids);
  }
});

test('dates that read both ways are asked about, whatever stands around them', async () => {
  const lines = Array.from({ length: 12 }, (_, at) => `A${at},c${at % 3},0${1 + (at % 9)}/0${1 + (at % 4)}/2025,5`);
  for (const end of ['\n', '\r\n', '\r']) {
    const draft = await open(['order_id,customer_id,order_time,amount', ...lines].join(end));
    expect(draft.questions.map(({ kind, answer }) => [kind, answer])).toEqual([['date-order', null]]);
    expectBalance(draft);
    await dropDraft(engine, draft);
  }
});

describe('long cells', () => {
  test.each([
    ['blanks inside', `x${' '.repeat(400_000)}y`],
    ['digits', '1'.repeat(400_000)],
    ['digits and blanks', `${'1 '.repeat(200_000)}x`],
    ['quotes', `'"= `.repeat(100_000)],
    ['words that headers use', 'refund '.repeat(60_000)],
    ['an address that never ends', `${'a@'.repeat(200_000)}.`]
  ])('%s, as a value and as a name, hold nobody up', async (_name, cell) => {
    const head = ['order_id', 'customer_id', 'order_time', 'amount', 'note', cell];
    const lines = Array.from({ length: 20 }, (_, at) => [
      `L${at}`,
      `c${at % 4}`,
      '2024-03-01',
      '5',
      at === 7 ? cell : 'x',
      at === 9 ? cell : '1'
    ]);
    const draft = await open(csv([head, ...lines]));
    expectBalance(draft);
    expect(draft.balance.used).toBe(20);
    expect(draft.sketch.columns.every((name) => name.length <= 301)).toBe(true);
    await dropDraft(engine, draft);
  });
});

test('any rows at all: each is used, set aside for one reason, outside the table or rejected', async () => {
  const id = fc.constantFrom('1', '2', '', '=1', "'3", '一', '1.93E+15', '"4', '5"', '合计');
  const time = fc.constantFrom('2024-03-01', '2024/3/2 10:00', '03/04/2024', '', 'soon', '45000', '2024-13-45', '9999999999999', '-');
  const money = fc.constantFrom('1', '2.50', '-3', '¥4', '1,000.00', '1.000,00', '', 'x', '1e400', 'NaN', '(5)', '0');
  const status = fc.constantFrom('completed', 'cancelled', 'refunded', '', '__proto__', '待付款');
  const line = fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(id, fc.constantFrom('a', 'b', '', '__proto__', '139****0000'), time, money, status)
        .map((cells) => cells.join(','))
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', ',,,,', '合计,,,9,', 'a,b,c,d,e,f,g', 'x', 'order_id,customer_id,order_time,amount,status')
    }
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
      const text = ['order_id,customer_id,order_time,amount,status', ...lines, ''].join('\n');
      const told = await open(text).catch((error: { fault?: string; message: string }) => error);
      if (!('balance' in told)) {
        expect(told).toMatchObject({ fault: 'unreadable-file', message: 'header-only' });
        return;
      }
      expectBalance(told);
      await dropDraft(engine, told);
    }),
    { numRuns: 25 }
  );
});

describe('files that hold nothing, or too much', () => {
  test.each([
    ['of no bytes', '', 'empty'],
    ['of a byte order mark', '\uFEFF', 'empty'],
    ['of blank lines', '\r\n\r\n\t\n', 'empty'],
    ['of names alone', 'order_id,customer_id,order_time,amount', 'header-only'],
    ['of names and a total', 'order_id,customer_id,order_time,amount\n合计,,,0\n', 'header-only'],
    [
      'of twenty thousand columns',
      Array.from({ length: 20_000 }, (_, at) => `c${at}`).join(',') + '\n' + '1,'.repeat(19_999),
      'too-many-columns'
    ],
    ['of an empty list', '[]', 'no-tables'],
    ['of Arrow', 'ARROW1\0\0rest', 'kind:arrow'],
    ['of Feather', 'FEA1rest', 'kind:arrow'],
    [
      'of a web page that is one bomb of joined cells',
      `<table><tr>${'<td colspan="1000">x</td>'.repeat(17)}</tr></table>`,
      'sheet-too-large'
    ]
  ])('a file %s is refused by name', async (_name, content, code) => {
    await expect(open(content)).rejects.toMatchObject({ fault: 'unreadable-file', message: code });
  });

  test('a folder inside an archive is no file, and a name that leads out of it is a name', async () => {
    const zip = zipSync({
      'a/': strToU8(''),
      './a.csv': strToU8('a,b\n1,2\n'),
      'a/../../etc/passwd.csv': strToU8('a,b\n1,2\n'),
      '__proto__/constructor.csv': strToU8('a,b\n1,2\n')
    });
    const files = await engine.expand('x', new File([zip as Uint8Array<ArrayBuffer>], 'x.zip'));
    expect(files.map(({ name }) => name)).toEqual(['x.zip/./a.csv', 'x.zip/a/../../etc/passwd.csv', 'x.zip/__proto__/constructor.csv']);
    for (const file of files) expect((await engine.sketch('x', file)).columns).toEqual(['a', 'b']);
  });

  test('every reason has words in both languages', () => {
    for (const words of Object.values(REFUSAL)) expect(Object.keys(words.codes).sort()).toEqual([...UNREADABLE].sort());
  });
});
