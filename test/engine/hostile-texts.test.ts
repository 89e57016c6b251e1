import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Encoding } from '../../src/engine/contract.ts';
import { sketchText } from '../../src/engine/readers/csv-sketch.ts';
import { kindOf } from '../../src/engine/readers/file-kind.ts';
import { cellsOf, cutRecords, writeRecord } from '../../src/engine/readers/records.ts';
import { survey, type SurveyOptions } from '../../src/engine/readers/survey.ts';
import { isValue } from '../../src/engine/readers/text-shape.ts';
import { encoded } from './encoded.ts';

const OPTIONS: SurveyOptions = {
  encoding: 'utf-8',
  isRewritten: false,
  cut: { delimiter: ',', quote: '"' },
  columns: 2,
  headerLine: 1,
  hasDescriptionRow: false,
  trimsOutsideRows: true,
  countsReplaced: false
};

/** What one pass over the bytes counts, and the text of the rows it gives the database. */
async function surveyed(content: BlobPart, options: Partial<SurveyOptions> = {}) {
  const { census, rows } = await survey(new Blob([content]), { ...OPTIONS, ...options }, () => undefined);
  const { outside, outsideCount, rejected, rejectedCount, warnings } = census.ledger;
  return {
    rows: census.ledger.rows,
    lines: census.lines,
    text: await rows.text(),
    outside,
    outsideCount,
    rejected,
    rejectedCount,
    warnings
  };
}

const bytesOf = (text: string, encoding: Encoding) => encoded(text, encoding) as Uint8Array<ArrayBuffer>;

describe('wherever the bytes are cut into chunks, the same rows are read', () => {
  const rows = [
    '1,张三',
    '2,"two\r\nlines, 和 a ""quote"""',
    '',
    '3,李小红,too many',
    '4',
    '5," 𠮷😀"',
    '合计,9',
    '6,"never closed',
    '7,é'
  ].join('\r\n');
  const ascii = (text: string) => text.replaceAll('𠮷😀', '吉').replaceAll('é', 'e');
  test.each<[Encoding, string]>([
    ['utf-8', `号,名\r\n${rows}`],
    ['utf-16le', `号,名\r\n${rows}`],
    ['utf-16be', `号,名\r\n${rows}`],
    ['gb18030', ascii(`号,名\r\n${rows}`)],
    ['big5', ascii(`號,名\r\n${rows}`).replaceAll('张', '張').replaceAll('红', '紅').replaceAll('计', '計')],
    ['shift_jis', ascii(`号,名\r\n${rows}`).replaceAll('张', '張').replaceAll('红', '紅').replaceAll('合计', '合計')],
    ['windows-1252', `nº,nom\r\n1,Hélène\r\n2,"Nuñez\r\nFrançois"\r\n3,x,too many\r\n4\r\ntotal,5`]
  ])('%s, in chunks of 1 to 17 bytes', async (encoding, text) => {
    const bytes = bytesOf(text, encoding);
    const whole = await surveyed(bytes, { encoding });
    expect(whole.rows + whole.outsideCount + whole.rejectedCount).toBeGreaterThan(4);
    expect(whole.text).not.toContain('\ufffd');
    expect(whole.warnings.map(({ kind }) => kind)).not.toContain('replaced-bytes');
    for (let chunk = 1; chunk <= 17; chunk++) expect(await surveyed(bytes, { encoding, chunk }), `${chunk}`).toEqual(whole);
  });

  test('four bytes of GB18030 stay one character', async () => {
    // 㐀, which GB18030 writes as 81 39 EE 39.
    const bytes = new Uint8Array([...Buffer.from('a,b\n1,'), 0x81, 0x39, 0xee, 0x39, ...Buffer.from('\n')]);
    for (let chunk = 1; chunk <= 17; chunk++) expect((await surveyed(bytes, { encoding: 'gb18030', chunk })).text).toBe('1,㐀\n');
  });

  test('any text', async () => {
    const piece = fc.constantFrom('a', ',', '"', '""', '\n', '\r\n', '\r', ' ', '张', '😀', '\0', '合计', '\ufffd');
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 40 }),
        fc.integer({ min: 1, max: 17 }),
        fc.boolean(),
        async (parts, chunk, isRewritten) => {
          const text = `x,y\n${parts.join('')}`;
          const options = { isRewritten, countsReplaced: isRewritten };
          expect(await surveyed(text, { ...options, chunk })).toEqual(await surveyed(text, options));
        }
      ),
      { numRuns: 300 }
    );
  });
});

test('every physical line is in a row, outside the table, or rejected', async () => {
  const piece = fc.constantFrom('a', 'b', ',', ',', '"', '""', ',"', '",', '\n', '\n', '\r\n', ' ', '合计', '12', '\0');
  const breaks = (text: string) => text.split('\n').length - 1;
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 80 }),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      fc.constantFrom('"', ''),
      async (parts, columns, trimsOutsideRows, quote) => {
        const cut = { delimiter: ',', quote };
        const told = await surveyed(`h\n${parts.join('')}`, { columns, trimsOutsideRows, cut });
        const inRows = breaks(told.text) + (told.text === '' || told.text.endsWith('\n') ? 0 : 1);
        const inOutside = told.outside.reduce((sum, { text }) => sum + 1 + breaks(text), 0);
        expect(told.outside).toHaveLength(told.outsideCount);
        expect(inRows + inOutside + told.rejectedCount + 1).toBe(told.lines);
      }
    ),
    { numRuns: 400 }
  );
});

