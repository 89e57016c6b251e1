import { defineWords } from '../i18n/locale.ts';

/** Words of the Sources page. Roles, exports, reasons and remarks have theirs in `sources/messages.ts`. */
export const WORDS = defineWords({
  en: {
    title: 'Sources',
    about: 'The files behind every number, and how they were understood',
    checkTitle: 'Check what we understood',
    emptyLead:
      'Drop order files here, and those of members, feedback or campaigns beside them. They are read in this browser and go nowhere.',
    header: {
      rows: (rows: string) => `${rows} rows`,
      columns: (columns: string) => `${columns} columns`,
      read: (seconds: string) => `read in ${seconds} s`
    },
    files: 'Files to check',
    filesTogether: (count: string) => `${count} files become one shop`,
    filesAbout: 'What it holds',
    filesOpen: 'To do',
    filesAsk: (open: string) => (open === '1' ? '1 question' : `${open} questions`),
    removeDraft: 'Remove this file',
    question: {
      title: (open: string) => `${open} to answer before the numbers can be right`,
      dateOrder: (column: string) => `Day or month first in **${column}**?`,
      dateOrderWhy: 'Every date in this column reads both ways, so we do not guess.',
      status: (column: string) => `What do these values of **${column}** mean?`,
      statusWhy: 'They are in no list we know. The answer is remembered in this browser.',
      currency: 'There are several currencies. What is to be done with them?',
      currencyWhy: 'Amounts in different currencies are never added up.',
      money: (column: string) => `How are the amounts in **${column}** written?`,
      moneyWhy: 'Commas and points could mean either.',
      other: (column: string) => `How is **${column}** to be read?`,
      example: (option: string, written: string, meant: string) => `**${option}**: ${written} is ${meant}`,
      choose: 'Choose …',
      meaningOf: (value: string) => `What does “${value}” mean?`,
      value: 'In the file',
      rowsHead: 'Rows',
      meaning: 'Counts as'
    },
    option: {
      dmy: 'Day first',
      mdy: 'Month first',
      point: 'A point before the cents',
      comma: 'A comma before the cents',
      paid: 'counts as paid',
      unpaid: 'not paid',
      cancelled: 'cancelled',
      refunded: 'refunded',
      'partially-refunded': 'partly refunded, paid'
    },
    identity: {
      title: 'Who is a customer',
      column: 'Column',
      different: 'Different',
      empty: 'Empty',
      masked: 'Masked',
      placeholder: 'Placeholder',
      top: 'Most frequent key',
      verdict: 'Verdict',
      use: 'Take as customer key',
      used: 'In use',
      useColumn: (column: string) => `Take ${column} as the customer key`,
      nobody: 'Go without customers',
      sound: 'sound',
      doubtful: 'doubtful',
      unsound: 'not a customer',
      chosen: (column: string, customers: string, rows: string) =>
        `**${customers} customers** by **${column}**, ${rows} rows each on average.`,
      chosenDoubtful: (column: string, customers: string) =>
        `**${customers} customers** by **${column}**, but read the remarks: this key may join or split people.`,
      refusedTitle: 'No column tells who bought',
      refused: (orders: string) =>
        `No column of this file identifies a person soundly, so there will be **no customer numbers**: no segments, retention or churn. What still holds are the **${orders} orders**: revenue, orders per month, amounts, regions.`,
      refusedWhy: (column: string, why: string) => `**${column}** was looked at, and will not do: ${why}.`,
      refusedNone: 'No column looks like a customer key.',
      refusedNext: 'If the shop can export a member name, an account or an unmasked phone, use that export. Or choose a column yourself.'
    },
    readings: {
      title: 'How it is read',
      clock: 'The day of a purchase is the day of',
      payTime: 'payment',
      orderTime: 'the order'
    },
    balance: {
      title: 'Every row is accounted for',
      inFile: 'In the file',
      setAside: (reason: string) => `Set aside: ${reason}`,
      kept: (reason: string) => `Kept in: ${reason}`,
      used: 'Used in the analysis',
      orders: 'Orders they make',
      anonymous: 'of these without a customer',
      anonymousNote: 'in order-level figures only',
      nobodysNote: 'counted, but nobody’s',
      rowsHead: 'Rows',
      whereHead: 'Where they went',
      rule: (reason: string) => `Set these rows aside: ${reason}`,
      otherRules: (count: string) =>
        count === '1' ? 'One more rule, which found nothing or is off' : `${count} more rules, which found nothing or are off`,
      download: 'Download what was set aside, with reasons',
      preparing: 'Preparing …',
      off: (rows: string) => `The books do not balance by ${rows} rows. Please report this file.`
    },
    personal: {
      title: 'Private by default',
      some: (columns: string) => `${columns} were found. They are left out unless you need them on an outreach list.`,
      none: 'No names, phones or addresses were found.',
      key: 'The customer key looks personal. It is used to tell customers apart and is shown masked.',
      keyKept: 'The customer key looks personal. It tells customers apart, and is shown in full because you asked for it.',
      keyChip: 'the key, masked',
      joins: 'Keys of persons are used to find the customer, and no list shows them. They stay with the rows that this browser keeps.',
      joinChip: 'to find the customer',
      outreach: 'Keep phones and e-mails for outreach lists',
      keptChip: 'kept',
      kinds: {
        name: 'Names',
        phone: 'phones',
        email: 'e-mail addresses',
        address: 'addresses',
        'id-number': 'ID numbers',
        ip: 'IP addresses',
        message: 'messages'
      }
    },
    analyse: {
      customers: (count: string) => `Analyse ${count} customers`,
      orders: (count: string) => `Analyse ${count} orders without customers`,
      files: (count: string) => (count === '1' ? 'Analyse 1 file' : `Analyse ${count} files together`),
      addAnother: 'Add another file',
      joins: 'Customers who are in several files are joined by their key.',
      blocked: {
        question: 'Answer the questions above first.',
        'no-time': 'Choose the column that holds the order time first.',
        'needs-missing': 'Choose the columns that are needed first.',
        'nothing-used': 'No row is left to analyse. Look at the columns and at what was set aside, or remove the file.',
        work: 'Wait until the work under way is done, or cancel it.'
      },
      noOrders: (alone: string) => `There are no orders yet, and ${alone} alone give no answers: add a file of orders.`,
      alone: {
        orders: 'orders',
        returns: 'refunds',
        members: 'members',
        events: 'events',
        feedback: 'feedback records',
        touches: 'campaign messages',
        products: 'products'
      },
      inFile: (file: string, why: string) => `${file}: ${why}`
    },
    work: {
      reading: (file: string) => `Reading ${file}`,
      checking: (file: string) => `Checking ${file}`,
      building: 'Building the tables'
    }
  },
  zh: {
    title: '数据源',
    about: '数字来自哪些文件，以及这些文件是怎么识别的',
    checkTitle: '核对识别结果',
    emptyLead: '把订单文件拖到这里，会员、反馈、触达等文件也可以一起放进来。文件只在本浏览器里读取，不会发往任何地方。',
    header: {
      rows: (rows) => `${rows} 行`,
      columns: (columns) => `${columns} 列`,
      read: (seconds) => `${seconds} 秒读完`
    },
    files: '待核对的文件',
    filesTogether: (count) => `${count} 个文件将合为一份`,
    filesAbout: '内容',
    filesOpen: '待办',
    filesAsk: (open) => `${open} 个问题待回答`,
    removeDraft: '移除这个文件',
    question: {
      title: (open) => `还有 ${open} 个问题需要确认，数字才准确`,
      dateOrder: (column) => `“**${column}**”里是日在前还是月在前？`,
      dateOrderWhy: '这一列的每个日期两种读法都通，所以我们不猜。',
      status: (column) => `“**${column}**”里的这些值是什么意思？`,
      statusWhy: '它们不在我们已知的状态里。您的回答会记在本浏览器中。',
      currency: '有多种货币，怎么处理？',
      currencyWhy: '不同货币的金额绝不会直接相加。',
      money: (column) => `“**${column}**”里的金额是怎么写的？`,
      moneyWhy: '逗号和点两种含义都说得通。',
      other: (column) => `“**${column}**”应该怎么读？`,
      example: (option, written, meant) => `**${option}**：${written} 即 ${meant}`,
      choose: '请选择…',
      meaningOf: (value) => `“${value}”是什么意思？`,
      value: '文件中的值',
      rowsHead: '行数',
      meaning: '算作'
    },
    option: {
      dmy: '日在前',
      mdy: '月在前',
      point: '小数点用点',
      comma: '小数点用逗号',
      paid: '算已付款',
      unpaid: '未付款',
      cancelled: '已取消',
      refunded: '已退款',
      'partially-refunded': '部分退款，算已付款'
    },
    identity: {
      title: '如何识别客户',
      column: '列',
      different: '不同值',
      empty: '空值',
      masked: '打码',
      placeholder: '占位值',
      top: '最常见的值占比',
      verdict: '结论',
      use: '用作客户标识',
      used: '使用中',
      useColumn: (column) => `把“${column}”用作客户标识`,
      nobody: '不区分客户，只看订单',
      sound: '可靠',
      doubtful: '存疑',
      unsound: '不能识别客户',
      chosen: (column, customers, rows) => `按“**${column}**”识别出 **${customers} 位客户**，平均每位 ${rows} 行。`,
      chosenDoubtful: (column, customers) =>
        `按“**${column}**”识别出 **${customers} 位客户**，但请留意备注：这一列可能把不同的人合并，或把同一个人拆开。`,
      refusedTitle: '没有一列能说明是谁买的',
      refused: (orders) =>
        `这个文件没有可靠的客户标识，因此**不给出客户层面的数字**：没有分层、留存和流失。仍然成立的是 **${orders} 笔订单**：销售额、每月订单数、客单价、地区。`,
      refusedWhy: (column, why) => `已检查“**${column}**”，不能用：${why}。`,
      refusedNone: '没有一列像客户标识。',
      refusedNext: '如果店铺后台能导出会员名、账号或未打码的手机号，请用那份导出；也可以自己指定一列。'
    },
    readings: {
      title: '识别说明',
      clock: '购买日取',
      payTime: '付款时间',
      orderTime: '下单时间'
    },
    balance: {
      title: '每一行的去向',
      inFile: '文件中的行数',
      setAside: (reason) => `搁置：${reason}`,
      kept: (reason) => `保留：${reason}`,
      used: '进入分析',
      orders: '合成的订单数',
      anonymous: '其中没有客户的行',
      anonymousNote: '只计入订单层面的数字',
      nobodysNote: '照常计数，不归入任何客户',
      rowsHead: '行数',
      whereHead: '去向',
      rule: (reason) => `搁置这些行：${reason}`,
      otherRules: (count) => `另有 ${count} 条规则未命中或未启用`,
      download: '下载被搁置的行及原因',
      preparing: '正在准备…',
      off: (rows) => `账目差了 ${rows} 行。请把这个文件的情况反馈给我们。`
    },
    personal: {
      title: '默认保护隐私',
      some: (columns) => `文件里有${columns}。默认不读入，只有在导出触达名单时才需要。`,
      none: '没有发现姓名、电话或地址。',
      key: '客户标识看起来是个人信息：只用来区分客户，显示时打码。',
      keyKept: '客户标识看起来是个人信息：用来区分客户；按您的要求完整显示。',
      keyChip: '客户标识，已打码',
      joins: '个人标识只用来找到对应的客户，名单和结果中都不显示；只随明细保留在本浏览器中。',
      joinChip: '仅用于匹配',
      outreach: '保留手机号和邮箱，用于触达名单',
      keptChip: '保留',
      kinds: { name: '姓名', phone: '电话', email: '邮箱', address: '地址', 'id-number': '证件号', ip: 'IP 地址', message: '留言备注' }
    },
    analyse: {
      customers: (count) => `开始分析 ${count} 位客户`,
      orders: (count) => `开始分析 ${count} 笔订单（不区分客户）`,
      files: (count) => `开始分析 ${count} 个文件`,
      addAnother: '再加一个文件',
      joins: '同时出现在多个文件里的客户会按客户标识合并。',
      blocked: {
        question: '请先回答上面的问题。',
        'no-time': '请先选择下单时间所在的列。',
        'needs-missing': '请先选择必需的列。',
        'nothing-used': '没有可分析的行。请检查所选的列和搁置的原因，或移除这个文件。',
        work: '请等当前工作完成，或先取消它。'
      },
      noOrders: (alone) => `还没有订单。只有${alone}得不出结果，请再添加一个订单文件。`,
      alone: {
        orders: '订单',
        returns: '退款记录',
        members: '会员名单',
        events: '行为记录',
        feedback: '客户反馈',
        touches: '触达记录',
        products: '商品资料'
      },
      inFile: (file, why) => `${file}：${why}`
    },
    work: {
      reading: (file) => `正在读取 ${file}`,
      checking: (file) => `正在核对 ${file}`,
      building: '正在建立数据表'
    }
  }
});
