import type { Theme } from '../session/storage.ts';

/** Puts a theme on the page: light or dark for good, or as the system has it. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = theme;
}
