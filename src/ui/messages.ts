import { defineWords } from '../i18n/locale.ts';

/** Words of the components that know no analysis. */
export const UI = defineWords({
  en: {
    views: { chart: 'Chart', table: 'Table', sql: 'SQL', definition: 'Definition' },
    viewsOf: (title: string) => `Views of ${title}`,
    download: 'Download',
    downloadOf: (title: string) => `Download ${title}`,
    written: {
      sheet: 'About these numbers',
      title: 'Title',
      finding: 'Finding',
      definition: 'Definition',
      asOf: 'As of',
      from: 'Orders from',
      filters: 'Filters',
      sample: 'Sample',
      sampled: (of: string) => `1 in ${of} customers, not scaled up`,
      orders: 'Orders',
      gathered: 'one per customer and day: purchase days are counted',
      rows: 'Rows',
      currency: 'Currency',
      files: 'Source files',
      columns: 'Columns',
      sql: 'SQL',
      all: 'the first order on',
      none: 'none'
    },
    copy: 'Copy',
    copied: 'Copied',
    openInSql: 'Open in SQL',
    evidence: (rows: string, ms: string, revision: string) =>
      `${rows} ${rows === '1' ? 'row' : 'rows'} in ${ms} ms, data revision ${revision}`,
    steps: 'After the SQL',
    repairs: 'Repairs before the SQL',
    loading: 'Working it out …',
    stale: 'Updating …',
    empty: 'Nothing to show here',
    emptyHint: 'Widen the date range or remove a filter in the bar above.',
    noChart: 'This answer has no picture.',
    close: 'Close',
    cancel: 'Cancel',
    undo: 'Undo',
    dismiss: 'Dismiss',
    details: 'Technical details',
    howMade: (label: string) => `${label}: how this number is made`,
    rowsShown: (shown: string, total: string) => `Showing ${shown} of ${total} rows; the download has them all.`,
    sortBy: (label: string) => `Sort by ${label}`,
    open: 'Open',
    rowCount: (total: string) => `${total} rows`,
    noRows: 'No rows',
    addFiles: 'Add files',
    dropHere: 'Drop order files here',
    dropNow: 'Let go to add the files',
    dropHint: 'CSV, Excel, JSON or Parquet, also zipped, several at once. You can also paste.',
    choose: 'Choose files',
    fileKinds: 'Files with rows',
    rowsRead: (rows: string) => `${rows} rows`,
    vsPrevious: 'vs previous',
    up: 'up',
    down: 'down',
    same: 'unchanged',
    chartHelp: 'Arrow keys move through the values; Enter opens the customers behind one.',
    errors: {
      'boot-failed': {
        what: 'The database could not start.',
        why: 'The browser may be too old, an extension or company policy may block WebAssembly, or this site did not deliver the database file.',
        next: 'Reload the page. If it stays, try a current Chrome, Edge, Firefox or Safari.'
      },
      'engine-lost': {
        what: 'The database stopped in the middle of this.',
        why: 'Most often the browser ran out of memory.',
        next: 'It is being started again with your files. If it repeats, close other tabs or use fewer files.'
      },
      cancelled: {
        what: 'Stopped.',
        why: 'It was cancelled before the answer was there.',
        next: 'Change something or reload to ask again.'
      },
      sql: {
        what: 'The question could not be asked this way.',
        why: 'The database did not accept the SQL.',
        next: 'Open it in SQL to see where, or go back to the usual choices of this page.'
      },
      refused: {
        what: 'This is not allowed here.',
        why: 'Queries may only read what is already in this browser: no network, no files, no changes.',
        next: 'Use a plain select over the tables of the shop.'
      },
      'out-of-memory': {
        what: 'There was not enough memory for this.',
        why: 'A browser tab has a fixed share of memory.',
        next: 'Narrow the date range or filters, or close other tabs.'
      },
      'unreadable-file': {
        what: 'This file could not be read.',
        why: 'It does not look like a table of text.',
        next: 'Save it as CSV (UTF-8) and add it again.'
      },
      other: {
        what: 'This did not work.',
        why: 'Something unexpected happened while working it out.',
        next: 'Reload the page; your files stay on your computer and can be added again.'
      }
    }
  },
  zh: {
    views: { chart: '图', table: '表', sql: 'SQL', definition: '口径' },
    viewsOf: (title: string) => `${title}的视图`,
    download: '下载',
    downloadOf: (title: string) => `下载${title}`,
    written: {
      sheet: '数据说明',
      title: '标题',
      finding: '结论',
      definition: '口径',
      asOf: '截至',
      from: '订单起始日',
      filters: '筛选条件',
      sample: '样本',
      sampled: (of) => `每 ${of} 位客户取 1 位，数字没有放大`,
      orders: '订单',
      gathered: '每位客户每天合并成一行，按购买日计',
      rows: '行数',
      currency: '币种',
      files: '来源文件',
      columns: '列说明',
      sql: 'SQL',
      all: '第一笔订单起',
      none: '无'
    },
    copy: '复制',
    copied: '已复制',
    openInSql: '在 SQL 页打开',
    evidence: (rows: string, ms: string, revision: string) => `${rows} 行，用时 ${ms} 毫秒，数据版本 ${revision}`,
    steps: 'SQL 之后的计算',
    repairs: 'SQL 之前的修复',
    loading: '正在计算……',
    stale: '正在更新……',
    empty: '这里暂时没有内容',
    emptyHint: '可以放宽日期范围，或去掉上方的筛选条件。',
    noChart: '这个结果没有图。',
    close: '关闭',
    cancel: '取消',
    undo: '撤销',
    dismiss: '知道了',
    details: '技术细节',
    howMade: (label: string) => `${label}：这个数怎么来的`,
    rowsShown: (shown: string, total: string) => `显示 ${shown} / ${total} 行，下载的文件包含全部。`,
    sortBy: (label: string) => `按${label}排序`,
    open: '打开',
    rowCount: (total: string) => `共 ${total} 行`,
    noRows: '没有数据',
    addFiles: '添加文件',
    dropHere: '把订单文件拖到这里',
    dropNow: '松手即可添加',
    dropHint: '支持 CSV、Excel、JSON、Parquet 及其压缩包，可一次添加多个，也可以直接粘贴。',
    choose: '选择文件',
    fileKinds: '数据文件',
    rowsRead: (rows: string) => `${rows} 行`,
    vsPrevious: '较上期',
    up: '上升',
    down: '下降',
    same: '持平',
    chartHelp: '用方向键逐个查看数值，按回车打开对应的客户。',
    errors: {
      'boot-failed': {
        what: '数据库没能启动。',
        why: '可能是浏览器版本太旧，扩展程序或公司策略禁用了 WebAssembly，也可能是本站没有送达数据库文件。',
        next: '请刷新页面；如果仍然不行，换用新版 Chrome、Edge、Firefox 或 Safari。'
      },
      'engine-lost': {
        what: '计算过程中数据库停止了。',
        why: '多半是浏览器内存不够。',
        next: '正在用您的文件重新启动。如果反复出现，请关闭其他标签页，或减少文件。'
      },
      cancelled: { what: '已停止。', why: '在得出结果之前被取消了。', next: '调整条件或刷新页面即可重新计算。' },
      sql: { what: '这个查询没能执行。', why: '数据库不接受这段 SQL。', next: '在 SQL 页打开可以看到出错位置，也可以恢复本页的默认选项。' },
      refused: {
        what: '这里不允许这样做。',
        why: '查询只能读取已经在本浏览器里的数据：不能联网、不能读写文件、不能修改数据。',
        next: '请改用普通的 select 查询店铺的表。'
      },
      'out-of-memory': {
        what: '内存不够，没能算完。',
        why: '浏览器给每个标签页的内存是有限的。',
        next: '请缩小日期范围或筛选条件，或关闭其他标签页。'
      },
      'unreadable-file': { what: '这个文件读不了。', why: '它看起来不是文本表格。', next: '请另存为 CSV(UTF-8)后再添加。' },
      other: { what: '这一步没有成功。', why: '计算时出现了意外情况。', next: '请刷新页面；文件仍在您的电脑上，可以重新添加。' }
    }
  }
});
