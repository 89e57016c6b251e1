import { describe, expect, it } from 'vitest';
import { formatFor } from '../i18n/format.ts';
import { cellText } from './cell-text.ts';
import type { TableColumn } from './table-model.ts';

const en = formatFor('en', 'CNY');
const zh = formatFor('zh', 'CNY');
const column = (kind: TableColumn['kind'], more: Partial<TableColumn> = {}): TableColumn => ({ id: 'x', label: 'x', kind, ...more });

describe('a cell on screen', () => {
  it('shows nothing as a dash, never as zero', () => {
    expect(cellText(null, column('integer'), en)).toBe('–');
  });
  it('leaves out empty digits where a column holds several units', () => {
    expect(cellText(106, column('number', { digits: 2, isTrimmed: true }), en)).toBe('106');
    expect(cellText(33.2, column('number', { digits: 2, isTrimmed: true }), en)).toBe('33.20');
  });
  it('shows a difference with its sign', () => {
    expect(cellText(141, column('integer', { change: 'up-is-good' }), en)).toBe('+141');
    expect(cellText(-141, column('integer', { change: 'up-is-good' }), en)).toBe('−141');
    expect(cellText(0.012, column('percent', { change: 'neutral' }), zh)).toBe('+1.2 个百分点');
  });
  it('speaks the language of the page', () => {
    expect(cellText(38, column('days'), zh)).toBe('38 天');
    expect(cellText(new Date('2025-10-01T00:00:00Z'), column('month'), zh)).toBe('2025-10');
    expect(cellText(new Date('2025-10-01T00:00:00Z'), column('month'), en)).toBe('Oct 2025');
    expect(cellText(true, column('boolean'), zh)).toBe('是');
  });
});
