import { expect, test } from 'vitest';
import { faultsOfQuery } from './sql-rules.ts';
import { filesUnder, lineAt, withoutComments } from './tree.ts';

/** What several analyses build on is put into their queries, never run alone. */
const isPart = (file: string): boolean => /^src\/analyses\/(?:scores|signs)\//.test(file) || file.includes('/parts/');

test('the SQL of the analyses stays in the portable subset', () => {
  const faults = filesUnder('src/analyses', ['.sql']).flatMap((file) =>
    faultsOfQuery(file.text, isPart(file.path)).map((fault) => `${file.path}: ${fault}`)
  );
  expect(faults).toEqual([]);
});

test('components hold no SQL', () => {
  const sql = /(?<![</\w.-])select\s+[\w*"(][^<>;]*?\sfrom\s+\w|\b(?:group by|order by|create table|insert into|left join|inner join)\b/gi;
  const found = filesUnder('src', ['.svelte']).flatMap((file) =>
    [...withoutComments(file.text).matchAll(sql)].map((match) => `${file.path}:${lineAt(file.text, match.index)} ${match[0].slice(0, 60)}`)
  );
  expect(found).toEqual([]);
});

const GOOD = `-- One row per month: customers who bought, and the share of them who are new.
with months as (
  select month_of(day) as month, customer, min(nth) as first_nth
  from purchases
  where day <= $as_of and customer <> 'select * from x'
  group by month_of(day), customer
),
placed as (
  select month, customer, first_nth, row_number() over (partition by month order by customer) as place
  from months
)
select month, cast(count(*) as integer) as customers, share_of(sum(case when first_nth = 1 then 1 else 0 end), count(*)) as share, sum(place) / nullif(count(*), 0) as mean, sum(place) / 100.0 as hundreds
from placed
group by month
order by month
`;

test('a portable query has no faults', () => {
  expect(faultsOfQuery(GOOD)).toEqual([]);
});

test.each([
  ['no comment', GOOD.replace(/^.*\n/, ''), 'the first line says what one row is'],
  ['capitals', GOOD.replace('from placed', 'FROM placed'), 'SQL is lower case: FROM'],
  [
    'a star',
    GOOD.replace('select month, customer, first_nth, row_number() over (partition by month order by customer) as place', 'select *'),
    'select * (line 9)'
  ],
  ['a cast with colons', GOOD.replace('cast(count(*) as integer)', 'count(*)::integer'), ':: (line 12)'],
  ['filter', GOOD.replace('count(*), 0)', 'count(*) filter (where place > 1), 0)'), 'filter (where (line 12)'],
  ['a date function of the engine', GOOD.replaceAll('month_of(day)', "date_trunc('month', day)"), 'date_trunc( (line 3)'],
  ['a division by anything', GOOD.replace('nullif(count(*), 0)', 'count(*)'), '/ (line 12): division'],
  ['a window without order', GOOD.replace(' order by customer)', ')'), 'row_number(…) (line 9): its window has no order'],
  ['rows without order', GOOD.replace(/order by month\n$/, ''), 'the rows have no order'],
  ['group by all', GOOD.replace(/group by month\n/, 'group by all\n'), 'group by all (line 14)'],
  ['the clock', GOOD.replace('$as_of', 'current_date'), 'current_date (line 5)']
])('%s is a fault', (_name, sql, message) => {
  expect(faultsOfQuery(sql).join('\n')).toContain(message);
});
