import { defineWords } from '../i18n/locale.ts';
import type { NoteParts } from './note-parts.ts';

type P = NoteParts;

/** How a file was read, where it could have been read otherwise. The keys are the codes of `readingsOf`. */
export const READING_NOTES = defineWords({
  en: {
    'not-orders': (p: P) =>
      p.is('missing', 'time')
        ? 'This is not an order file: **no column says when**. Choose the column of the order time above, if there is one.'
        : 'This is not an order file: nothing says **who or how much**.',
    'after-sales': (p: P) =>
      `A list of ${p.integer('rows')} refunds, not of orders: those that went through are **taken off the orders** of the other files by order number.`,
    'identity-refused': () => '**No column tells customers apart.** Order-level figures hold; customer-level ones are not given.',
    'clock-pay': () => 'A purchase counts on the day it was **paid**, or ordered where no payment time is given.',
    'clock-order': () => 'A purchase counts on the day it was **ordered**.',
    'day-in-number': () => 'Orders without a time count on the day that begins their **order number**.',
    'amount-lines': () => 'No amount is given: amount = **quantity × unit price**.',
    'amount-gross': () => 'No paid amount is given: the amount **before discount** is used.',
    'amount-gross-discount': () => 'No paid amount is given: amount = amount before discount **less discount**.',
    'amount-none': () => '**Nothing says how much.** Visits are counted; amounts are zero.',
    'lines-once': (p: P) => `${p.integer('orders')} orders take several rows, each with the order’s amount: it is **taken once**.`,
    'lines-sum': (p: P) => `${p.integer('orders')} orders take several rows, each with its own amount: they are **added up**.`,
    'lines-carried': (p: P) =>
      `${p.integer('orders')} orders take several rows, only the first of them filled: the rest **belongs to it**.`,
    'rows-are-orders': () => 'There is no order number: **each row is an order**.',
    'identical-lines-kept': (p: P) =>
      `${p.integer('rows')} rows repeat a row of the same order. They may be further pieces, and are **kept**.`,
    'identical-rows-kept': (p: P) =>
      `${p.integer('rows')} rows equal another one. Without order numbers they may be orders of their own, and are **kept**; switch on “duplicates” to leave them out.`,
    'paid-is-net': () => 'The paid amount has refunds **taken off already** (paid + refund = total): they are not taken off again.',
    'refund-taken-off': () => 'Refunds are **taken off** the paid amount; orders refunded in full are set aside.',
    'refund-rows': (p: P) =>
      `${p.integer('rows')} refunds have rows of their own: ${p.integer('byOrder')} taken off their order by its number, ${p.integer('byAmount')} by customer and amount, ${p.integer('byCustomer')} off the customer’s latest orders.`,
    'refund-rows-unmatched': (p: P) =>
      `Refunds of ${p.amount('amount')} found no order in this file and are **not taken off** (${p.integer('rows')} rows without any).`,
    'currency-chosen': (p: P) => `Several currencies: only **${p.text('code')}** is used, they are never added up.`,
    anonymous: (p: P) => `${p.integer('rows')} rows name nobody: they count in order-level figures only.`
  },
  zh: {
    'not-orders': (p: P) =>
      p.is('missing', 'time')
        ? '这不是订单文件：**没有一列是时间**。如果有，请在下方指定下单时间。'
        : '这不是订单文件：看不出**是谁、花了多少**。',
    'after-sales': (p: P) => `这是 ${p.integer('rows')} 条退款记录，不是订单：退款成功的按订单号从其他文件的**订单中扣除**。`,
    'identity-refused': () => '**没有一列能区分客户。**订单口径的数字照常给出，客户口径的数字不给。',
    'clock-pay': () => '购买日按**付款时间**算；没有付款时间的按下单时间算。',
    'clock-order': () => '购买日按**下单时间**算。',
    'day-in-number': () => '没有时间的订单，按**订单号开头的日期**算。',
    'amount-lines': () => '没有金额列：金额＝**数量 × 单价**。',
    'amount-gross': () => '没有实付金额：按**优惠前金额**计。',
    'amount-gross-discount': () => '没有实付金额：金额＝优惠前金额 **－ 优惠金额**。',
    'amount-none': () => '**没有金额。**只统计购买次数，金额一律记为零。',
    'lines-once': (p: P) => `${p.integer('orders')} 个订单占多行，每行都写着整单金额：**只计一次**。`,
    'lines-sum': (p: P) => `${p.integer('orders')} 个订单占多行，每行是各自的金额：**相加**成整单。`,
    'lines-carried': (p: P) => `${p.integer('orders')} 个订单占多行，只有首行填了金额：其余各行**归入该单**。`,
    'rows-are-orders': () => '没有订单号：**每行算一个订单**。',
    'identical-lines-kept': (p: P) => `${p.integer('rows')} 行与同一订单的另一行完全相同，可能是多件商品，**予以保留**。`,
    'identical-rows-kept': (p: P) =>
      `${p.integer('rows')} 行与另一行完全相同。没有订单号，可能是不同的订单，**予以保留**；要去掉请打开“重复”规则。`,
    'paid-is-net': () => '实付金额**已扣除退款**（实付＋退款＝总额），不再重复扣除。',
    'refund-taken-off': () => '退款从实付金额中**扣除**；全额退款的订单搁置。',
    'refund-rows': (p: P) =>
      `${p.integer('rows')} 笔退款单独成行：${p.integer('byOrder')} 笔按订单号冲减，${p.integer('byAmount')} 笔按客户和金额冲减，${p.integer('byCustomer')} 笔从该客户最近的订单中冲减。`,
    'refund-rows-unmatched': (p: P) =>
      `有 ${p.amount('amount')} 的退款在文件里找不到订单，**没有扣除**（${p.integer('rows')} 行完全没有对应）。`,
    'currency-chosen': (p: P) => `有多种货币：只用 **${p.text('code')}**，不同货币不相加。`,
    anonymous: (p: P) => `${p.integer('rows')} 行没有客户，只计入订单口径。`
  }
});
