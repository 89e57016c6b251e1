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
    sampled: (p: P) =>
      `**A sample: 1 in ${p.integer('of')} customers**, chosen by their key, with all their orders. Nothing is scaled up; ${p.integer('rows')} rows of the others were left out.`,
    gathered: (p: P) =>
      `**One row per customer and day**: ${p.integer('rows')} rows were read as ${p.integer('into')}. Customers, purchases and money are the same; “orders” count purchase days at the time of the day’s first order, single orders and their numbers are not kept, and an order that stands in another file, too, counts twice.`,
    'columns-left-out': (p: P) => `**Left out to save memory**: ${p.text('columns')}.`,
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
      `Refunds of ${p.amount('amount')}${p.text('code') === '' ? '' : ` ${p.text('code')}`} found no order in this file and are **not taken off** (${p.integer('rows')} rows without any).`,
    'currency-chosen': (p: P) => `Several currencies: only **${p.text('code')}** is used, they are never added up.`,
    'currency-rate': (p: P) => `**1 ${p.text('code')} = ${p.text('rate')} ${p.text('base')}**, ${p.integer('rows')} rows.`,
    'currency-unrated': (p: P) => `There is no rate for **${p.text('code')}**: its ${p.integer('rows')} rows are set aside.`,
    'currency-split': (p: P) => `Several currencies, each **by itself**: ${p.text('codes')}. Pages show one of them at a time.`,
    anonymous: (p: P) => `${p.integer('rows')} rows name nobody: they count in order-level figures only.`,
    'needs-missing': () =>
      'A column that such a file cannot do without is missing: **choose it above**, or say that the file is about something else.',
    'members-read': (p: P) => `**${p.integer('records')} members**; where one stands on several rows, the last one counts.`,
    'members-merged': (p: P) =>
      `**${p.integer('records')} customers** from ${p.integer('rows')} rows: one that several people look after is **put together**, with all their names.`,
    'tags-joined': (p: P) => `${p.integer('columns')} columns of tags are **joined** into one.`,
    'events-read': (p: P) => `**${p.integer('records')} events** of persons with a time.`,
    'equal-rows-kept': () => 'Equal rows may be things that happened twice, and are **kept**: the times do not tell minutes.',
    'answers-read': (p: P) => `**${p.integer('records')} answers**; a row may hold a score and a comment.`,
    'tickets-read': (p: P) => `**${p.integer('records')} tickets**.`,
    'spans-added': () =>
      'How long the first reply or the solution took is told in hours: they are **counted from when the ticket was opened**.',
    'touches-read': (p: P) => `**${p.integer('records')} messages** of campaigns.`,
    'products-read': (p: P) => `**${p.integer('records')} products**.`,
    'nobody-named': (p: P) => `${p.integer('rows')} rows name nobody: they count, but belong to no customer.`,
    'money-unmarked': () => 'Nothing says which **currency** the amounts or costs are in: they are kept as they are and never converted.',
    'keys-hashed': () => 'Phones, e-mails and names are used to find the customer; **no list shows** them in clear text.',
    'outreach-kept': () => 'Phones and e-mails are **kept** for outreach lists, as you asked.',
    'filled-tier': (p: P) => `${p.integer('orders')} orders without a tier take **the member’s tier** of today.`,
    'filled-region': (p: P) => `${p.integer('orders')} orders without a region take **the member’s region**.`,
    'filled-category': (p: P) => `${p.integer('orders')} orders without a category take **the product’s category**.`,
    'repair-winsorised': (p: P) =>
      p.is('below', 0)
        ? `Repair: **${p.integer('orders')} amounts were lowered to ${p.amount('high')}**.`
        : p.is('orders', 0)
          ? `Repair: **${p.integer('below')} amounts were raised to ${p.amount('low')}**.`
          : `Repair: **${p.integer('orders')} amounts were lowered to ${p.amount('high')}** and ${p.integer('below')} raised to ${p.amount('low')}.`,
    'repair-set-aside': (p: P) =>
      `Repair: orders above ${p.amount('high')} or below ${p.amount('low')} are **set aside** (${p.integer('orders')} and ${p.integer('below')}).`,
    'repair-merged': (p: P) =>
      `Repair: **${p.integer('customers')} customer ids** went into another one with the same phone or e-mail, the one that ordered first.`,
    'details-joined': (p: P) =>
      `${p.integer('rows')} item lines of ${p.integer('orders')} orders are **added to the order list**: products and quantities, not amounts.`
  },
  zh: {
    'not-orders': (p: P) =>
      p.is('missing', 'time')
        ? '这不是订单文件：**没有一列是时间**。如果有，请在下方指定下单时间。'
        : '这不是订单文件：看不出**是谁、花了多少**。',
    'after-sales': (p: P) => `这是 ${p.integer('rows')} 条退款记录，不是订单：退款成功的按订单号从其他文件的**订单中扣除**。`,
    sampled: (p: P) =>
      `**只取了样本：每 ${p.integer('of')} 位客户取 1 位**，按客户标识抽取，保留其全部订单。数字没有放大；其余客户的 ${p.integer('rows')} 行未读入。`,
    gathered: (p: P) =>
      `**每位客户每天合并成一行**：${p.integer('rows')} 行读成 ${p.integer('into')} 行。客户、购买次数和金额不变；“订单数”按购买日计，时间取当天第一单，单个订单和订单号没有保留，同时出现在别的文件里的订单会算两次。`,
    'columns-left-out': (p: P) => `**为节省内存没有读入**：${p.text('columns')}。`,
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
      `有 ${p.amount('amount')}${p.text('code') === '' ? '' : ` ${p.text('code')}`} 的退款在文件里找不到订单，**没有扣除**（${p.integer('rows')} 行完全没有对应）。`,
    'currency-chosen': (p: P) => `有多种货币：只用 **${p.text('code')}**，不同货币不相加。`,
    'currency-rate': (p: P) => `**1 ${p.text('code')} ＝ ${p.text('rate')} ${p.text('base')}**，${p.integer('rows')} 行。`,
    'currency-unrated': (p: P) => `**${p.text('code')}** 没有填汇率：这 ${p.integer('rows')} 行搁置。`,
    'currency-split': (p: P) => `有多种货币，**各看各的**：${p.text('codes')}。页面一次只看其中一种。`,
    anonymous: (p: P) => `${p.integer('rows')} 行没有客户，只计入订单口径。`,
    'needs-missing': () => '缺少这类文件必需的列：请在上方**指定**，或改选文件的内容。',
    'members-read': (p: P) => `**${p.integer('records')} 位会员**；同一会员占多行时，以最后一行为准。`,
    'members-merged': (p: P) =>
      `${p.integer('rows')} 行合为 **${p.integer('records')} 位客户**：同一客户由多人跟进时**合并成一位**，跟进人全部保留。`,
    'tags-joined': (p: P) => `${p.integer('columns')} 列标签**合并**为一列。`,
    'events-read': (p: P) => `**${p.integer('records')} 条行为记录**，有人、有时间。`,
    'equal-rows-kept': () => '时间不到分钟，相同的行可能真的发生了两次，**予以保留**。',
    'answers-read': (p: P) => `**${p.integer('records')} 份答卷或评价**；一行可以同时有分数和评价内容。`,
    'tickets-read': (p: P) => `**${p.integer('records')} 张工单**。`,
    'spans-added': () => '首次响应或解决写的是时长：**从工单创建时间算起**。',
    'touches-read': (p: P) => `**${p.integer('records')} 条触达记录**。`,
    'products-read': (p: P) => `**${p.integer('records')} 种商品**。`,
    'nobody-named': (p: P) => `${p.integer('rows')} 行没有客户：照常计数，但不归入任何客户。`,
    'money-unmarked': () => '看不出金额或成本的**币种**：原样保留，不做换算。',
    'keys-hashed': () => '手机号、邮箱和姓名只用来匹配客户，名单和结果中**不显示明文**。',
    'outreach-kept': () => '已按您的要求**保留**手机号和邮箱，用于触达名单。',
    'filled-tier': (p: P) => `${p.integer('orders')} 个没有会员等级的订单，取**会员当前的等级**。`,
    'filled-region': (p: P) => `${p.integer('orders')} 个没有地区的订单，取**会员的地区**。`,
    'filled-category': (p: P) => `${p.integer('orders')} 个没有品类的订单，取**商品资料里的品类**。`,
    'repair-winsorised': (p: P) =>
      p.is('below', 0)
        ? `修复：**${p.integer('orders')} 笔金额下调到 ${p.amount('high')}**。`
        : p.is('orders', 0)
          ? `修复：**${p.integer('below')} 笔金额上调到 ${p.amount('low')}**。`
          : `修复：**${p.integer('orders')} 笔金额下调到 ${p.amount('high')}**，${p.integer('below')} 笔上调到 ${p.amount('low')}。`,
    'repair-set-aside': (p: P) =>
      `修复：金额高于 ${p.amount('high')} 或低于 ${p.amount('low')} 的订单**已搁置**（${p.integer('orders')} 笔和 ${p.integer('below')} 笔）。`,
    'repair-merged': (p: P) => `修复：**${p.integer('customers')} 个客户 ID** 因手机号或邮箱相同，并入最早下单的那个 ID。`,
    'details-joined': (p: P) =>
      `${p.integer('rows')} 行宝贝明细**并入**订单列表中的 ${p.integer('orders')} 个订单：只取商品和数量，不取金额。`
  }
});
