import type { Draft } from '../../src/sources/source.ts';

/** A draft of a small Taobao export, for tests of what shows it; parts may be replaced. */
export function draftOf(more: Partial<Draft> = {}): Draft {
  const columns = ['买家会员名', '订单付款时间', '买家实际支付金额', '订单编号', '订单状态', '联系手机', '备注'];
  return {
    id: 'f1',
    file: new File([''], 'ExportOrderList.csv'),
    sketch: {
      name: 'ExportOrderList.csv',
      bytes: 1000,
      kind: 'text',
      tables: [{ name: '', rows: null }],
      shape: { sheet: 0, encoding: 'gb18030', delimiter: ',', quote: '"', headerLine: 1, hasDescriptionRow: false, trimsOutsideRows: true },
      encodings: ['gb18030'],
      columns,
      sample: [
        ['tb83021', '2025-10-31 22:14:03', '128.00', '="3301245879654412"', '交易成功', '18612345678', ''],
        ['小鱼儿1990', '2025-10-30 10:00:00', '59.90', '="3301245879654413"', '交易关闭', '13912345678', '快点']
      ],
      outside: [],
      estimatedRows: 61_233
    },
    load: {
      table: 'raw_f1',
      rows: 61_230,
      outside: [{ line: 61_234, kind: 'total', text: '合计,,1000' }],
      outsideCount: 1,
      rejected: [{ line: 12, reason: 'too-many-cells', text: 'a,b,c,d,e,f,g,h,i' }],
      rejectedCount: 2,
      lines: 61_234,
      reads: ['text', 'timestamp', 'number', 'text', 'text', 'skip', 'skip'],
      warnings: [],
      ms: 900
    },
    mapping: {
      family: 'taobao',
      roles: ['customer', 'pay_time', 'amount', 'order_id', 'status', null, null],
      personal: [null, null, null, null, null, 'phone', 'message'],
      confidence: ['exact', 'exact', 'exact', 'exact', 'values', null, null],
      answers: {},
      rules: {}
    },
    checks: [
      [
        { code: 'different', level: 'good', params: { distinct: 18_406 } },
        { code: 'none-empty', level: 'good' }
      ],
      [],
      [{ code: 'zero', level: 'warn', params: { rows: 97 } }],
      [],
      [],
      [],
      []
    ],
    readings: [],
    questions: [],
    identity: {
      candidates: [
        { column: 0, distinct: 18_406, rows: 61_230, empty: 0, masked: 0, placeholder: 0, topShare: 0.001, verdict: 'sound', why: [] }
      ],
      chosen: 0
    },
    balance: {
      inFile: 61_233,
      setAside: [
        { reason: 'unpaid', rows: 812, switchable: true, isOn: true },
        { reason: 'total', rows: 1, switchable: false, isOn: true },
        { reason: 'malformed', rows: 2, switchable: false, isOn: true },
        { reason: 'zero', rows: 0, switchable: true, isOn: false }
      ],
      used: 60_418,
      orders: 60_418,
      anonymous: 0
    },
    customers: 18_406,
    ...more
  };
}

/** A draft of a list of members, for tests of what shows it; parts may be replaced. */
export function memberDraftOf(more: Partial<Draft> = {}): Draft {
  const orders = draftOf();
  const columns = ['member_id', 'mobile', 'joined', 'level', 'city', 'card'];
  return {
    ...orders,
    id: 'f2',
    file: new File([''], 'members.csv'),
    sketch: {
      ...orders.sketch,
      name: 'members.csv',
      columns,
      sample: [
        ['M0001', '18612345678', '2024-01-05', 'Gold', '杭州', '880001'],
        ['M0002', '13912345678', '2024-02-09', 'Silver', '上海', '880002']
      ]
    },
    load: { ...orders.load, rows: 4_310, outside: [], outsideCount: 0, rejected: [], rejectedCount: 0 },
    mapping: {
      family: null,
      subject: 'members',
      subjectConfidence: 'words',
      roles: ['customer', 'phone', 'member_since', 'tier', 'region', null],
      personal: [null, 'phone', null, null, null, null],
      confidence: ['alias', 'alias', 'alias', 'alias', 'alias', null],
      answers: {},
      rules: {}
    },
    checks: columns.map(() => []),
    readings: [{ code: 'members-read', level: 'info', params: { records: 4_100 } }],
    identity: { candidates: [], chosen: null },
    balance: {
      inFile: 4_310,
      setAside: [{ reason: 'missing-customer', rows: 10, switchable: false, isOn: true }],
      used: 4_300,
      orders: 0,
      anonymous: 0
    },
    customers: null,
    ...more
  };
}
