import { defineWords } from '../../i18n/locale.ts';

/** The files behind the shop that answers. */
export const WORDS = defineWords({
  en: {
    title: 'Files in the shop',
    finding: (files: string, rows: string, orders: string) =>
      `**${files}** with **${rows} rows**, of which **${orders} orders** are analysed.`,
    fileCount: (count: string) => (count === '1' ? '1 file' : `${count} files`),
    file: 'File',
    aside: 'Set aside',
    takenOff: 'taken off the orders',
    found: 'Customers found',
    foundOf: (found: string, all: string) => `${found} of ${all}`,
    rows: 'Rows',
    used: 'Used',
    period: 'Period',
    actions: 'Actions',
    remove: 'Remove',
    removeFile: (file: string) => `Remove ${file}`,
    removeHint: 'Removing a file builds the shop anew without it.',
    lastOrders: (file: string) =>
      `All other files rest on the orders of **${file}**: add other orders before you remove it, or remove the others first.`,
    quality: 'What was set aside, and why',
    overview: 'See the answers',
    gone: 'Nothing was kept from the last visit: files are never stored. Drop them again.'
  },
  zh: {
    title: '当前使用的文件',
    finding: (files, rows, orders) => `**${files}**，共 **${rows} 行**，其中 **${orders} 笔订单**进入分析。`,
    fileCount: (count) => `${count} 个文件`,
    file: '文件',
    aside: '搁置',
    takenOff: '从订单中扣除',
    found: '对上客户',
    foundOf: (found, all) => `${all} 中的 ${found}`,
    rows: '行数',
    used: '使用',
    period: '时间范围',
    actions: '操作',
    remove: '移除',
    removeFile: (file) => `移除 ${file}`,
    removeHint: '移除文件后会用其余文件重新计算。',
    lastOrders: (file) => `其余文件都要靠“**${file}**”里的订单：请先添加别的订单文件，或先移除其余文件，再移除它。`,
    quality: '搁置了什么，为什么',
    overview: '查看分析结果',
    gone: '上次的文件没有留存：我们从不保存文件。请重新拖入。'
  }
});
