import { beforeEach, expect, test } from 'vitest';
import { flushSync } from 'svelte';
import { Resource } from './resource.svelte.ts';
import { View } from './view.svelte.ts';

beforeEach(() => history.replaceState(null, '', '#/'));
const stored = { language: () => 'en' as const };

test('an address typed by hand is the view', () => {
  history.replaceState(null, '', '#/segments?template=cn8&split=mean&asof=2019-06-30&lang=zh');
  const view = new View(stored);
  expect(view.page).toBe('segments');
  expect(view.locale).toBe('zh');
  expect(view.choice('template', ['west11', 'cn8'])).toBe('cn8');
  expect(view.choice('split', ['median', 'own'])).toBe('median');
  expect(view.day('asof')).toEqual(new Date('2019-06-30'));
  expect(view.day('from')).toBeNull();
});

test('what was chosen is in the address, and going back takes it back', async () => {
  const view = new View(stored);
  view.go('retention', { grain: 'week' });
  view.set({ kind: 'rolling', asof: '2020-01-31' });
  expect(location.hash).toBe('#/retention?grain=week&kind=rolling&asof=2020-01-31');
  history.back();
  await expect.poll(() => view.params.get('kind')).toBeNull();
  expect(view.params.get('grain')).toBe('week');
});

test('links keep the as-of date, the filters and the language, and drop what belongs to a page', () => {
  history.replaceState(null, '', '#/segments?template=cn8&asof=2019-06-30&channel=app&lang=zh');
  const view = new View(stored);
  expect(view.link('churn', { rule: 'gap' })).toBe('#/churn?asof=2019-06-30&channel=app&lang=zh&rule=gap');
});

test('how a page counts is kept: it stands in its address when it is opened again, and in no other', () => {
  const kept: Record<string, string | null> = {};
  const view = new View(stored);
  view.keep({
    namesOf: (page) => (page === 'churn' ? ['rule', 'days', 'k'] : []),
    kept: () => Object.fromEntries(Object.entries(kept).filter((one): one is [string, string] => one[1] !== null)),
    settle: (values) => Object.assign(kept, values)
  });
  view.go('churn');
  expect(location.hash).toBe('#/churn');
  view.set({ rule: 'gap' });
  view.set({ k: 3 });
  expect(kept).toEqual({ rule: 'gap', k: '3', days: null });
  view.go('retention', { days: 30 });
  expect(location.hash).toBe('#/retention?days=30');
  view.go('churn', { asof: '2020-01-31' });
  expect(location.hash).toBe('#/churn?asof=2020-01-31&rule=gap&k=3');
  // An address that says it itself is taken at its word, and changes nothing that is kept.
  view.go('churn', { rule: 'days' });
  expect(location.hash).toBe('#/churn?asof=2020-01-31&rule=days');
  expect(view.params.get('k')).toBeNull();
  expect(kept['rule']).toBe('gap');
  view.set({ rule: null, k: null });
  view.go('churn');
  expect(location.hash).toBe('#/churn?asof=2020-01-31');
});

test('how an address says that a page counts holds on the other pages of this visit, until another project is opened', () => {
  let kept: Record<string, string> = { rule: 'days' };
  const view = new View(stored);
  view.keep({
    namesOf: (page) => (page === 'churn' ? ['rule', 'k'] : []),
    kept: () => kept,
    settle: (values) => void (kept = { ...kept, ...values } as typeof kept)
  });
  const rule = () => view.countingOf('churn').choice('rule', ['days', 'gap']);
  view.go('churn', { rule: 'gap', k: 3 });
  view.go('overview');
  expect([rule(), kept['rule']]).toEqual(['gap', 'days']);
  view.go('churn');
  expect(location.hash).toBe('#/churn?rule=gap&k=3');
  view.set({ k: 4 });
  view.go('overview');
  expect(view.countingOf('churn').number('k', 2)).toBe(4);
  kept = {};
  expect(rule()).toBe('days');
  view.go('churn');
  expect(location.hash).toBe('#/churn');
});

test('a shared address says how other pages count, too, to somebody who keeps nothing', () => {
  const namesOf = (page: string) => (page === 'churn' ? ['rule', 'k'] : page === 'overview' ? ['template'] : []);
  history.replaceState(null, '', '#/overview?template=cn8&asof=2020-01-31');
  const sender = new View(stored);
  sender.keep({ namesOf, kept: () => ({ rule: 'gap', k: '3', template: 'west11' }), settle: () => undefined });
  const address = sender.shared(['overview', 'churn']);
  expect(address).toBe('#/overview?template=cn8&asof=2020-01-31&lang=en&churn.rule=gap&churn.k=3');

  history.replaceState(null, '', address);
  const reader = new View(stored);
  const kept = {};
  reader.keep({ namesOf, kept: () => kept, settle: () => undefined });
  const rule = () => reader.countingOf('churn').choice('rule', ['days', 'gap']);
  expect(rule()).toBe('gap');
  expect(reader.shared(['churn'])).toBe(address);
  reader.go('segments');
  expect([rule(), location.hash]).toEqual(['gap', '#/segments?asof=2020-01-31&lang=en']);
  reader.go('churn');
  expect(location.hash).toBe('#/churn?asof=2020-01-31&lang=en&rule=gap&k=3');
});

test('numbers out of bounds and half a date are not taken', () => {
  history.replaceState(null, '', '#/churn?days=0&k=abc&asof=2019-13-45');
  const view = new View(stored);
  expect(view.number('days', 90, 1)).toBe(90);
  expect(view.number('k', 2)).toBe(2);
  expect(view.day('asof')).toBeNull();
});

test('a late answer never shows, the last good one stays until the next is there', async () => {
  const resource = new Resource<string>();
  const slow = Promise.withResolvers<string>();
  const quick = Promise.withResolvers<string>();
  const signals: AbortSignal[] = [];
  resource.load((signal) => (signals.push(signal), slow.promise));
  resource.load((signal) => (signals.push(signal), quick.promise));
  expect(signals[0]?.aborted).toBe(true);
  quick.resolve('new');
  await expect.poll(() => resource.value).toBe('new');
  slow.resolve('old');
  await slow.promise;
  flushSync();
  expect(resource.value).toBe('new');
  resource.load(() => new Promise<string>(() => undefined));
  expect([resource.value, resource.isStale]).toEqual(['new', true]);
});

test('an error keeps the last value beside it', async () => {
  const resource = new Resource<string>();
  resource.load(() => Promise.resolve('good'));
  await expect.poll(() => resource.value).toBe('good');
  resource.load(() => Promise.reject(new Error('no')));
  await expect.poll(() => resource.error).toBeInstanceOf(Error);
  expect(resource.value).toBe('good');
});

test('how a page counts can be asked while another is open: by what is kept, then by its address', () => {
  let kept: Record<string, string> = { rule: 'gap', k: '3' };
  const view = new View(stored);
  view.keep({ namesOf: (page) => (page === 'churn' ? ['rule', 'k'] : []), kept: () => kept, settle: () => undefined });
  const read = () => {
    const { key, choice, number } = view.countingOf('churn');
    return { key, rule: choice('rule', ['days', 'gap']), k: number('k', 2, 1, 10) };
  };
  expect(read()).toEqual({ key: '["gap","3"]', rule: 'gap', k: 3 });
  kept = { rule: 'nonsense', k: '99' };
  expect(read()).toMatchObject({ rule: 'days', k: 2 });
  view.go('churn', { rule: 'gap', k: 4 });
  expect(read()).toEqual({ key: '["gap","4"]', rule: 'gap', k: 4 });
});
