import { defineWords } from '../../i18n/locale.ts';

type Shown = Readonly<Record<'ratio' | 'from' | 'limit' | 'parts' | 'rows' | 'columns' | 'line' | 'depth' | 'column' | 'type', string>>;

/** Why a file could not be used, in words. Limits come as they are shown: sizes with their unit, counts with their separators. */
export const REFUSAL = defineWords({
  en: {
    title: (file: string) => `${file} could not be used`,
    kept: 'Everything that was here before is unchanged.',
    wayOn: 'There are ways on. They can follow one another if one is not enough:',
    ways: {
      columns: {
        label: 'Leave out details',
        text: 'Product, category, channel, region, shop, tier, quantity and discount are not read. Customers, orders, days and amounts are all there; pages can no longer be narrowed or split by what is missing.'
      },
      days: {
        label: 'One row per customer and day',
        text: 'A customer’s orders of one day are read as one, with their sum. Customers, purchases, cohorts, segments and money stay the same, and every row is accounted for. Lost are single orders with their numbers, products and lines; orders that stand in two files can no longer be told. The file is read several times, which takes minutes.'
      },
      sample: {
        label: (of: string) => `Take 1 in ${of} customers`,
        text: 'Each with all orders. Every page says that its numbers are of a sample.'
      }
    },
    codes: {
      'kind:xlsb': () => 'This is an Excel binary workbook (.xlsb). Open it in Excel, save it as .xlsx, and add that file.',
      'kind:ods': () => 'This is a LibreOffice sheet (.ods). Open it, save it as .xlsx or CSV, and add that file.',
      'kind:numbers': () => 'This is an Apple Numbers document. Export it from Numbers as Excel or CSV, and add that file.',
      'kind:document': () => 'This is a text document or a presentation. Add the table itself, as Excel or CSV.',
      'kind:archive': () => 'This file is packed in a way that browsers cannot open. Unpack it, or pack it as .zip or .gz.',
      'kind:image': () => 'This is a picture. Add the export of the orders as CSV or Excel instead of a screenshot.',
      'kind:pdf': () => 'This is a PDF document. Export the orders as CSV or Excel from the shop.',
      'kind:database': () => 'This is a database file. Export the table with the orders as CSV.',
      'kind:arrow': () => 'This is an Arrow or Feather file. Save it as Parquet or CSV (in pandas: df.to_parquet), and add that file.',
      'kind:binary': () => 'This is no table we can read. Export the orders as CSV or Excel from the shop.',
      empty: () => 'The file is empty. Export it again, and check that it holds rows.',
      'header-only': () => 'The file has column names but no rows under them. Widen the period of the export and try again.',
      'line-too-long': () =>
        'There is no line break in the first two million characters, so this is no table of rows. Export the orders as CSV.',
      'too-many-columns': () => 'The file has more than 4,000 columns. Check the separator, or export orders as rows.',
      'bad-delimiter': () => 'The separator must be one plain character. Choose another one.',
      damaged: () => 'The file is damaged or was cut off on its way. Download or export it again.',
      encrypted: () => 'The file is protected by a password. Remove the password in Excel or in the packing program, and add it again.',
      'packed-otherwise': () => 'The archive uses a method that browsers cannot unpack. Pack it again as a plain .zip, or unpack it first.',
      bomb: ({ ratio, from, limit }: Shown) =>
        `A part of this file grows to more than ${ratio} times its size when it is unpacked, as files meant to do harm do. Parts above ${from} may grow ${ratio} times, all together to ${limit}. If the file is sound, unpack it and add the table as CSV.`,
      'unpacks-too-large': ({ limit }: Shown) =>
        `Unpacked, this file is larger than ${limit}, the most that is read at once. Split it, or export it as CSV.`,
      'too-many-parts': ({ parts }: Shown) =>
        `There are more than ${parts} parts in this file, the most that is read. Put only the tables into the archive.`,
      'archive-empty': () => 'There is no file in this archive. Pack it again.',
      'foreign-entities': () =>
        'The workbook declares entities of its own, which can reach out or grow without bound; no spreadsheet program writes this. Save it anew in Excel.',
      'no-sheets': () => 'The workbook has no sheet with cells. Save the table as a sheet of its own.',
      'no-tables': () =>
        'There is no table in this file: neither rows of a web page nor a list of records. Export the orders as CSV or Excel.',
      'sheet-too-large': ({ rows, columns }: Shown) =>
        `The sheet goes beyond ${rows} rows or ${columns} columns, so it is no Excel sheet. Export it as CSV.`,
      'xls-too-large': ({ limit }: Shown) => `Old Excel workbooks are read up to ${limit}. Save this one as .xlsx or CSV.`,
      'xls-too-old': () => 'This workbook was written by a version of Excel before 1995. Open it in Excel and save it as .xlsx.',
      'json-broken': ({ line }: Shown) => `The JSON is not valid in record ${line}. Export it again, or check that it was not cut off.`,
      'json-too-deep': ({ depth }: Shown) => `The JSON is nested more than ${depth} levels deep. Export a flat list of records.`,
      'record-too-large': ({ limit }: Shown) => `One record of this file is larger than ${limit}. Export a list of smaller records.`,
      'too-many-rows': ({ rows }: Shown) =>
        `The file says it holds more than ${rows} rows, which no browser can take. Export a shorter period.`,
      'column-type': ({ column, type }: Shown) =>
        `The column “${column}” holds values of the type ${type}, which cannot be read here. Export it without that column, or as text.`,
      'parquet-failed': () =>
        'This Parquet file could not be read: it is damaged, or needs more memory than a page may use. Export it again, with smaller row groups or in several files.',
      stuck: () => 'Reading this file came to a halt and was stopped. Save it anew, or export it as CSV.',
      'gather-key': () => 'Orders can be read as one per customer and day only where a column says who bought; here none does.',
      'gather-amounts': () =>
        'Orders can be read as one per customer and day only where one column holds the paid amount as a plain number, such as 1234.50; signs and words beside it, or prices to be multiplied, have to be read row by row.',
      'gather-days': () =>
        'Orders can be read as one per customer and day only where times begin with the day, such as 2024-01-05 13:00; here most do not.',
      'gather-lines': () =>
        'Most order numbers stand in several rows: these are order lines, which have to be read row by row before they are orders.',
      'gather-refunds': () =>
        'Refunds stand in rows of their own, and have to be read row by row together with the orders that they take back: too many rows are left to save memory.',
      'formats-missing': () =>
        'The part of this page that reads such files could not be loaded. Check the connection, reload the page, and add the file again.'
    },
    faults: {
      'boot-failed':
        'The database could not be started in this browser. Reload the page, or use a current Chrome, Edge, Firefox or Safari.',
      'engine-lost':
        'The database in this page stopped, most often for want of memory. It is started again; if this repeats, close other tabs or split the file.',
      cancelled: 'It was cancelled.',
      sql: 'The file was read, but its columns could not be turned into orders. Check the columns chosen for time and amount.',
      refused: 'The database refused this step. Reload the page and add the file again.',
      'out-of-memory': 'The browser has too little memory for this file. Close other tabs, or split the file by year.',
      'unreadable-file': 'The file cannot be cut into a table. Check that it is an export of orders.'
    },
    unknown: 'Something went wrong that we did not foresee. Reload the page and add the file again.'
  },
  zh: {
    title: (file) => `${file} 无法使用`,
    kept: '之前的内容都没有变化。',
    wayOn: '可以换种方式继续，一种不够还可以再加一种：',
    ways: {
      columns: {
        label: '不读明细列',
        text: '不读商品、品类、渠道、地区、店铺、等级、件数和优惠。客户、订单、日期和金额都在，只是不能再按缺少的列筛选或拆分。'
      },
      days: {
        label: '每位客户每天合并成一行',
        text: '同一客户同一天的订单读成一行，金额相加。客户、购买次数、同期群、分层和金额都不变，每一行仍有交代。看不到的是：单个订单及其订单号、商品和明细行；两个文件里重复的订单也无法再识别。文件要读好几遍，需要几分钟。'
      },
      sample: {
        label: (of) => `每 ${of} 位客户取 1 位`,
        text: '每位客户保留全部订单，每一页都会标明数字来自样本。'
      }
    },
    codes: {
      'kind:xlsb': () => '这是 Excel 二进制工作簿（.xlsb）。请用 Excel 打开，另存为 .xlsx 后再添加。',
      'kind:ods': () => '这是 LibreOffice 表格（.ods）。请打开后另存为 .xlsx 或 CSV，再添加那个文件。',
      'kind:numbers': () => '这是 Apple Numbers 表格。请在 Numbers 里导出为 Excel 或 CSV，再添加那个文件。',
      'kind:document': () => '这是文档或演示文稿。请添加表格本身（Excel 或 CSV）。',
      'kind:archive': () => '浏览器无法打开这种压缩格式。请解压后添加，或改用 .zip、.gz 压缩。',
      'kind:image': () => '这是图片。请添加订单的 CSV 或 Excel 导出文件，而不是截图。',
      'kind:pdf': () => '这是 PDF 文档。请从店铺后台把订单导出为 CSV 或 Excel。',
      'kind:database': () => '这是数据库文件。请把订单所在的表导出为 CSV。',
      'kind:arrow': () => '这是 Arrow 或 Feather 文件。请另存为 Parquet 或 CSV（pandas 里用 df.to_parquet），再添加那个文件。',
      'kind:binary': () => '这不是能读取的表格。请从店铺后台把订单导出为 CSV 或 Excel。',
      empty: () => '文件是空的。请重新导出，并确认里面有数据行。',
      'header-only': () => '文件只有列名，下面没有数据行。请扩大导出的时间范围后再试。',
      'line-too-long': () => '前两百万个字符里没有换行，这不是按行排列的表格。请把订单导出为 CSV。',
      'too-many-columns': () => '文件超过 4,000 列。请检查分隔符，或按“一行一个订单”导出。',
      'bad-delimiter': () => '分隔符必须是一个普通字符，请换一个。',
      damaged: () => '文件已损坏，或在传输途中被截断。请重新下载或导出。',
      encrypted: () => '文件有密码保护。请在 Excel 或压缩软件里去掉密码后重新添加。',
      'packed-otherwise': () => '浏览器无法解开这种压缩方式。请重新压缩为普通的 .zip，或先解压。',
      bomb: ({ ratio, from, limit }) =>
        `文件里有一部分解压后超过原大小的 ${ratio} 倍，恶意文件才会这样。超过 ${from} 的部分最多可以膨胀 ${ratio} 倍，全部解压后最多 ${limit}。如果文件没有问题，请解压后以 CSV 添加。`,
      'unpacks-too-large': ({ limit }) => `文件解压后超过 ${limit}，超出一次能读取的上限。请拆分，或导出为 CSV。`,
      'too-many-parts': ({ parts }) => `文件里的部分超过 ${parts} 个，超出上限。请只把表格放进压缩包。`,
      'archive-empty': () => '压缩包里没有文件。请重新压缩。',
      'foreign-entities': () => '这个工作簿自带实体声明，可能对外访问或无限膨胀，表格软件不会这样写。请用 Excel 打开后重新保存。',
      'no-sheets': () => '工作簿里没有带单元格的工作表。请把表格保存为单独的工作表。',
      'no-tables': () => '文件里没有表格：既没有网页里的表，也没有成列表的记录。请把订单导出为 CSV 或 Excel。',
      'sheet-too-large': ({ rows, columns }) => `工作表超过 ${rows} 行或 ${columns} 列，不是正常的 Excel 工作表。请导出为 CSV。`,
      'xls-too-large': ({ limit }) => `旧版 Excel 工作簿最大可以读取 ${limit}。请另存为 .xlsx 或 CSV。`,
      'xls-too-old': () => '这个工作簿由 1995 年以前的 Excel 写成。请用 Excel 打开后另存为 .xlsx。',
      'json-broken': ({ line }) => `第 ${line} 条记录处的 JSON 格式不正确。请重新导出，或确认文件没有被截断。`,
      'json-too-deep': ({ depth }) => `JSON 嵌套超过 ${depth} 层。请导出为平铺的记录列表。`,
      'record-too-large': ({ limit }) => `文件里有一条记录超过 ${limit}。请导出为更小的记录。`,
      'too-many-rows': ({ rows }) => `文件自称超过 ${rows} 行，浏览器无法承载。请导出更短的时间段。`,
      'column-type': ({ column, type }) => `“${column}”列的类型 ${type} 无法读取。请去掉这一列，或转成文本后重新导出。`,
      'parquet-failed': () => '这个 Parquet 文件读取失败：文件已损坏，或所需内存超出了网页的上限。请重新导出，减小行组或拆成几个文件。',
      stuck: () => '读取这个文件时停住了，已被中止。请重新保存，或导出为 CSV。',
      'gather-key': () => '没有一列说明是谁买的，无法按客户和日期合并。',
      'gather-amounts': () =>
        '只有当一列直接写着实付金额、且是 1234.50 这样的纯数字时，才能边读边合并；带符号或文字的金额、需要用单价乘件数的金额，必须逐行读取。',
      'gather-days': () => '只有当时间以日期开头（如 2024-01-05 13:00）时，才能按客户和日期合并；这个文件大多不是。',
      'gather-lines': () => '大多数订单号占好几行，这是订单明细，要先逐行读取才能还原成订单，无法边读边合并。',
      'gather-refunds': () => '退款单独成行，必须和被退的订单一起逐行读取，剩下能合并的太少，省不下内存。',
      'formats-missing': () => '读取这类文件所需的页面组件没有加载成功。请检查网络，刷新页面后重新添加文件。'
    },
    faults: {
      'boot-failed': '数据库无法在本浏览器中启动。请刷新页面，或换用新版 Chrome、Edge、Firefox 或 Safari。',
      'engine-lost': '页面里的数据库中断了，多半是内存不足，正在重新启动。如果反复出现，请关闭其他标签页，或拆分文件。',
      cancelled: '已取消。',
      sql: '文件读好了，但所选的列无法变成订单。请检查时间和金额所选的列。',
      refused: '数据库拒绝了这一步。请刷新页面后重新添加文件。',
      'out-of-memory': '浏览器内存不足以读取这个文件。请关闭其他标签页，或按年份拆分文件。',
      'unreadable-file': '无法把文件解析成表格。请确认它是订单的导出文件。'
    },
    unknown: '发生了我们没有预料到的问题。请刷新页面后重新添加文件。'
  }
});
