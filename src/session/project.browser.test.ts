import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { startEngine } from '../../test/browser/engine.ts';
import { emptyBrowser, emptyEngine, filesOf, month, openTab, type Tab } from '../../test/browser/tab.ts';
import { readProjectFile } from './project-file.ts';

const [ENGINE, OTHER_ENGINE] = [startEngine(), startEngine()];
beforeEach(async () => {
  await emptyBrowser();
  for (const engine of [ENGINE, OTHER_ENGINE]) await emptyEngine(engine);
});
afterEach(() => allow(null));

/** Room for so many bytes, or as much as there is. */
async function allow(bytes: number | null): Promise<void> {
  const session = cdp() as unknown as { send(method: string, params: object): Promise<unknown> };
  const quota = bytes === null ? {} : { quotaSize: bytes };
  await session.send('Storage.overrideQuotaForOrigin', { origin: location.origin, ...quota });
}

/** A tab with a shop of one month, saved. */
async function shopOf(orders: number, engine = ENGINE): Promise<Tab> {
  const tab = openTab(engine);
  await tab.opened();
  await tab.project.add([month(1, orders)]);
  expect(await tab.project.analyse()).toBe(true);
  await tab.saved();
  expect(tab.keeper.phase).toBe('saved');
  return tab;
}

/** The next visit: what was open last is open again. */
async function nextVisit(engine = ENGINE): Promise<Tab> {
  const tab = openTab(engine);
  await tab.opened();
  return tab;
}

describe('files that are read again', () => {
  /** A file on the disk with the way to it, and a way to write it. */
  async function onDisk(name: string) {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('the-users-disk', { create: true });
    const handle = await folder.getFileHandle(name, { create: true });
    const write = async (file: File) => {
      const stream = await handle.createWritable();
      await stream.write(file);
      await stream.close();
    };
    return { handle, write, remove: () => folder.removeEntry(name) };
  }

  test('join the shop in the place of what they were, also in the next visit; others stay', async () => {
    const { handle, write, remove } = await onDisk('month-1.csv');
    await write(month(1, 50));
    const first = openTab(ENGINE);
    const file = await handle.getFile();
    first.project.origins.note({ file, handle });
    await first.project.add([file, month(2, 30)]);
    await first.project.analyse();
    await first.saved();
    expect(await first.numbers()).toMatchObject({ orders: 80 });

    const { project, numbers, saved } = await nextVisit();
    expect(project.facts?.orders).toBe(80);
    expect(project.origins.known.size).toBe(1);
    expect(await project.readAgain()).toMatchObject({ isChanged: false, same: ['month-1.csv'] });
    await write(month(1, 70));
    expect(await project.readAgain()).toMatchObject({ isChanged: true, isBuilt: true });
    expect(await numbers()).toMatchObject({ orders: 100 });
    expect(project.sources.map((one) => one.file.name)).toEqual(['month-2.csv', 'month-1.csv']);
    expect(project.change).toMatchObject({ before: { orders: 80 }, after: { orders: 100 } });
    await saved();
    await remove();
    expect(await project.readAgain()).toMatchObject({ isChanged: false, gone: ['month-1.csv'] });
    expect(await numbers()).toMatchObject({ orders: 100 });
  });
});

