import { defineWords } from '../i18n/locale.ts';

/** Words of the Quality page. */
export const WORDS = defineWords({
  en: {
    title: 'Quality',
    about: 'What was used, what was set aside and why, and what that means for the answers',
    noShop: 'Add order files first',
    noShopHint: 'Their rows are then accounted for here.',
    toSources: 'Add files',
    balance: {
      title: 'Every row is accounted for',
      finding: (rows: string, used: string, share: string, aside: string) =>
        `Of **${rows} rows**, **${used}** (${share}) are used; **${aside}** were set aside.`,
      findingAll: (rows: string) => `All **${rows} rows** are used; none had to be set aside.`,
      where: 'Where they went',
      total: 'All files',
      rows: 'Rows',
      inFile: 'In the files',
      setAside: (reason: string) => `Set aside: ${reason}`,
      used: 'Used in the analysis',
      orders: 'Orders they make',
      anonymous: 'without a customer, in order-level figures only',
      examples: 'Examples',
      examplesOf: (reason: string) => `Examples of: ${reason}`,
      hide: 'Hide',
      first: (n: string, total: string) => `The first ${n} of ${total}`,
      download: 'Download',
      downloadOf: (reason: string) => `Download the rows set aside: ${reason}`,
      downloadAll: 'Download what was set aside, with reasons',
      actions: 'Actions',
      balanced: 'Rows in the files = rows used + rows set aside.',
      columns: { file: 'File', data_row: 'Data row', line: 'Line', rows_together: 'Rows together' },
      loading: 'Fetching the rows …',
      noExamples: 'These rows are only counted: nothing of them can be shown.'
    },
    completeness: {
      title: 'How complete the orders are',
      finding: (customers: string) => `**${customers} of orders** have a customer; the rest count in order-level figures only.`,
      all: 'Every order has a time, an amount and a customer.',
      gap: (field: string, share: string) => `**${field}** is filled on **${share}** of orders; filtering by it leaves the others out.`,
      definition: [
        'Share of the orders in use whose column holds a value. Columns that no file has are left out.',
        'Rows without a readable time or amount never become orders: they are in the balance above.'
      ],
      chart: 'Share of orders with a value, by column',
      field: 'Column',
      filled: 'Orders with a value',
      orders: 'Orders',
      share: 'Share',
      tip: (filled: string, orders: string) => `${filled} of ${orders} orders`,
      empty: 'There are no orders in this range'
    },
    coverage: {
      title: 'Orders per month',
      finding: (from: string, to: string, days: string, share: string) =>
        `From **${from}** to **${to}**: orders on **${days}** (${share} of all).`,
      none: 'No day is without orders.',
      few: (days: string) => `${days} without any.`,
      scattered: (days: string) => `**${days}** without any, no more in a row than chance makes: nothing seems to be missing.`,
      missing: (days: string, most: string, month: string) =>
        days === most
          ? `**${days}** without any, in **${month}**: check whether an export left something out.`
          : `**${days}** without any, ${most} of them in **${month}**: check whether an export left something out.`,
      definition: [
        'Orders by the day that counts, per calendar month. The first month counts from the first order, the last one to the last order or the as-of date.',
        'A shop with many orders a day that has days without any usually lacks a file for them; retention and churn would read such a hole as customers staying away. “Gaps in the calendar” tells such holes from chance.'
      ],
      chart: 'Orders per month',
      y: 'orders',
      month: 'Month',
      orders: 'Orders',
      amount: 'Amount',
      days: 'Days',
      daysWithout: 'Days without orders',
      tip: (orders: string, without: string) => `${orders} orders\n${without} without orders`,
      holes: 'has days without orders',
      empty: 'There are no orders in this range'
    },
    identity: {
      title: 'How customers are told apart',
      by: (file: string, column: string, verdict: string) => `**${file}**: by **${column}**, ${verdict}.`,
      none: (file: string) => `**${file}**: no column tells who bought.`,
      joined: (file: string, column: string, share: string) =>
        `**${file}**: joined to the customers by **${column}**; ${share} of those in it are found.`,
      nobody: (file: string) => `**${file}**: no column tells whom it is about, so it is joined to nobody.`,
      verdicts: { sound: 'a sound key', doubtful: 'a doubtful key', unsound: 'a key that does not tell persons apart' }
    },
    meaning: {
      title: 'What this means for the answers',
      noCustomers:
        'There are **no customer numbers**: segments, retention and churn need a column that tells who bought. Revenue and order counts hold.',
      anonymous: (share: string) =>
        `**${share} of the order rows** have no customer. Revenue includes them; segments, retention and churn do not, so that revenue per customer is lower than revenue divided by customers.`,
      doubtful:
        'The customer key is **doubtful**. If it joins several people, repurchase looks too high; if it splits one person, too low.',
      gaps: (days: string) =>
        `Chance does not explain **${days} without orders**. If a file is missing, customers seem to have stayed away who did not: see “Gaps in the calendar”.`,
      quiet: (days: string, share: string) =>
        `There are **${days} without orders** (${share}), in no run longer than chance makes: so few orders a day leave some days empty, and nothing seems to be missing.`,
      short: (days: string) => `The orders span only **${days}**. Retention and churn need several months to say much.`,
      aside: (share: string, reason: string) =>
        `**${share} of the rows** were set aside, most of them: ${reason}. Look at the examples to see that it is right.`,
      fine: 'Nothing stands out: every answer can use all customers.'
    },
    readings: 'How it was read'
  },
  zh: {
    title: '数据质量',
    about: '用了哪些行，搁置了哪些、为什么，以及对结果的影响',
    noShop: '请先添加订单文件',
    noShopHint: '之后这里会说明每一行的去向。',
    toSources: '添加文件',
    balance: {
      title: '每一行的去向',
      finding: (rows, used, share, aside) => `**${rows} 行**中使用了 **${used} 行**（${share}），搁置了 **${aside} 行**。`,
      findingAll: (rows) => `**${rows} 行**全部使用，没有搁置。`,
      where: '去向',
      total: '全部文件',
      rows: '行数',
      inFile: '文件中的行数',
      setAside: (reason) => `搁置：${reason}`,
      used: '进入分析',
      orders: '合成的订单数',
      anonymous: '没有客户，只计入订单层面的数字',
      examples: '查看示例',
      examplesOf: (reason) => `示例：${reason}`,
      hide: '收起',
      first: (n, total) => `共 ${total} 行，以下为前 ${n} 行`,
      download: '下载',
      downloadOf: (reason) => `下载被搁置的行：${reason}`,
      downloadAll: '下载被搁置的行及原因',
      actions: '操作',
      balanced: '文件中的行数 = 使用的行数 + 搁置的行数。',
      columns: { file: '文件', data_row: '数据行', line: '行号', rows_together: '合并的行数' },
      loading: '正在取数…',
      noExamples: '这些行只有计数，没有内容可显示。'
    },
    completeness: {
      title: '订单的完整度',
      finding: (customers) => `**${customers} 的订单**有客户，其余只计入订单层面的数字。`,
      all: '每个订单都有时间、金额和客户。',
      gap: (field, share) => `“**${field}**”在 **${share}** 的订单上有值，按它筛选会漏掉其余订单。`,
      definition: ['所用订单中该列有值的比例。所有文件都没有的列不列出。', '时间或金额无法读取的行不会成为订单，见上面的账目。'],
      chart: '各列有值的订单占比',
      field: '列',
      filled: '有值的订单',
      orders: '订单数',
      share: '占比',
      tip: (filled, orders) => `${orders} 笔订单中有 ${filled} 笔`,
      empty: '这个范围内没有订单'
    },
    coverage: {
      title: '每月订单数',
      finding: (from, to, days, share) => `**${from}** 至 **${to}**：有订单的日子共 **${days}**（占 ${share}）。`,
      none: '每天都有订单。',
      few: (days) => `${days}没有订单。`,
      scattered: (days) => `**${days}**没有订单，连续的天数都在偶然之内，看不出漏了数据。`,
      missing: (days, most, month) =>
        days === most
          ? `**${days}没有订单**，在 **${month}**，请检查导出时是否漏了。`
          : `**${days}没有订单**，其中 **${month}** 最多，有 ${most}，请检查导出时是否漏了。`,
      definition: [
        '按计入的日期统计每个自然月的订单。首月从第一个订单算起，末月算到最后一个订单或截至日。',
        '每天订单很多的店如果有没订单的日子，多半是缺了文件；留存和流失会把这种空缺当成客户没来。“日历上的空缺”会把它们和偶然区分开。'
      ],
      chart: '每月订单数',
      y: '订单数',
      month: '月份',
      orders: '订单数',
      amount: '金额',
      days: '天数',
      daysWithout: '没有订单的天数',
      tip: (orders, without) => `${orders} 笔订单\n${without}没有订单`,
      holes: '含无订单的日子',
      empty: '这个范围内没有订单'
    },
    identity: {
      title: '如何识别客户',
      by: (file, column, verdict) => `**${file}**：按“**${column}**”，${verdict}。`,
      none: (file) => `**${file}**：没有一列能说明是谁买的。`,
      joined: (file, column, share) => `**${file}**：按“**${column}**”与客户匹配，其中 ${share} 能找到。`,
      nobody: (file) => `**${file}**：没有一列能说明是关于谁的，没有与客户匹配。`,
      verdicts: { sound: '可靠', doubtful: '存疑', unsound: '无法识别个人' }
    },
    meaning: {
      title: '对结果的影响',
      noCustomers: '**没有客户层面的数字**：分层、留存和流失需要一列说明是谁买的。销售额和订单数仍然成立。',
      anonymous: (share) =>
        `**${share} 的订单行**没有客户。销售额包含它们，分层、留存和流失不包含，因此客户人均金额会低于销售额除以客户数。`,
      doubtful: '客户标识**存疑**。如果它把几个人合成一个，复购会偏高；如果把一个人拆成几个，复购会偏低。',
      gaps: (days) => `有 **${days}没有订单**，不像是偶然。如果是缺了文件，没有流失的客户也会显得没来，见“日历上的空缺”。`,
      quiet: (days, share) => `有 **${days}没有订单**（占 ${share}），但没有哪段超出偶然：每天订单不多，难免有几天是空的，看不出漏了数据。`,
      short: (days) => `订单只跨 **${days}**。留存和流失至少需要几个月的数据。`,
      aside: (share, reason) => `**${share} 的行**被搁置，其中最多的是：${reason}。请查看示例，确认是否合理。`,
      fine: '没有明显问题：所有结果都能用上全部客户。'
    },
    readings: '识别说明'
  }
});
