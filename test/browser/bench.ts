import type { Component, ComponentProps } from 'svelte';
import { render } from 'vitest-browser-svelte';
import type { Answer } from '../../src/engine/answer.ts';
import { formatFor } from '../../src/i18n/format.ts';
import type { Workbench } from '../../src/session/context.ts';
import { Resource } from '../../src/session/resource.svelte.ts';
import { Storage } from '../../src/session/storage.ts';
import { View } from '../../src/session/view.svelte.ts';
import Bench from './Bench.svelte';

/** What the frame reads of a project in which nothing goes on. */
export const EMPTY_PROJECT = {
  status: 'ready',
  drafts: [],
  sources: [],
  work: null,
  failures: [],
  notice: null,
  trouble: null,
  opening: null,
  change: null,
  keeper: {
    id: null,
    name: '',
    phase: 'idle',
    fault: null,
    isCopy: false,
    projects: [],
    recipes: [],
    rowless: [],
    removed: [],
    isBehind: false,
    repairs: [],
    look: () => Promise.resolve()
  },
  unfinished: { lost: [] },
  origins: { known: new Map(), note: () => undefined }
};

/** A workbench with a real address and no data; what a test needs beside it goes into `more`. */
export function workbench(more: Partial<Workbench> = {}): Workbench {
  const storage = new Storage(null, ['en']);
  const view = new View(storage);
  return {
    view,
    storage,
    project: { ...EMPTY_PROJECT, facts: null } as unknown as Workbench['project'],
    get locale() {
      return view.locale;
    },
    get format() {
      return formatFor(view.locale, 'CNY');
    },
    ask: () => Promise.reject(new Error('no data in this test')),
    fit: () => Promise.reject(new Error('nothing is fitted in this test')),
    write: () => Promise.reject(new Error('nothing is written in this test')),
    ...more
  };
}

/** Renders a component under a workbench. */
export function renderOn<P extends Record<string, unknown>>(
  bench: Workbench,
  component: Component<P>,
  props: P & ComponentProps<Component<P>>
) {
  return render(Bench, { props: { workbench: bench, component: component as unknown as Component<Record<string, unknown>>, props } });
}

/** An answer with evidence. */
export function answerOf<T>(value: T): Answer<T> {
  return {
    value,
    evidence: {
      name: 'test/answer',
      sql: 'select 1 as one',
      rows: 3,
      ms: 12,
      revision: 7,
      steps: [{ what: 'Wilson interval', source: 'Wilson 1927' }]
    }
  };
}

/** A question that has been answered. */
export function answered<T>(value: T): Resource<Answer<T>> {
  const made = new Resource<Answer<T>>();
  made.value = answerOf(value);
  return made;
}