describe('next month', () => {
  test('joins the shop at once where nothing is to be asked, and can be taken out; what drifted waits', async () => {
    const { project, numbers, saved } = await shopOf(50);
    expect(await project.add([month(2, 30)])).toBe(true);
    expect(project.change?.files).toMatchObject([{ name: 'month-2.csv', rows: 30, drift: null, isFirst: false }]);
    expect(await numbers()).toMatchObject({ orders: 80 });
    await project.takeOut(project.change?.files.map(({ id }) => id) ?? []);
    await project.add([new File(['email,nps,comment\na@x.test,9,fine\nb@x.test,3,slow\nc@x.test,8,ok'], 'survey.csv')]);
    await project.analyse();
    expect(project.change?.files).toMatchObject([{ name: 'survey.csv', drift: null, isFirst: true }]);
    await project.takeOut(project.change?.files.map(({ id }) => id) ?? []);
    expect(await numbers()).toMatchObject({ orders: 50 });
    expect(await project.add([month(3, 30, 'channel')])).toBe(false);
    expect(project.drafts).toHaveLength(1);
    expect(await numbers()).toMatchObject({ orders: 50 });
    await saved();
  });

  test('people are looked up by the column that finds them, and by a phone that was asked for, also in a later visit', async () => {
    const phone = (at: number) => `1380000${1000 + at}`;
    const lines = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at)).join('\n');
    const orders = `订单编号,买家会员名,订单付款时间,买家实际支付金额,订单状态,联系手机\n${lines(60, (at) => `T${at},b${at % 30},2024-01-${10 + (at % 18)} 10:00:00,10,交易成功,'${phone(at % 30)}`)}`;
    const visits = `user_id,member id,event,event_time\n${lines(20, (at) => `u${at},b${at},visit,2024-01-05 10:00:${10 + at}`)}`;
    const survey = (from: number) =>
      new File(
        [`提交答卷时间,手机号,您有多大可能推荐我们？\n${lines(20, (at) => `2024/02/01 12:00:${10 + at},${phone(from + at)},9`)}`],
        `nps-${from}.csv`
      );
    const { project, saved } = openTab(ENGINE);
    await project.add([new File([orders], 'list.csv'), new File([visits], 'visits.csv'), survey(0)]);
    expect(project.drafts[1]?.mapping.roles).toEqual([null, 'customer', 'event_name', 'event_time']);
    const [list] = project.drafts;
    if (list) await project.revise(list, { kind: 'role', column: 5, role: 'phone' });
    await project.analyse();
    expect(project.facts?.matches).toMatchObject([{ matchedKeys: 20 }, { matchedKeys: 20 }]);
    await saved();

    const next = await nextVisit(OTHER_ENGINE);
    expect([await next.project.add([survey(25)]), next.project.failures]).toEqual([true, []]);
    expect(next.project.facts?.matches?.[2]).toMatchObject({ file: 'nps-25.csv', keys: 20, matchedKeys: 5 });
    await next.saved();
  });

  test('of which a file was removed has it again at one click, also in a later visit, until it is thrown away', async () => {
    const { project, keeper, numbers, saved } = await shopOf(50);
    await project.add([month(2, 30)]);
    await saved();
    const before = await numbers();
    const [first, second] = project.sources.map(({ id }) => id);
    await project.takeOut([first ?? '']);
    expect(await numbers()).toMatchObject({ orders: 30 });
    expect(keeper.removed.map(({ draft }) => draft.file.name)).toEqual(['month-1.csv']);
    expect(await project.putBack([first ?? ''])).toBe(true);
    expect([project.sources.map(({ id }) => id), keeper.removed, await numbers()]).toEqual([[first, second], [], before]);
    await project.takeOut([first ?? '', second ?? '']);
    expect([project.facts, project.sources]).toEqual([null, []]);
    await saved();

    const next = await nextVisit();
    expect([next.project.facts, next.keeper.removed.length]).toEqual([null, 2]);
    // What is sent to somebody else holds nothing of it.
    const sent = await readProjectFile(await next.keeper.asFile(next.project));
    expect([sent.data?.manifest.removed, sent.data?.parts.size]).toEqual([[], 0]);
    expect(await next.project.putBack([first ?? '', second ?? ''])).toBe(true);
    expect(await next.numbers()).toEqual(before);
    await next.saved();
    await next.project.takeOut([second ?? '']);
    await next.saved();
    await next.keeper.throwAway(second ?? '');
    expect((await nextVisit()).keeper.removed).toEqual([]);
  });

  test('is not called saved while a change is under way, until its manifest is written', async () => {
    const { project, keeper, store, saved } = await shopOf(50);
    const repair = { kind: 'amounts', way: 'winsorise', k: 3, low: 0, high: 40, currency: null } as const;
    const told: string[] = [];
    const repairing = project.repair([repair]);
    told.push(keeper.phase);
    expect(await repairing).toBe(true);
    told.push(keeper.phase);
    await expect.poll(() => keeper.phase, { interval: 1 }).toBe('saved');
    expect((await store.read(keeper.id ?? ''))?.facts?.repairs).toHaveLength(1);
    const naming = keeper.rename('Another name');
    told.push(keeper.phase);
    await naming;
    told.push(keeper.phase);
    expect((await store.read(keeper.id ?? ''))?.name).toBe('Another name');
    const undoing = project.repair([]);
    told.push(keeper.phase);
    await undoing;
    await saved();
    expect([...told, keeper.phase]).toEqual(['saving', 'saving', 'saving', 'saved', 'saving', 'saved']);
    expect((await nextVisit()).project.facts?.repairs ?? []).toEqual([]);

    // A page that ended between the word and the deed.
    const kept = await store.read(keeper.id ?? '');
    if (kept) await store.write(keeper.id ?? '', { ...kept, repairs: [repair] });
    const next = await nextVisit(OTHER_ENGINE);
    await expect.poll(() => next.project.facts?.repairs?.length, { timeout: 20_000 }).toBe(1);
    await next.saved();
    expect((await store.read(keeper.id ?? ''))?.facts?.repairs).toHaveLength(1);
  });

  test('how pages count stays with the project, and goes out with its recipe', async () => {
    const { keeper } = await shopOf(20);
    await keeper.define({ rule: 'gap', k: '3', days: null });
    const recipe = await keeper.asFile(null);
    expect((await readProjectFile(recipe)).definitions).toEqual({ rule: 'gap', k: '3' });
    const next = await nextVisit();
    expect(next.keeper.definitions).toEqual({ rule: 'gap', k: '3' });
    // It is no change of the data: another tab that saves keeps the project as it is.
    await next.keeper.define({ k: null });
    expect(next.keeper.definitions).toEqual({ rule: 'gap' });
    await next.project.keep();
    expect(next.keeper.isCopy).toBe(false);
    await next.project.openFile(new File([recipe], 'shop.regulars'));
    expect(next.keeper.definitions).toEqual({ rule: 'gap', k: '3' });
    expect(next.project.facts).toBeNull();
  });
});

