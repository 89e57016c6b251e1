import { expect, test } from 'vitest';
import { Quiet } from './quiet.ts';

const after = (ms: number) => new Promise<number>((resolve) => setTimeout(() => resolve(ms), ms));

test('it is quiet when every answer is there and no other question came', async () => {
  const quiet = new Quiet(20, 10_000);
  await quiet.reached();
  quiet.disturb();
  const events: string[] = [];
  await Promise.all([
    quiet.until(after(30)).then(() => events.push('one')),
    quiet.until(after(150)).then(() => events.push('two')),
    quiet.reached().then(() => events.push('quiet'))
  ]);
  expect(events).toEqual(['one', 'two', 'quiet']);
});

test('nobody waits for quiet for ever', async () => {
  const quiet = new Quiet(20, 100);
  void quiet.until(new Promise(() => undefined));
  await expect(quiet.reached()).resolves.toBeUndefined();
});

test('nobody waits while the page may end', async () => {
  const quiet = new Quiet(60_000, 120_000);
  void quiet.until(new Promise(() => undefined));
  const waiting = quiet.reached();
  quiet.hurry(true);
  await expect(waiting).resolves.toBeUndefined();
  await expect(quiet.reached()).resolves.toBeUndefined();
  quiet.hurry(false);
  const again = quiet.reached();
  expect(await Promise.race([again.then(() => 'quiet'), after(100)])).toBe(100);
  quiet.hurry(true);
  await again;
});
