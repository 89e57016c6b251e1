import { defineWords } from '../../i18n/locale.ts';

/** What pictures and tables of value by group say on every page. */
export const VALUE_GROUPS = defineWords({
  en: {
    /** The chance to buy, with its horizon and its model. */
    buys: (months: string, model: string) => `Buys in ${months} months (${model})`,
    aheadNote: (months: string, model: string) =>
      `“Buys in ${months} months” and value ahead are by the buying model ${model}, fitted to purchase days and money alone. Churn picks the ranking that did best in your past, which may know more (complaints, visits): its chances can differ from these.`,
    text: (money: string, each: string) => `${money} · ${each} each`,
    tip: (customers: string, orders: string, money: string) => `${customers} customers, ${orders} orders, ${money} so far`,
    ahead: (value: string, share: string, interval: string) => `ahead ${value} (${share}), 95% interval ${interval}`,
    columns: {
      customers: 'Customers',
      customersShare: 'Share of customers',
      orders: 'Orders',
      purchases: 'Purchases',
      money: 'Money so far',
      moneyShare: 'Share of money',
      buyers: 'Will buy',
      expected: 'Purchases ahead',
      value: 'Value ahead',
      valueLow: 'Value, 95% low',
      valueHigh: 'Value, 95% high',
      valueShare: 'Share of value',
      valueEach: 'Value each'
    }
  },
  zh: {
    buys: (months: string, model: string) => `${months} 个月内购买（${model}）`,
    aheadNote: (months: string, model: string) =>
      `“${months} 个月内购买”和未来价值来自购买模型 ${model}，只凭购买日期和金额拟合。流失预警页用的是在您的历史上最准的排序，它可能还知道投诉、访问等，所以那里的概率可能与这里不同。`,
    text: (money: string, each: string) => `${money} · 人均 ${each}`,
    tip: (customers: string, orders: string, money: string) => `${customers} 位客户，${orders} 单，已带来 ${money}`,
    ahead: (value: string, share: string, interval: string) => `未来 ${value}（${share}），95% 区间 ${interval}`,
    columns: {
      customers: '客户数',
      customersShare: '客户占比',
      orders: '订单数',
      purchases: '购买次数',
      money: '已带来金额',
      moneyShare: '金额占比',
      buyers: '预计购买人数',
      expected: '未来购买次数',
      value: '未来价值',
      valueLow: '价值 95% 下限',
      valueHigh: '价值 95% 上限',
      valueShare: '价值占比',
      valueEach: '人均价值'
    }
  }
});
