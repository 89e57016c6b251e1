import { defineWords } from '../../i18n/locale.ts';

/** What a file is about and what its columns mean. */
export const WORDS = defineWords({
  en: {
    about: 'About',
    these: {
      orders: 'These are **orders**',
      returns: 'These are **refunds and returns**',
      members: 'These are **members or customers**',
      events: 'These are **events**',
      feedback: 'This is **feedback**',
      touches: 'These are **campaign messages**',
      products: 'These are **products**'
    },
    recognised: (these: string, family: string) => `${these}, recognised as a ${family} export`,
    recognisedPlain: (these: string) => `${these}; the columns were recognised one by one`,
    asYouSaid: (these: string) => `${these}, as you said`,
    unsure: (these: string) => `${these}, if we guess right`,
    notOrders: 'We see **no orders** in this file: choose the columns that hold the order time and the amount, or what the file is about',
    ask: {
      title: 'What is one row of this file?',
      why: 'Its columns fit several answers, and we would rather ask than guess.',
      ours: 'our guess',
      rows: {
        orders: 'an order, or a line of one',
        returns: 'a refund or a return',
        members: 'a member or a customer',
        events: 'something that somebody did',
        feedback: 'an answer, a review or a ticket',
        touches: 'a message of a campaign to somebody',
        products: 'a product'
      }
    },
    needs: {
      orders: 'Orders need a **time**, and an amount or a customer.',
      returns: 'Refunds need the **order number**, and the amount or the status of the refund.',
      members: 'Members need a column that tells who they are: a **member number, a phone or an e-mail**.',
      events: 'Events need the **customer** and the **time**.',
      feedback: 'Feedback needs a **score, a comment or a ticket number**.',
      touches: 'Campaign messages need the **customer**, and the campaign, the group or the time; or the group and the response.',
      products: 'Products need a **code or a name**, and a category or a cost.'
    },
    needsNext:
      'Choose the columns below. If the file does not have them, use an export that does, or say above that the file is about something else.',
    need: 'We need',
    yourColumn: 'Your column',
    firstValues: 'First values',
    check: 'Check',
    columnFor: (role: string) => `Column for: ${role}`,
    notInFile: 'not in this file',
    optional: 'optional',
    needed: 'needed: choose a column',
    neededOneOf: 'needed, or another that is marked so',
    noCustomer: 'without it: order-level numbers only',
    noAmount: 'without it: no money figures',
    noOrderId: 'without it: every row is an order',
    masked: 'masked',
    guessed: 'guessed from its values',
    guessedName: 'guessed from its name',
    chosenByYou: 'your choice',
    restTitle: (count: string) => (count === '1' ? 'One more column, not used' : `${count} more columns, not used`),
    restLead: 'Nothing here is read into the tables. Give a column a meaning to use it.',
    useAs: 'Use as',
    useColumnAs: (column: string) => `Use ${column} as`,
    notUsed: 'not used',
    leftOutShort: 'left out',
    column: 'Column'
  },
  zh: {
    about: '内容',
    these: {
      orders: '这是**订单**',
      returns: '这是**退款售后记录**',
      members: '这是**会员或客户名单**',
      events: '这是**行为记录**',
      feedback: '这是**客户反馈**',
      touches: '这是**营销触达记录**',
      products: '这是**商品资料**'
    },
    recognised: (these, family) => `${these}，识别为${family}导出的文件`,
    recognisedPlain: (these) => `${these}，已逐列识别`,
    asYouSaid: (these) => `${these}，由您指定`,
    unsure: (these) => `${these}（暂时的判断，请确认）`,
    notOrders: '没有在这个文件里看到**订单**：请选择时间和金额所在的列，或改选文件的内容',
    ask: {
      title: '这个文件里，一行代表什么？',
      why: '从列名和数据看有几种可能，我们不替您猜。',
      ours: '我们的判断',
      rows: {
        orders: '一笔订单，或其中一件商品',
        returns: '一笔退款或退货',
        members: '一位会员或客户',
        events: '某人的一次行为',
        feedback: '一份答卷、评价或工单',
        touches: '发给某人的一条营销消息',
        products: '一种商品'
      }
    },
    needs: {
      orders: '订单要有**时间**，以及金额或客户。',
      returns: '退款售后要有**订单号**，以及退款金额或退款状态。',
      members: '会员名单要有一列能认出是谁：**会员号、手机号或邮箱**。',
      events: '行为记录要有**客户**和**时间**。',
      feedback: '客户反馈要有**评分、评价内容或工单号**。',
      touches: '触达记录要有**客户**，再加上活动、分组或发送时间之一；没有客户时，要有分组和响应结果。',
      products: '商品资料要有**编码或名称**，以及品类或成本。'
    },
    needsNext: '请在下表中选择对应的列。文件里没有的话，请换一份包含这些列的导出，或在上方改选文件的内容。',
    need: '所需字段',
    yourColumn: '文件中的列',
    firstValues: '前几个值',
    check: '检查',
    columnFor: (role) => `“${role}”对应的列`,
    notInFile: '文件里没有',
    optional: '可选',
    needed: '必需：请选择一列',
    neededOneOf: '带此标记的字段，需要其中之一',
    noCustomer: '没有时，只能看订单层面的数字',
    noAmount: '没有时，没有金额类指标',
    noOrderId: '没有时，每行算一个订单',
    masked: '已打码',
    guessed: '按内容推断',
    guessedName: '按列名推断',
    chosenByYou: '您指定',
    restTitle: (count) => `其余 ${count} 列，未使用`,
    restLead: '这些列不会读入数据表。需要时给它指定含义即可。',
    useAs: '用作',
    useColumnAs: (column) => `把“${column}”用作`,
    notUsed: '不使用',
    leftOutShort: '不读入',
    column: '列'
  }
});
