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
    none: (file: string, all: string) => `Nobody in ${file} is found: none of ${all} is a customer of these orders`,
    hardlyAny: (file: string, found: string, all: string) => `Hardly anybody in ${file} is found: ${found} of ${all}`,
    neverBought: 'If most of them never bought anything, all is as it should be.',
    advice: {
      leftOut: (column: string, file: string, counts: string) =>
        `**${column}** in ${file} was left out as personal, and it names them: ${counts}. It can be read to find people of other files, and is shown masked.`,
      otherKey: (column: string, file: string, counts: string) =>
        `**${column}** in ${file} names them: ${counts}. There, customers are told apart by another column.`,
      ofFirst: (found: string, looked: string) => `${found} of the first ${looked} are in this file`,
      ofAll: (found: string, looked: string) => `${found} of its ${looked} are in this file`,
      useIt: (column: string) => `Find them by ${column}`,
      tellBy: (column: string) => `Tell customers apart by ${column}`,
      masked: (column: string, file: string) =>
        `**${column}** in ${file} is masked, so nothing can be compared with it. An export with the whole numbers would find them.`,
      inShop: (column: string, file: string, role: string) =>
        `**${column}** in ${file}, which is in the shop already, was left out as personal. Add that file again and take the column as “${role}” under “other columns”: then they are looked up by it.`,
      later: (files: string) =>
        `The phones and e-mails of ${files} are compared when you analyse, because they are not held in the open before: more may be found then.`,
      sampled: (of: string) => `The orders are a sample of one in ${of} customers, so no more than about one in ${of} can be found.`
    },
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
    none: (file, all) => `${file} 中没有一个人对得上：${all} 人都不是这些订单的客户`,
    hardlyAny: (file, found, all) => `${file} 几乎没有人对得上：${all} 人中只有 ${found} 人`,
    neverBought: '如果其中大多数人从未下过单，这就是正常的。',
    advice: {
      leftOut: (column, file, counts) =>
        `${file} 的“**${column}**”里就有这些人，只是作为个人信息没有读入：${counts}。可以只用它来匹配其他文件里的人，显示时打码。`,
      otherKey: (column, file, counts) => `${file} 的“**${column}**”里就有这些人：${counts}。但订单目前按另一列区分客户。`,
      ofFirst: (found, looked) => `看了前 ${looked} 个，其中 ${found} 个在这个文件里`,
      ofAll: (found, looked) => `共 ${looked} 个，其中 ${found} 个在这个文件里`,
      useIt: (column) => `用“${column}”匹配`,
      tellBy: (column) => `改用“${column}”区分客户`,
      masked: (column, file) => `${file} 的“**${column}**”已脱敏，无法比对。请导出带完整号码的版本。`,
      inShop: (column, file, role) =>
        `已在使用的 ${file} 里有“**${column}**”，作为个人信息没有读入。请重新添加该文件，在“其他列”中把它用作“${role}”，就能按它匹配。`,
      later: (files) => `${files} 的手机号和邮箱平时不以明文保存，开始分析时才会比对，届时可能对上更多人。`,
      sampled: (of) => `订单只抽取了每 ${of} 位客户中的 1 位，因此最多约 ${of} 分之一的人能对上。`
    },
    measuring: '正在与客户比对…',
    noOrders: '添加订单文件后，这里会显示其中有多少是下过单的客户。',
    noCustomers: '订单里没有客户标识，因此无法对上任何人。这个文件只作整体统计。',
    nobody: '没有一列说明是谁，只作整体统计。如果有这样的列，请在上方指定为“客户”。'
  }
});