test('cells are the same again, however they are quoted', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', '"', "'", '\n', '\r', '张', '=', '\t'), maxLength: 12 }),
    fc.string({ maxLength: 8 })
  );
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('"', "'"),
      (cells, delimiter, quote) => {
        const cut = { delimiter, quote };
        const line = writeRecord(cells, cut);
        expect(cellsOf(line.slice(0, -1), cut)).toEqual(cells);
      }
    ),
    { numRuns: 1_000 }
  );
});

describe('texts that could keep a reader busy for ever are read, or given up, at once', () => {
  const many = 200_000;
  const line = (text: string, count = many) => text.repeat(count);
  test.each([
    ['a doubled quote opens a cell in each line', line('1,""x\n')],
    ['an odd run of quotes opens a cell in each line', line('1,"""x\n')],
    ['quotes and blanks open cells', line('1,"" x\n')],
    ['they are all closed far below', `${line('1,""x\n')}2,x"\n`],
    ['they all meet a stray quote far below', `${line('1,""x\n')}2,a"b\n3,c\n`],
    ['empty cells in quotes', line('1,""\n')],
    ['cells in quotes on one line', `1,2\n${'"a",'.repeat(many)}\n`],
    ['cells in quotes that do not close on one line', `1,2\n${',"x'.repeat(many)}\n`],
    ['doubled quotes on one line', `1,2\n${',""x'.repeat(many)}\n`],
    ['a long cell of blanks and quotes', `1,${' '.repeat(900_000)}x${'"'.repeat(900_000)}\n`],
    ['blank lines', `1,2\n${'\n\r\n'.repeat(2_000_000)}`],
    ['padding', `1,2\n${line(',\n')}`],
    ['totals', `1,2\n${line('合计,\n')}`],
    ['a total that never ends', `1,2\n合计${' '.repeat(500_000)}x,\n`],
    ['a number that never ends', `1,2\n${'1'.repeat(300_000)}${' '.repeat(300_000)}x,-${' '.repeat(300_000)}y\n`]
  ])('%s', async (_name, body) => {
    const text = `x,y\n${body}`;
    const sketch = await sketchText(new File([text], 'x.csv')).catch(({ message }: Error) => message);
    expect(typeof sketch === 'string' ? ['header-only', 'too-many-columns'] : [sketch]).toContain(sketch);
    const { rows, outsideCount, rejectedCount, lines } = await surveyed(text);
    expect(rows + outsideCount + rejectedCount).toBeGreaterThan(0);
    expect(rows + outsideCount + rejectedCount).toBeLessThanOrEqual(lines - 1);
  });

  test('their cells, records and first bytes', () => {
    const cut = { delimiter: ',', quote: '"' };
    expect(cellsOf('"a",'.repeat(many), cut)).toHaveLength(many + 1);
    expect(cutRecords('1,""x\n'.repeat(many), cut)).toHaveLength(many);
    expect(isValue(`1${' '.repeat(1_000_000)}x`)).toBe(false);
    expect(kindOf(new TextEncoder().encode('<!---->'.repeat(500) + 'x'))).toBe('text');
    expect(kindOf(new TextEncoder().encode('<!-- a --> <!-- b -->\n<table>'))).toBe('html');
  });
});

describe('a quote that is never closed takes no row with it', () => {
  test.each([
    ['in a file of two columns', 'x,y\n1,"a\n2,b\n3,c\n4,d\n5,e"\n6,f\n', 2, { rows: 5, rejectedCount: 1 }],
    ['over a thousand lines', `x,y\n1,"a\n${'2\n'.repeat(1_500)}3,b"\n`, 2, { rows: 1_501, rejectedCount: 1 }],
    [
      'while a sentence with commas over lines stays one cell',
      'x,y\n1,"one, two\nthree, four\nfive"\n2,b\n',
      2,
      { rows: 2, rejectedCount: 0 }
    ]
  ])('%s', async (_name, text, columns, expected) => {
    expect(await surveyed(text, { columns })).toMatchObject(expected);
  });
});

describe('one line of a hundred million characters', () => {
  const HUGE = 100_000_000;
  const y = new Uint8Array(HUGE).fill(0x79);
  test.each<[string, BlobPart[], Partial<SurveyOptions>, { rows: number; rejectedCount: number; lines: number }]>([
    ['among others', ['a,b\n1,2\nx,', y, '\n3,4\n'], {}, { rows: 2, rejectedCount: 1, lines: 4 }],
    ['at the end', ['a,b\n1,2\nx,', y], {}, { rows: 1, rejectedCount: 1, lines: 3 }],
    ['in quotes', ['a,b\n1,"', y, '"\n3,4\n'], {}, { rows: 1, rejectedCount: 1, lines: 3 }],
    ['in GB18030', ['a,b\n1,2\nx,', y, '\n3,4\n'], { encoding: 'gb18030', chunk: 1 << 22 }, { rows: 2, rejectedCount: 1, lines: 4 }]
  ])('%s is rejected alone', async (_name, parts, options, expected) => {
    const { census } = await survey(new Blob(parts), { ...OPTIONS, ...options }, () => undefined);
    expect({ rows: census.ledger.rows, rejectedCount: census.ledger.rejectedCount, lines: census.lines }).toEqual(expected);
  });
});