describe('without room on the disk', () => {
  test('the state before stays whole, the work goes on, leaves as a file, and is saved once there is room', async () => {
    const { project, keeper, numbers, saved } = await shopOf(50);
    const { usage = 0 } = await navigator.storage.estimate();
    await allow(usage + 20_000);
    await project.add([month(2, 20_000)]);
    await saved();
    expect([keeper.phase, keeper.fault]).toEqual(['unsaved', 'full']);
    expect(await numbers()).toMatchObject({ orders: 20_050 });
    const whole = await readProjectFile(await keeper.asFile(project));
    expect(whole.data?.manifest.facts?.orders).toBe(20_050);
    expect(whole.data?.manifest.sources.map(({ rows }) => rows?.parts.length)).toEqual([1, 1]);

    const other = await nextVisit(OTHER_ENGINE);
    expect(other.project.facts?.orders).toBe(50);
    other.keeper.leave();
    localStorage.setItem('regulars.project', keeper.id ?? '');
    await allow(null);
    await project.keep();
    expect([keeper.phase, keeper.fault]).toEqual(['saved', null]);
    expect((await nextVisit()).project.facts?.orders).toBe(20_050);
  });

  test('a shop without the rows of its files takes less; adding to it asks for those files', async () => {
    const { project, keeper, saved } = await shopOf(50);
    await keeper.saveLean(project.facts, project.sources);
    await saved();
    expect([keeper.phase, keeper.rowless]).toEqual(['saved', ['month-1.csv']]);
    const next = await nextVisit();
    expect(next.project.facts?.orders).toBe(50);
    await next.project.add([month(2, 30)]);
    expect(next.project.trouble).toEqual({ kind: 'missing', files: ['month-1.csv'] });
    expect(next.project.facts?.orders).toBe(50);
    await next.project.add([month(1, 50)]);
    expect([await next.project.analyse(), next.project.failures, next.project.trouble]).toEqual([true, [], null]);
    expect(await next.numbers()).toMatchObject({ orders: 80 });
  });
});

test('where the browser gives no place for files the work goes on, is told, and leaves as a file', async () => {
  const { project, keeper, numbers, saved } = openTab(ENGINE, () => Promise.reject(new DOMException('no', 'SecurityError')));
  await project.add([month(1, 50)]);
  await project.analyse();
  await saved();
  expect([keeper.phase, keeper.fault]).toEqual(['unsaved', 'unavailable']);
  expect([await project.add([month(2, 30)]), project.failures, project.trouble, project.drafts]).toEqual([true, [], null, []]);
  expect(await numbers()).toMatchObject({ orders: 80 });
  await saved();
  const { data } = await readProjectFile(await keeper.asFile(project));
  expect(data?.manifest.facts?.orders).toBe(80);
});

