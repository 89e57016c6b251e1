import { defineWords } from '../../i18n/locale.ts';

/** Words about projects: what is kept, and what happened to it. */
export const PROJECTS = defineWords({
  en: {
    menu: 'Projects',
    phase: { idle: 'Projects', saving: 'Saving …', saved: 'Saved', unsaved: 'Not saved' },
    savedWhy: 'Kept in this browser: closing the tab loses nothing.',
    name: 'Name of this project',
    rename: 'Rename',
    others: 'Other projects',
    open: (name: string) => `Open ${name}`,
    about: (orders: string, day: string) => `${orders} orders · ${day}`,
    aboutEmpty: (day: string) => `no files yet · ${day}`,
    startNew: 'New project',
    startNewWhy: 'This one stays as it is.',
    draftsLost: 'Files that were not analysed yet are put away.',
    remove: 'Delete this project',
    removeSure: (name: string) => `Delete “${name}” with all its rows? This cannot be taken back.`,
    removeYes: 'Delete',
    removeNo: 'Keep',
    saveAs: 'Save as a file',
    saveRecipe: 'Recipe only',
    saveRecipeWhy: 'How files are understood and cleaned. No rows.',
    saveAll: 'With data',
    saveAllWhy: 'The rows as well: whoever has the file has the data.',
    openFile: 'Open a project file',
    opening: (name: string) => (name === '' ? 'Opening your project' : `Opening ${name}`),
    yours: 'Your projects',
    yoursWhy: 'Kept in this browser, nowhere else.',
    stored: (size: string) => `${size} in this browser`,
    lost: (files: string) =>
      `**${files} was not finished** when the page was closed, and nothing of it was kept. Everything before it is as it was. Add it again to go on.`,
    copyTitle: 'Kept as a project of its own',
    copyText:
      'This project was changed in another tab meanwhile. So that neither loses anything, what you did here was kept as a copy; the other is in the list of projects.',
    copySuffix: (name: string) => `${name} (copy)`,
    troubleTitle: {
      damaged: 'The project could not be opened',
      newer: 'This project needs a newer Regulars',
      gone: 'The project is not there any more',
      rebuilt: 'The tables were made anew',
      missing: 'Some files must be picked again'
    },
    trouble: {
      damaged: 'What was kept of it cannot be read. Add its files again; other projects are not touched.',
      newer: 'It was saved by a later version. Load the page anew to get that version; nothing was changed.',
      gone: 'It was deleted, here or in another tab. Add files to begin a new one.',
      rebuilt: 'They were damaged or missing, so they were built again from the rows of your files. Every number is as before.',
      missing: (files: string) => `The rows of ${files} are not in this browser any more. Add these files again, then analyse.`
    },
    unsavedTitle: 'This work is not saved',
    unsaved: {
      full: 'The browser has no room left for it. Go on working: it is held in memory. To save it, delete another project, or save this one as a file.',
      unavailable:
        'This browser gives the page no place to keep files, as in a private window. Go on working: it is held in memory until the tab closes. Save it as a file to keep it.',
      other: 'Writing it failed. Go on working: it is held in memory until the tab closes.'
    },
    again: 'Save again',
    refusedTitle: (file: string) => `${file} could not be opened`,
    refused: {
      damaged: 'It is not whole, or not a project file. Nothing was changed.',
      newer: 'It was made by a newer Regulars. Load the page anew, then try again.',
      foreign: 'It is not a project file of Regulars. Nothing was changed.'
    },
    recipeReady: (files: string) => `The recipe is here. Add files like ${files}: they are understood as it says.`
  },
  zh: {
    menu: '项目',
    phase: { idle: '项目', saving: '正在保存……', saved: '已保存', unsaved: '未保存' },
    savedWhy: '保存在本浏览器中，关闭标签页也不会丢失。',
    name: '当前项目的名称',
    rename: '重命名',
    others: '其他项目',
    open: (name: string) => `打开 ${name}`,
    about: (orders: string, day: string) => `${orders} 单 · ${day}`,
    aboutEmpty: (day: string) => `还没有文件 · ${day}`,
    startNew: '新建项目',
    startNewWhy: '当前项目保持原样。',
    draftsLost: '尚未分析的文件会被移除。',
    remove: '删除当前项目',
    removeSure: (name: string) => `确定删除“${name}”及其全部数据吗？删除后无法恢复。`,
    removeYes: '删除',
    removeNo: '保留',
    saveAs: '存为文件',
    saveRecipe: '只存配方',
    saveRecipeWhy: '字段对应与清洗规则，不含任何明细。',
    saveAll: '连同数据',
    saveAllWhy: '包含明细：拿到文件的人就拿到数据。',
    openFile: '打开项目文件',
    opening: (name: string) => (name === '' ? '正在打开项目' : `正在打开 ${name}`),
    yours: '您的项目',
    yoursWhy: '只保存在本浏览器中。',
    stored: (size: string) => `在本浏览器中占用 ${size}`,
    lost: (files: string) => `**${files} 尚未处理完**页面就关闭了，没有留下任何半成品，之前的内容完好无损。请重新添加后继续。`,
    copyTitle: '已另存为新项目',
    copyText: '这个项目在另一个标签页里也改动过。为了两边都不丢失，您在这里的改动已另存为副本，另一份在项目列表中。',
    copySuffix: (name: string) => `${name}（副本）`,
    troubleTitle: {
      damaged: '项目打不开',
      newer: '需要更新版本的回头客',
      gone: '项目已不存在',
      rebuilt: '数据表已重新生成',
      missing: '有文件需要重新选择'
    },
    trouble: {
      damaged: '保存的内容无法读取。请重新添加文件，其他项目不受影响。',
      newer: '它由更新的版本保存。请重新加载页面以获取新版本，内容没有任何改动。',
      gone: '它已在这里或另一个标签页中被删除。添加文件即可新建项目。',
      rebuilt: '原来的数据表损坏或缺失，已用您文件的明细重新生成，所有数字与之前一致。',
      missing: (files: string) => `${files} 的明细已不在本浏览器中。请重新添加这些文件，再开始分析。`
    },
    unsavedTitle: '当前内容没有保存',
    unsaved: {
      full: '浏览器的存储空间不够了。可以继续使用，数据在内存中。若要保存，请删除其他项目，或把当前项目存为文件。',
      unavailable: '浏览器没有给本页保存文件的空间（例如无痕窗口）。可以继续使用，数据在内存中，关闭标签页即消失；存为文件即可保留。',
      other: '写入失败。可以继续使用，数据在内存中，关闭标签页即消失。'
    },
    again: '再次保存',
    refusedTitle: (file: string) => `打不开 ${file}`,
    refused: {
      damaged: '文件不完整，或者不是项目文件。没有任何改动。',
      newer: '它由更新版本的回头客生成。请重新加载页面后再试。',
      foreign: '这不是回头客的项目文件。没有任何改动。'
    },
    recipeReady: (files: string) => `配方已就绪。添加与 ${files} 同类的文件，就会按它来识别。`
  }
});
