import { expect, test } from 'vitest';
import { linkSource } from './link-source.ts';

const own = `${'http'}://shop.test/deep/`;
const other = `${'https'}://data.test`;

test('a link may name a file of this host, or of a listed one', () => {
  expect(linkSource('', own, [])).toBeNull();
  expect(linkSource('?src=files/orders.csv', own, [])).toEqual({ url: `${own}files/orders.csv`, name: 'orders.csv', isOwn: true });
  expect(linkSource(`?src=${other}/a/b.csv`, own, [other])).toEqual({ url: `${other}/a/b.csv`, name: 'b.csv', isOwn: false });
});

test('anything else is refused', () => {
  expect(linkSource(`?src=${other}/b.csv`, own, [])).toEqual({ refused: 'not-listed', text: other });
  expect(linkSource(`?src=${other}.evil.test/b.csv`, own, [other])).toMatchObject({ refused: 'not-listed' });
  expect(linkSource(`?src=//data.test/b.csv`, own, [])).toMatchObject({ refused: 'not-listed' });
  for (const text of ['javascript:alert(1)', 'data:text/csv,a', 'blob:x', 'file:///etc/passwd'])
    expect(linkSource(`?src=${encodeURIComponent(text)}`, own, [])).toMatchObject({ refused: 'not-an-address' });
  expect(linkSource('?src=http%3A%2F%2F', own, [])).toMatchObject({ refused: 'not-an-address' });
});