describe('what is damaged on the disk', () => {
  /** Cuts the files of a project whose names `which` matches. */
  async function cut(id: string | null, which: RegExp): Promise<void> {
    const files = (await filesOf(`projects/${id ?? ''}`)).filter(({ name }) => which.test(name));
    expect(files.length).toBeGreaterThan(0);
    for (const { handle } of files) {
      const stream = await handle.createWritable({ keepExistingData: true });
      await stream.truncate(7);
      await stream.close();
    }
  }

  test('tables are made anew from the rows, and that is told', async () => {
    const { keeper, store } = await shopOf(50);
    const manifest = await store.read(keeper.id ?? '');
    const [part] = manifest?.tables.flatMap(({ parts }) => parts) ?? [];
    await cut(keeper.id, new RegExp(`^${part?.file ?? 'none'}$`));
    const next = await nextVisit();
    await expect.poll(() => next.project.trouble, { timeout: 20_000 }).toEqual({ kind: 'rebuilt' });
    expect(await next.numbers()).toMatchObject({ orders: 50 });
    await next.saved();
  });

  test('where the rows are damaged, too, their files are asked for by name', async () => {
    const { keeper } = await shopOf(50);
    await cut(keeper.id, /\.rows$/);
    const { project, numbers } = await nextVisit();
    await expect.poll(() => project.trouble, { timeout: 20_000 }).toEqual({ kind: 'missing', files: ['month-1.csv'] });
    await project.add([month(1, 50)]);
    expect(await project.analyse()).toBe(true);
    expect(project.trouble).toBeNull();
    expect(await numbers()).toMatchObject({ orders: 50 });
  });

  test('a project that cannot be read is told, is in the list, and can be deleted; the others are as they were', async () => {
    const good = await shopOf(30);
    await good.project.startNew();
    await good.project.add([month(2, 50)]);
    await good.project.analyse();
    await good.saved();
    const bad = good.keeper.id ?? '';
    await cut(bad, /\.json$/);
    const { project, keeper } = await nextVisit();
    expect(project.trouble).toMatchObject({ kind: 'damaged', id: bad });
    expect(keeper.id).toBeNull();
    await keeper.look();
    expect(keeper.projects.map(({ fault, orders }) => [fault, orders])).toEqual([
      [null, 30],
      ['damaged', null]
    ]);
    await project.delete(bad);
    expect(keeper.projects.map(({ fault }) => fault)).toEqual([null]);
    await project.open(keeper.projects[0]?.id ?? '');
    expect(project.facts?.orders).toBe(30);
  });

  test('of a save that was cut off nothing is seen, and nothing is left', async () => {
    const { keeper, store } = await shopOf(50);
    const id = keeper.id ?? '';
    await store.writePart(id, 'half-a-part.rows', new Blob(['xxx']));
    const folder = await (await (await navigator.storage.getDirectory()).getDirectoryHandle('projects')).getDirectoryHandle(id);
    const stream = await (await folder.getFileHandle('999.json', { create: true })).createWritable();
    await stream.write('{"format":"regulars project","version":2,"name":"ha');
    await stream.close();
    keeper.leave();
    localStorage.setItem('regulars.project', id);
    const next = await nextVisit();
    expect(next.project.trouble).toBeNull();
    expect(await next.numbers()).toMatchObject({ orders: 50 });
    await expect.poll(async () => (await filesOf(`projects/${id}`)).map(({ name }) => name)).not.toContain('half-a-part.rows');
    await next.project.add([month(2, 30)]);
    await next.saved();
    expect(next.keeper.isCopy).toBe(false);
    expect((await nextVisit(OTHER_ENGINE)).project.facts?.orders).toBe(80);
  });
});

describe('two tabs', () => {
  test('that import at once both keep all they have: one the project, the other a copy', async () => {
    const one = await shopOf(50);
    const other = await nextVisit(OTHER_ENGINE);
    await Promise.all([one.project.add([month(2, 30)]), other.project.add([month(3, 40)])]);
    await Promise.all([one.saved(), other.saved()]);
    expect([await one.numbers(), await other.numbers()]).toMatchObject([{ orders: 80 }, { orders: 90 }]);
    expect([one.keeper.isCopy, other.keeper.isCopy].sort()).toEqual([false, true]);
    await one.keeper.look();
    expect(one.keeper.projects.map(({ orders }) => orders).sort()).toEqual([80, 90]);
  });

  test('of which one changes the data: the other learns it, and shows them when it is asked to', async () => {
    const one = await shopOf(50);
    const other = await nextVisit(OTHER_ENGINE);
    expect(other.keeper.isBehind).toBe(false);
    await one.keeper.rename('The same data');
    await one.project.add([month(2, 30)]);
    await one.saved();
    await expect.poll(() => other.keeper.isBehind).toBe(true);
    expect([await other.numbers(), one.keeper.isBehind]).toMatchObject([{ orders: 50 }, false]);
    await other.project.open(one.keeper.id ?? '');
    expect([await other.numbers(), other.keeper.isBehind, other.keeper.name]).toMatchObject([{ orders: 80 }, false, 'The same data']);
  });

  test('of which one forgets everything: the other learns it, holds nothing, and writes nothing back', async () => {
    const one = await shopOf(50);
    const other = await nextVisit(OTHER_ENGINE);
    const adding = other.project.add([month(3, 20_000)]);
    await one.project.forget(emptyBrowser);
    await adding;
    await expect.poll(() => other.project.notice, { timeout: 20_000 }).toBe('forgotten-elsewhere');
    await other.opened();
    expect([other.project.facts, other.project.sources, other.keeper.id]).toEqual([null, [], null]);
    expect([Object.keys(localStorage), await filesOf('projects')]).toEqual([[], []]);
    // It goes on as a first visit would.
    await other.project.add([month(1, 20)]);
    await other.project.analyse();
    await other.saved();
    await expect.poll(() => other.keeper.projects.map(({ orders }) => orders)).toEqual([20]);
  });
});
