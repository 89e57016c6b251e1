import { createContext } from 'svelte';
import type { Format } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Asker } from './asking.ts';
import type { Project } from './project.svelte.ts';
import type { Storage } from './storage.ts';
import type { View } from './view.svelte.ts';

/** What every page gets: made once in `main.ts` and handed down. All getters are reactive. */
export interface Workbench extends Asker {
  readonly view: View;
  readonly project: Project;
  readonly storage: Storage;
  readonly locale: Locale;
  readonly format: Format;
}

export const [useWorkbench, provideWorkbench] = createContext<Workbench>();
