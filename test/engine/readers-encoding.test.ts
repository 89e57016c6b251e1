import { describe, expect, test } from 'vitest';
import type { Encoding } from '../../src/engine/contract.ts';
import { sketchText } from '../../src/engine/readers/csv-sketch.ts';
import { encoded } from './encoded.ts';

const CHINESE =
  '订单编号,买家会员名,买家实际支付金额,订单付款时间\n1001,张三,12.50,2024-03-01 10:00:00\n1002,李小红,8,2024-03-02 11:00:00\n';
const TRADITIONAL = '訂單編號,會員名稱,實付金額,付款時間\n1001,張三,12.50,2024-03-01\n1002,陳美玲,8,2024-03-02\n';
const JAPANESE = '注文番号,顧客名,合計金額,注文日時\n1001,佐藤さくら,1250,2024-03-01\n1002,タナカ ケン,800,2024-03-02\n';
const KOREAN = '주문번호,고객이름,결제금액,주문일\n1001,김민수,12500,2024-03-01\n1002,이영희,8000,2024-03-02\n';
const LATIN = 'commande,client,montant,date\n1001,Hélène Lefèvre,12.50,2024-03-01\n1002,François Nuñez,8,2024-03-02\n';

const sketched = (bytes: Uint8Array) => sketchText(new File([bytes as Uint8Array<ArrayBuffer>], 'orders.csv'));

describe('the encoding is found from the bytes', () => {
  test.each<[Encoding, string]>([
    ['utf-8', CHINESE],
    ['utf-8', LATIN],
    ['gb18030', CHINESE],
    ['big5', TRADITIONAL],
    ['shift_jis', JAPANESE],
    ['euc-kr', KOREAN],
    ['windows-1252', LATIN],
    ['utf-16le', CHINESE],
    ['utf-16be', CHINESE]
  ])('%s', async (encoding, text) => {
    const sketch = await sketched(encoded(text, encoding));
    expect(sketch.shape.encoding).toBe(encoding);
    expect(sketch.columns.join(',')).toBe(text.split('\n')[0]);
    expect(sketch.sample.map((row) => row.join(','))).toEqual(text.trim().split('\n').slice(1));
  });

  test.each([
    '订单号,金额',
    '姓名,手机',
    '昵称,日期,金额',
    '客户,时间',
    '会员名,实付',
    '店铺名称,订单编号,省份',
    '日期,客户编号,金额',
    '买家,总价',
    '付款日期,城市',
    '商品,数量,单价'
  ])('a short GBK header: %s', async (header) => {
    const sketch = await sketched(encoded(`${header}\n1,2,3\n`, 'gb18030'));
    expect(sketch.columns.join(',')).toContain(header);
  });

  test.each<Encoding>(['utf-8', 'utf-16le', 'utf-16be'])(
    'a byte order mark of %s, also a doubled one, is not part of the first name',
    async (encoding) => {
      const bytes = encoded(`${encoding === 'utf-8' ? '\uFEFF\uFEFF' : '\uFEFF'}${CHINESE}`, encoding);
      const sketch = await sketched(bytes);
      expect(sketch.shape.encoding).toBe(encoding);
      expect(sketch.columns[0]).toBe('订单编号');
    }
  );

  test('letters outside ASCII far into the file still tell', async () => {
    const plain = 'id,name\n' + Array.from({ length: 60_000 }, (_, row) => `${row},customer number ${row}\n`).join('');
    const chinese = encoded(Array.from({ length: 30_000 }, (_, row) => `${row},张小明\n`).join(''), 'gb18030');
    const sketch = await sketched(new Uint8Array(await new Blob([plain, chinese as Uint8Array<ArrayBuffer>]).arrayBuffer()));
    expect(sketch.shape.encoding).toBe('gb18030');
  });
});
