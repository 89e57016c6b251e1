import { expect, test } from 'vitest';
import { Quiet } from './quiet.ts';

test('it is quiet when every answer is there and no other question came', async () => {
  const quiet = new Quiet(20, 10_000);
  const events: string[] = [];
  const first = Promise.withResolvers<string>();
  const second = Promise.withResolvers<string>();
  const reached = quiet.reached().then(() => events.push('quiet'));
  await reached;
  quiet.disturb();
  const later = quiet.reached().then(() => events.push('quiet again'));
  const answers = [quiet.until(first.promise), quiet.until(second.promise)];
  first.resolve('one');
  events.push(await (answers[0] as Promise<string>));
  await new Promise((resolve) => setTimeout(resolve, 120));
  second.resolve('two');
  events.push(await (answers[1] as Promise<string>));
  await later;
  expect(events).toEqual(['quiet', 'one', 'two', 'quiet again']);
});

test('nobody waits for quiet for ever', async () => {
  const quiet = new Quiet(20, 100);
  void quiet.until(new Promise(() => undefined));
  await quiet.reached();
  expect.assertions(0);
});
