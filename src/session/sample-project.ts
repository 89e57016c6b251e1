import type { Locale } from '../i18n/locale.ts';
import { pipeline } from './late-pipeline.ts';
import type { Project } from './project.svelte.ts';

/** Adds the sample shop, through the same import as any file, and straight to its answers. */
export async function addSample(project: Project, locale: Locale): Promise<void> {
  const { sampleShop } = await pipeline();
  if (await project.add(sampleShop(locale))) return;
  const isClear = project.drafts.every((draft) => draft.questions.every((question) => question.answer !== null));
  if (project.failures.length === 0 && isClear) await project.analyse();
}
