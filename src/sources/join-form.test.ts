import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, startEngine } from '../../test/engine/engine.ts';
import { literal } from '../engine/sql.ts';
import { spanHours, spanUnit, type SpanUnit } from './durations.ts';
import { guessMapping, joinCandidates } from './guess-mapping.ts';
import { joinForm, joinFormOf, type JoinKind } from './join-form.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** The forms of `keys` as the database makes them, in their order. */
async function inDatabase(keys: readonly string[], kind: JoinKind): Promise<unknown[]> {
  const values = keys.map((key, index) => `(${index}, ${literal(key)})`).join(', ');
  const found = await rows(
    engine,
    `select ${joinForm('key', 'text', kind)} as form from (values ${values}) as keys(place, key) order by place`
  );
  return found.map(([form]) => form);
}

// prettier-ignore
const KEYS: readonly (readonly [kind: JoinKind, form: string | null, keys: readonly string[]])[] = [
  ['phone', '13800138000', [
    '13800138000', '+8613800138000', '+86 138 0013 8000', '008613800138000', '8613800138000', '86-138-0013-8000', '(+86)138-0013-8000', '138 0013 8000', '138-0013-8000',
    '１３８００１３８０００', '＋８６ １３８００１３８０００', "'13800138000", '="13800138000"', '\t13800138000', '13800138000.0', '\u00A013800138000\u3000', '138\u200B00138000', '138.0013.8000'
  ]],
  ['phone', '442079460001', ['+44 20 7946 0001', '0044 20 7946 0001', '44 (20) 7946-0001']],
  ['phone', 'ann@example.com', ['Ann@Example.com ']],
  ['phone', null, ['', '-', '138****8000', 'N/A', '无', '1.38E+10', '1.38001E+10', '--', '()']],
  ['email', 'ann@example.com', ['ann@example.com', ' Ann@Example.COM', 'ANN@EXAMPLE.COM\t', "'ann@example.com", 'mailto:Ann@example.com', 'ａｎｎ＠ｅｘａｍｐｌｅ．ｃｏｍ']],
  ['email', null, ['', 'null', 'a***@example.com']],
  ['id', '1001', ['1001', ' 1001 ', '="1001"', "'1001", '1001.0', '1001.00', '１００１', '\uFEFF1001', '\t1001\r']],
  ['id', '0012', ['0012', '="0012"']],
  ['id', 'AbC-7', ['AbC-7', ' AbC-7\u3000']],
  ['id', '12.5', ['12.5']],
  ['id', 'v1.0', ['v1.0']],
  ['id', '123456789012345678', ['123456789012345678', '123456789012345678.0']],
  ['id', null, ['', '\t', '="" ', 'NULL', '1.93068E+17', '匿*名', '暂无']]
];

describe('keys of two files', () => {
  test.each(KEYS)('%s %s', async (kind, form, keys) => {
    expect(keys.map((key) => joinFormOf(key, kind))).toEqual(keys.map(() => form));
    expect(await inDatabase(keys, kind)).toEqual(keys.map(() => form));
  });

  test('what the database makes of a key is what this language makes of it, and doing it twice changes nothing', async () => {
    const sign = fc.constantFrom(...'0123456789０１８６+＋-() .*=\'"\t\u00A0\u3000\u200BaBzＡ@＠.E会员');
    const keys = fc.sample(fc.string({ unit: sign, maxLength: 18 }), { numRuns: 1500, seed: 7 });
    for (const kind of ['id', 'phone', 'email'] as const) {
      const forms = keys.map((key) => joinFormOf(key, kind));
      expect(await inDatabase(keys, kind)).toEqual(forms);
      const filled = forms.filter((form) => form !== null);
      if (kind === 'id') expect(filled.filter((form) => /^[\s'"=]|[\s'"=]$/.test(form))).toEqual([]);
    }
  });

  test('are the mapped customer, phone and e-mail, then other columns that speak of the customer', () => {
    const members = ['会员号', '手机号', '邮箱', '注册时间', '昵称', '性别'];
    expect(joinCandidates(members, guessMapping(members, [], 'members'))).toEqual([
      { column: 0, kind: 'id' },
      { column: 1, kind: 'phone' },
      { column: 2, kind: 'email' },
      { column: 4, kind: 'id' }
    ]);
    const survey = ['提交时间', '邮箱', '手机号', 'NPS'];
    expect(
      joinCandidates(survey, guessMapping(survey, []))
        .map(({ kind }) => kind)
        .sort()
    ).toEqual(['email', 'phone']);
  });
});

describe('lengths of time', () => {
  test.each<[string, string[], SpanUnit | null]>([
    ['First Response Time (in Hrs)', ['12.5', '0.25', ''], 'hours'],
    ['首次响应时长(秒)', ['35', '120'], 'seconds'],
    ['首响时长（分钟）', ['12'], 'minutes'],
    ['解决用时(天)', ['2'], 'days'],
    ['First reply time in minutes', ['30'], 'minutes'],
    ['处理时长', ['3小时', '12.5小时'], 'hours'],
    ['处理时长', ['26:30:15', '0:05'], 'clock'],
    ['Resolution time', ['40.25'], 'hours'],
    ['首次响应时间', ['2025-01-03 10:30:00', ''], null],
    ['First response', ['01/03/2025 10:30'], null],
    ['解决时间', [], null]
  ])('%s %j', (header, values, unit) => expect(spanUnit(header, values)).toBe(unit));

  test('are hours', async () => {
    const hours = async (cell: string, unit: SpanUnit, isText = true) =>
      (await rows(engine, `select ${spanHours(isText ? literal(cell) : cell, isText, unit)}`))[0]?.[0];
    expect(await hours('90', 'minutes')).toBe(1.5);
    expect(await hours('90 min', 'minutes')).toBe(1.5);
    expect(await hours('1,800', 'seconds')).toBe(0.5);
    expect(await hours('2', 'days', false)).toBe(48);
    expect(await hours('26:30:00', 'clock')).toBe(26.5);
    expect(await hours('0:45', 'clock')).toBe(0.75);
    expect(await hours('soon', 'hours')).toBe(null);
    expect(await hours('soon', 'clock')).toBe(null);
  });
});
