/** Files on the clipboard, or a pasted table of at least two lines as a file of its own. */
export function pastedFiles(clipboard: DataTransfer | null): File[] {
  if (!clipboard) return [];
  if (clipboard.files.length > 0) return [...clipboard.files];
  const text = clipboard.getData('text/plain');
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const isTable = lines.length >= 2 && /[\t,;|]/.test(lines[0] ?? '');
  if (!isTable) return [];
  const isTabs = (lines[0] ?? '').includes('\t');
  return [new File([text], isTabs ? 'pasted.tsv' : 'pasted.csv', { type: isTabs ? 'text/tab-separated-values' : 'text/csv' })];
}
