/** Characters of a name; a header cell that holds a whole text is cut. */
const LONGEST_NAME = 300;

/** Header cells as unique names, one for each of `columns`; a nameless column is called by its place ("#3"). */
export function columnNames(header: readonly string[], columns: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: columns }, (_, index) => {
    const cell = (header[index] ?? '').replaceAll('\0', '');
    const name = cell.trim() === '' ? `#${index + 1}` : cell.length > LONGEST_NAME ? `${cell.slice(0, LONGEST_NAME)}…` : cell;
    let unique = name;
    for (let nth = 2; taken.has(unique); nth++) unique = `${name} (${nth})`;
    taken.add(unique);
    return unique;
  });
}
