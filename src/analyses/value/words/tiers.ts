import { defineWords } from '../../../i18n/locale.ts';

/** Whom to leave alone, and the what-if. */
export const TIERS = defineWords({
  en: {
    tiers: {
      title: 'Whom to stop chasing',
      names: { core: 'Core loyal', chance: 'Opportunity', casual: 'Casual' },
      coupon: 'Coupon buyer from',
      couponUnit: '% of orders',
      contacts: 'Contacts a year',
      cost: 'One costs',
      finding: (customers: string, share: string, freed: string) =>
        `**${customers}** ${customers === '1' ? 'customer is' : 'customers are'} not worth chasing by these rules (${share}): contacting no more frees **${freed}**`,
      stake: (value: string) => ` and puts at most **${value}** of expected value at stake.`,
      discounts: (money: string) => ` They got ${money} of discounts in the last 12 months.`,
      stop: '.',
      nobody: 'By these rules nobody is to be left alone: every customer is expected to bring more than contacting costs.',
      nobodySeen:
        'Without a forecast these rules find nobody to leave alone: everybody paid more than the goods cost, and nobody has ignored all messages for a year.',
      noMoney: 'These orders have no amounts: what a customer is worth cannot be said, and so not whom to stop chasing.',
      text: (customers: string, value: string) => `${customers} · ${value} ahead`,
      textPast: (customers: string, amount: string) => `${customers} · ${amount} so far`,
      tip: (share: string, amount: string, net: string) => `${share} of customers, ${amount} so far, ${net} kept`,
      reasons: {
        core: 'buys often, without coupons, and is likely to come again',
        young: 'few purchases so far',
        unseen: 'bought once, silent for longer than the data tell',
        coupon: 'buys with coupons nearly always',
        fading: 'bought often, is unlikely to come again',
        little: 'is expected to bring less than contacting costs',
        deaf: 'three messages or more without a response, silent for a year',
        loses: 'cost more than was paid, after discount and refund'
      },
      short: {
        core: '',
        young: 'few purchases',
        unseen: 'silent too long',
        coupon: 'coupon buyers',
        fading: 'fading',
        little: 'little ahead',
        deaf: 'no response',
        loses: 'no profit'
      },
      open: (tier: string) => `List: ${tier}`,
      noDiscount: 'No file tells discounts, so that nobody counts as a coupon buyer.',
      definition: [
        '**Casual**, to be left alone: what was paid does not cover the goods (net < 0: paid minus refunded, minus (1 − margin) × the price before discount; orders refunded in full are set aside on import and cost nothing here); or three messages or more within a year without a response and a year without a purchase (where messages are mapped); or the value expected within the horizon is not above the cost of contacting them as often as planned.',
        '**Core loyal**: so many purchases or more, fewer orders with a discount than the coupon buyer’s share, and a chance of at least 50% to buy within the horizon (without a forecast: bought within a year). **Opportunity**: all others.',
        'What stopping frees is the planned contacts × their cost. At stake is all that these customers are expected to bring; most of it comes without being contacted, as only a test with a hold-out can tell.'
      ],
      second: {
        finding: (customers: string, share: string, freed: string, stake: string, days: string) =>
          `**${customers}** customers (${share}) are not worth chasing by these rules: contacting them no more frees **${freed}** within ${days} and puts second purchases of at most **${stake}** at stake.`,
        nobody: (days: string) =>
          `By these rules nobody is to be left alone: after every silence that the data tell of, a second purchase is expected to bring more than the contacts of the next ${days} cost.`,
        pays: (customers: string, cost: string, value: string, share: string) =>
          ` For the **${customers}** who remain of those who bought once, contacts cost **${cost}** and second purchases are expected to bring **${value}**: contacting pays only if it brings about more than **${share}** of them.`,
        unseen: (customers: string) => ` Of **${customers}** who have been silent for longer, the data tell nothing.`,
        definition: [
          'No forecast could be fitted, so those who bought once are judged by the curve of the second purchase: after u days of silence the chance to come back within the next N is 1 − S(u + N) ÷ S(u) (Kaplan–Meier), times the mean amount of a second purchase × margin. N is the horizon of “What a second purchase brings”, or as many days as the curve reaches, 14 at least.',
          '**Casual**, to be left alone: that is not above the cost of the contacts planned for these days; or what was paid does not cover the goods (net < 0); or three messages or more within a year without a response and a year without a purchase. **Core loyal**: so many purchases or more, few with a discount, bought within a year. **Opportunity**: all others. Who came back is not judged by the curve.',
          'What is expected is what customers did so far, with the contacts they had: it is assumed that contacting more or less does not change it. So “at most” is at stake, and what contacting really brings about only a test with a hold-out can tell.'
        ]
      }
    },
    whatIf: {
      title: 'What if',
      keep: 'Retention up by',
      basket: 'Order value up by',
      unit: '%',
      finding: (keep: string, money: string, change: string) => `Retention ${keep} higher is worth **${money}** (${change})`,
      findingAtLimit: (keep: string, money: string, change: string) =>
        `Retention can rise by ${keep} at most, which is worth **${money}** (${change})`,
      basketFinding: (basket: string, money: string, change: string) => `; an order value ${basket} higher **${money}** (${change}).`,
      noLeaving: 'No leaving is visible, so that retention cannot rise; only the order value counts here.',
      staying: (now: string, then: string) => `The share who stay after a purchase goes from ${now} to ${then}.`,
      stayingYear: (now: string, then: string) => `The share who stay for a year goes from ${now} to ${then}.`,
      atLimit: (now: string, then: string) =>
        `The share who stay after a purchase is ${now} already and can rise to ${then} only; less is counted than was asked for.`,
      atLimitYear: (now: string, then: string) =>
        `The share who stay for a year is ${now} already and can rise to ${then} only; less is counted than was asked for.`,
      bars: { now: 'As it is', moreRetention: 'Retention', moreOrder: 'Order value', both: 'Both' },
      definition:
        'The same models with another future. Who still is a customer today stays as it is known; from now on the share who stay after a purchase, b ÷ (a + b) (Pareto/NBD: for a year), is higher by so much of itself, up to 99.99%, and the money of each purchase likewise. Newcomers are not in it, nor what it costs to get there.'
    }
  },
  zh: {
    tiers: {
      title: '哪些客户可以不追',
      names: { core: '核心忠诚', chance: '机会', casual: '随缘' },
      coupon: '用券依赖：至少',
      couponUnit: '% 的订单',
      contacts: '每年触达次数',
      cost: '每次成本',
      finding: (customers: string, share: string, freed: string) =>
        `按这些规则，**${customers}** 位客户（${share}）不值得追：不再触达可省下 **${freed}**`,
      stake: (value: string) => `，最多涉及 **${value}** 的预期价值。`,
      discounts: (money: string) => `最近 12 个月给他们的优惠共 ${money}。`,
      stop: '。',
      nobody: '按这些规则没有可以不追的客户：每位客户的预期价值都高于触达成本。',
      nobodySeen: '没有预测时，这些规则没有找到可以不追的客户：没有人的实付低于成本，也没有人一年内对触达毫无响应。',
      noMoney: '这些订单没有金额，说不出一位客户值多少，也就说不出哪些客户可以不追。',
      text: (customers: string, value: string) => `${customers} 位 · 未来 ${value}`,
      textPast: (customers: string, amount: string) => `${customers} 位 · 已带来 ${amount}`,
      tip: (share: string, amount: string, net: string) => `占客户 ${share}，已带来 ${amount}，净得 ${net}`,
      reasons: {
        core: '买得多、少用券，很可能再来',
        young: '购买次数还少',
        unseen: '只买过一次，沉默时间超出数据能说明的范围',
        coupon: '几乎每单都用券',
        fading: '以前常买，现在不太可能再来',
        little: '预期价值不高于触达成本',
        deaf: '一年内至少三次触达没有响应，且一年没买',
        loses: '扣除优惠和退款后不赚钱'
      },
      short: {
        core: '',
        young: '买得少',
        unseen: '沉默过久',
        coupon: '靠券',
        fading: '正在远离',
        little: '价值低',
        deaf: '无响应',
        loses: '不赚钱'
      },
      open: (tier: string) => `名单：${tier}`,
      noDiscount: '文件里没有优惠列，所以没有人被判为用券依赖。',
      definition: [
        '**随缘**（可以不追）：实付不够成本（净得 < 0：实付减退款，再减（1 − 毛利率）× 优惠前价格；全额退款的订单导入时已搁置，不计成本）；或一年内至少三次触达没有响应且一年没买（有触达数据时）；或展望期内的预期价值不高于按计划触达他们的成本。',
        '**核心忠诚**：购买不少于所选次数、有优惠的订单占比低于用券依赖的门槛，且展望期内购买概率不低于 50%（没有预测时：一年内买过）。**机会**：其余所有客户。',
        '省下的是计划触达次数 × 每次成本。涉及的价值是这些客户的全部预期价值，其中大部分不触达也会来，究竟多少只有留对照组的实验才知道。'
      ],
      second: {
        finding: (customers: string, share: string, freed: string, stake: string, days: string) =>
          `按这些规则，**${customers}** 位客户（${share}）不值得追：${days}内不再触达可省下 **${freed}**，最多涉及 **${stake}** 的第二次购买。`,
        nobody: (days: string) =>
          `按这些规则没有可以不追的客户：在数据能说明的每一种沉默时长上，第二次购买的预期金额都高于未来 ${days}的触达成本。`,
        pays: (customers: string, cost: string, value: string, share: string) =>
          `留下的 **${customers}** 位只买过一次的客户，触达要花 **${cost}**，第二次购买预计带来 **${value}**：其中超过 **${share}** 得是触达带来的，触达才划算。`,
        unseen: (customers: string) => `另有 **${customers}** 位沉默更久，数据说明不了。`,
        definition: [
          '没有可用的预测，所以只买过一次的客户按第二次购买的曲线判断：已沉默 u 天的人，未来 N 天内回来的概率是 1 − S(u + N) ÷ S(u)（Kaplan–Meier），再乘以第二次购买的平均金额 × 毛利率。N 取“第二次购买能带来多少”的期限；曲线够不到时取能够到的天数，至少 14 天。',
          '**随缘**（可以不追）：上述金额不高于这段时间内计划触达的成本；或实付不够成本（净得 < 0）；或一年内至少三次触达没有响应且一年没买。**核心忠诚**：购买不少于所选次数、很少用优惠、一年内买过。**机会**：其余所有客户。已经复购过的客户不按曲线判断。',
          '预期金额取自客户至今的表现，也就是现有触达下的表现；这里假定多触达或少触达都不改变它。所以涉及的金额写作“最多”，触达究竟带来多少，只有留对照组的实验才知道。'
        ]
      }
    },
    whatIf: {
      title: '如果……会怎样',
      keep: '留存提高',
      basket: '客单价提高',
      unit: '%',
      finding: (keep: string, money: string, change: string) => `留存提高 ${keep}，价值增加 **${money}**（${change}）`,
      findingAtLimit: (keep: string, money: string, change: string) => `留存最多还能提高 ${keep}，价值增加 **${money}**（${change}）`,
      basketFinding: (basket: string, money: string, change: string) => `；客单价提高 ${basket}，增加 **${money}**（${change}）。`,
      noLeaving: '看不出有人离开，留存无从提高，这里只有客单价起作用。',
      staying: (now: string, then: string) => `每次购买后留下的比例从 ${now} 变为 ${then}。`,
      stayingYear: (now: string, then: string) => `一年后仍是客户的比例从 ${now} 变为 ${then}。`,
      atLimit: (now: string, then: string) => `每次购买后留下的比例已达 ${now}，最多只能到 ${then}，因此达不到您设定的提高幅度。`,
      atLimitYear: (now: string, then: string) => `一年后仍是客户的比例已达 ${now}，最多只能到 ${then}，因此达不到您设定的提高幅度。`,
      bars: { now: '现状', moreRetention: '留存提高', moreOrder: '客单价提高', both: '两者都提高' },
      definition:
        '同一套模型，换一个未来。今天谁还是客户保持不变；从今以后，每次购买后留下的比例 b ÷ (a + b)（Pareto/NBD：一年后留下的比例）按自身提高这么多（最高到 99.99%），每次购买的金额同理。不含新客户，也不含为此付出的成本。'
    }
  }
});
