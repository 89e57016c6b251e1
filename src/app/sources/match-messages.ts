import { defineWords } from '../../i18n/locale.ts';

/** How the people of a file are found among the customers of the orders. */
export const WORDS = defineWords({
  en: {
    title: 'How many of them are customers',
    found: {
      members: (found: string, all: string, share: string) => `**${found} of ${all} members** are customers with orders (**${share}**).`,
      events: (found: string, all: string, share: string) =>
        `**${found} of ${all} people** in these events are customers with orders (**${share}**).`,
      feedback: (found: string, all: string, share: string) =>
        `**${found} of ${all} people** who gave feedback are customers with orders (**${share}**).`,
      touches: (found: string, all: string, share: string) =>
        `**${found} of ${all} people** who were messaged are customers with orders (**${share}**).`
    },
    byOrder: (found: string, all: string, share: string) => `**${found} of ${all} orders** named here lead to a customer (**${share}**).`,
    rows: (found: string, all: string, share: string) => `By rows: ${found} of ${all} (${share}).`,
    column: (columns: string) => `Compared by ${columns}.`,
    quoted: (column: string) => `**${column}**`,
    ambiguous: (keys: string) => `${keys} keys fit several customers and are given to none of them.`,
    rest: 'Those not found still count in the figures of this file, but belong to no customer.',
    low: 'Few were found: the orders may name customers by another key.',
    lowChoose: 'Try another column, or add a list of members that holds both keys.',
    lowAdd: 'A list of members that holds both keys would join them: add it as another file.',
    examples: 'Not found, for example',
    others: 'Other columns that could tell',
    different: 'Different',
    foundHead: 'Found',
    share: 'Share',
    use: 'Compare by this',
    useColumn: (column: string) => `Compare by ${column}`,
    alsoUsed: 'compared as well',
    measuring: 'Looking for them among the customers …',
    noOrders: 'Add a file of orders, and you will see here how many of them are customers.',
    noCustomers: 'The orders tell no customers apart, so nobody can be found among them. The file is counted as a whole.',
    nobody: 'No column says who it was, so it is counted as a whole. If there is such a column, choose it as customer above.'
  },
  zh: {
    title: '能对上多少客户',
    found: {
      members: (found, all, share) => `${all} 位会员中，**${found} 位**是下过单的客户（**${share}**）。`,
      events: (found, all, share) => `有行为的 ${all} 人中，**${found} 人**是下过单的客户（**${share}**）。`,
      feedback: (found, all, share) => `留下反馈的 ${all} 人中，**${found} 人**是下过单的客户（**${share}**）。`,
      touches: (found, all, share) => `触达的 ${all} 人中，**${found} 人**是下过单的客户（**${share}**）。`
    },
    byOrder: (found, all, share) => `提到的 ${all} 个订单中，**${found} 个**能找到客户（**${share}**）。`,
    rows: (found, all, share) => `按行算：${all} 行中 ${found} 行（${share}）。`,
    column: (columns) => `按${columns}匹配。`,
    quoted: (column) => `“**${column}**”`,
    ambiguous: (keys) => `有 ${keys} 个值对应不止一位客户，不归给任何一位。`,
    rest: '没对上的仍计入这个文件自身的数字，但不归入任何客户。',
    low: '对上的不多：订单里可能用的是另一种客户标识。',
    lowChoose: '请换一列试试，或添加一份同时有两种标识的会员名单。',
    lowAdd: '添加一份同时有两种标识的会员名单，就能把两边连起来。',
    examples: '没对上的例子',
    others: '其他可能的列',
    different: '不同值',
    foundHead: '对上',
    share: '占比',
    use: '改用这一列',
    useColumn: (column) => `改用“${column}”匹配`,
    alsoUsed: '同时参与匹配',
    measuring: '正在与客户比对…',
    noOrders: '添加订单文件后，这里会显示其中有多少是下过单的客户。',
    noCustomers: '订单里没有客户标识，因此无法对上任何人。这个文件只作整体统计。',
    nobody: '没有一列说明是谁，只作整体统计。如果有这样的列，请在上方指定为“客户”。'
  }
});
