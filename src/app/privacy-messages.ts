import { defineWords } from '../i18n/locale.ts';

/** Words of the Privacy page. */
export const PRIVACY = defineWords({
  en: {
    title: 'Privacy',
    about: 'Nothing you add leaves this browser. Here is how to check that yourself.',
    verdictGood: (count: string) =>
      `**0 bytes of your data sent.** All ${count} requests since this page was opened fetched parts of Regulars itself, from the place it came from.`,
    verdictBad: (count: number) =>
      `**${count} ${count === 1 ? 'request' : 'requests'} went to another place** than the one this page came from. An extension or a proxy may have added them; see the list.`,
    refused: (count: number) =>
      `${count} ${count === 1 ? 'attempt' : 'attempts'} to reach the network from inside the engine ${count === 1 ? 'was' : 'were'} refused before leaving.`,
    offlineTitle: 'Switch the network off and try',
    offlineText:
      'Pull the plug or turn Wi-Fi off, then add a file and open every page: all of it works, because none of it needs a server.',
    online: 'The network is on now.',
    offline: 'The network is off now, and everything here still works.',
    requests: 'Requests since this page was opened',
    requestsFinding: (page: string, worker: string) => `${page} by the page, ${worker} by the engine behind it.`,
    url: 'Address',
    from: 'By',
    at: 'After',
    bytes: 'Received',
    size: 'Bytes',
    state: 'Outcome',
    went: 'fetched',
    stopped: 'refused',
    by: { page: 'the page', 'engine worker': 'the engine', 'database worker': 'the database', 'formats worker': 'the file reader' },
    refresh: 'Look again',
    ms: (value: string) => `${value} ms`,
    stored: 'What is stored in this browser',
    storedNone: 'Nothing is stored.',
    storedText:
      'Your projects: the rows of your files, so that they are here again after a reload. Columns about persons that were left out are not among them. Where the browser can, also the way back to each file (in IndexedDB; nothing of what it holds), so that one click reads it again after you agree. Beside these, choices: language, theme, and how columns were understood. All of it stays in this browser.',
    space: (used: string, allowed: string) => `${used} are taken; this browser allows this page up to ${allowed}.`,
    project: (name: string) => `Project “${name}”`,
    place: 'Where',
    name: 'Name',
    places: {
      localStorage: 'Local storage',
      sessionStorage: 'Session storage',
      indexedDB: 'IndexedDB',
      caches: 'Cache',
      files: 'Private file system'
    },
    memory: 'In memory',
    memoryText: (files: string, orders: string) => `${files} with ${orders} orders`,
    memoryNone: 'No files.',
    forget: 'Forget everything',
    forgetWhy:
      'Deletes all projects and everything else that is stored, drops the files and the database from memory, and starts afresh. It cannot be taken back.',
    forgetting: 'Forgetting …',
    forgotten: 'Everything is forgotten. Nothing is stored in this browser any more and no file is in memory.',
    forgetFailed: 'Not everything could be deleted.',
    locks: 'How this is enforced',
    lockList: [
      'The page’s security policy allows connections to its own address only, and no foreign script, style or font.',
      'Inside the engine’s workers the network is switched off once they have started.',
      'The database is locked: no file access, no extensions, no attaching of other databases.',
      'The page has no account, no analytics and no error reporting.'
    ],
    settings: 'Settings',
    language: 'Language',
    theme: 'Theme'
  },
  zh: {
    title: '隐私',
    about: '您添加的任何内容都不会离开本浏览器。您可以在这里自己核对。',
    verdictGood: (count: string) =>
      `**您的数据发送了 0 字节。**打开页面以来共 ${count} 次请求，取的都是回头客自身的程序文件，且全部来自本页所在的地址。`,
    verdictBad: (count: number) => `**有 ${count} 次请求去了别处**，不是本页所在的地址。可能是浏览器扩展或代理加上的，请看下方列表。`,
    refused: (count: number) => `引擎内部有 ${count} 次联网尝试，在发出之前就被拒绝了。`,
    offlineTitle: '断开网络试一试',
    offlineText: '拔掉网线或关闭 Wi-Fi，再添加文件、打开每个页面：一切照常，因为根本不需要服务器。',
    online: '现在网络是连通的。',
    offline: '现在网络已断开，这里的一切仍可使用。',
    requests: '打开页面以来的请求',
    requestsFinding: (page: string, worker: string) => `页面发出 ${page} 次，后台引擎发出 ${worker} 次。`,
    url: '地址',
    from: '发起者',
    at: '时间',
    bytes: '接收',
    size: '字节数',
    state: '结果',
    went: '已获取',
    stopped: '已拒绝',
    by: { page: '页面', 'engine worker': '引擎', 'database worker': '数据库', 'formats worker': '文件读取' },
    refresh: '重新查看',
    ms: (value: string) => `${value} 毫秒`,
    stored: '本浏览器里存了什么',
    storedNone: '什么都没有存。',
    storedText:
      '您的项目：文件的明细，重新打开页面时即可恢复；没有采用的个人信息列不在其中。浏览器支持时，还会在 IndexedDB 中记住文件的位置（不含内容），经您同意后一键重新读取。此外还有您的选择：语言、外观，以及各列的对应关系。全部只留在本浏览器中。',
    space: (used: string, allowed: string) => `已占用 ${used}，本浏览器最多允许本页使用 ${allowed}。`,
    project: (name: string) => `项目“${name}”`,
    place: '位置',
    name: '名称',
    places: { localStorage: '本地存储', sessionStorage: '会话存储', indexedDB: 'IndexedDB', caches: '缓存', files: '私有文件系统' },
    memory: '内存中',
    memoryText: (files: string, orders: string) => `${files}，共 ${orders} 单`,
    memoryNone: '没有文件。',
    forget: '全部清除',
    forgetWhy: '删除所有项目和其他存储内容，并把文件和数据库从内存中清掉，从头开始。此操作无法恢复。',
    forgetting: '正在清除……',
    forgotten: '已全部清除。本浏览器里不再存有任何内容，内存中也没有文件。',
    forgetFailed: '有内容没能删除。',
    locks: '如何做到',
    lockList: [
      '页面的安全策略只允许连接自身地址，不加载任何外部脚本、样式或字体。',
      '引擎的后台线程启动之后，网络即被关闭。',
      '数据库已上锁：不能读写文件、不能加载扩展、不能挂载其他数据库。',
      '没有账号、没有统计埋点、没有错误上报。'
    ],
    settings: '设置',
    language: '语言',
    theme: '外观'
  }
});
