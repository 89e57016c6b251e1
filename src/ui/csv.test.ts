import { describe, expect, it } from 'vitest';
import { csvCell } from '../engine/formats/write-csv.ts';
import { csvLines, csvOf } from './csv.ts';
import type { TableModel } from './table-model.ts';

const table: TableModel = {
  columns: [
    { id: 'customer_id', label: '客户', kind: 'text' },
    { id: 'share', label: '占比', kind: 'percent' },
    { id: 'last_day', label: '最近购买', kind: 'date' }
  ],
  rows: [
    ['小鱼儿,1990', 0.1234567890123, new Date('2025-10-31T00:00:00Z')],
    ['=cmd|calc', -0.5, null]
  ]
};

describe('the CSV of a table', () => {
  it('starts with a BOM and has the stable English ids as its header', () => {
    expect(csvOf(table).startsWith('\ufeffcustomer_id,share,last_day\r\n')).toBe(true);
  });

  it('holds numbers at full precision and dates as ISO days', () => {
    expect(csvOf(table)).toContain('"小鱼儿,1990",0.1234567890123,2025-10-31\r\n');
  });

  it('leaves out what is for the screen alone, and has what the screen says otherwise', () => {
    const both: TableModel = {
      columns: [
        { id: 'interval', label: '95% CI', kind: 'text', only: 'screen' },
        { id: 'low', label: 'low', kind: 'percent', only: 'file' }
      ],
      rows: [['1–2%', 0.01]]
    };
    expect(csvOf(both)).toBe('\ufefflow\r\n0.01\r\n');
  });

  it('keeps negative numbers numbers and leaves missing values empty', () => {
    expect(csvOf(table).endsWith("'=cmd|calc,-0.5,\r\n")).toBe(true);
  });

  it('has one line per row, and the header only when asked', () => {
    expect(csvLines(table.columns, table.rows, false).split('\r\n')).toHaveLength(3);
  });
});

describe('a cell', () => {
  it.each(['=1+1', '+49 170', '-2', '@sum', '\tx', '\rx'])('of text that a spreadsheet would run gets an apostrophe: %j', (text) => {
    expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it.each([
    ['3301245879654412001', '"3301245879654412001\t"'],
    ['00123', '"00123\t"']
  ])('with an id that a spreadsheet would shorten stays text: %s', (id, written) => {
    expect(csvCell(id)).toBe(written);
  });

  it('with an ordinary id is written as it is', () => {
    expect(csvCell('买家 002431')).toBe('买家 002431');
    expect(csvCell('18406')).toBe('18406');
  });

  it.each([
    ['a "b"', '"a ""b"""'],
    ['two\nlines', '"two\nlines"'],
    [' padded ', '" padded "']
  ])('is quoted where it must be: %j', (text, written) => {
    expect(csvCell(text)).toBe(written);
  });

  it('that is not a number at all is empty, and a moment keeps its time', () => {
    expect(csvCell(Number.NaN)).toBe('');
    expect(csvCell(new Date('2025-10-31T22:14:03Z'))).toBe('2025-10-31 22:14:03');
    expect(csvCell(true)).toBe('true');
  });
});
