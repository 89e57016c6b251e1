/** About how wide a text is in pixels at `fontSize`; full-width characters count double. For margins, not for layout. */
export function textWidth(text: string, fontSize = 12): number {
  let units = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    units += code > 0x2e7f ? 1 : /[il.,:;'|! ]/.test(character) ? 0.33 : /[mwMW%]/.test(character) ? 0.88 : 0.59;
  }
  return units * fontSize;
}

/** The width of the widest of `texts`, lines counted apart. */
export function widest(texts: readonly string[], fontSize = 12): number {
  return texts.flatMap((text) => text.split('\n')).reduce((max, text) => Math.max(max, textWidth(text, fontSize)), 0);
}

/** `text` cut with an ellipsis so that it is about `width` pixels wide at most. */
export function clipped(text: string, width: number, fontSize = 12): string {
  if (textWidth(text, fontSize) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, fontSize) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
