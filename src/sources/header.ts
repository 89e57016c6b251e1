// Byte order mark, zero-width characters, and the no-break space in its two forms.
const INVISIBLE = /[\uFEFF\u200B-\u200D\u2060\u00AD]/g;
const UNIT = /\((?:元|件|个|￥|¥|\$|rmb|cny|usd|eur|gbp|人民币)\)/g;

/**
 * A header as it is compared: NFKC (full-width letters and brackets become half-width), invisible
 * characters and surrounding blanks removed, inner blanks collapsed, lower case. Idempotent.
 */
export function normaliseHeader(text: string): string {
  // Lower case can undo NFKC's composition and the other way round, hence the second pass.
  return folded(folded(text));
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/** The header without blanks, underscores, hyphens, dots and money or piece units: `Order ID`, `order_id` and `order-id` are one. */
export function looseHeader(text: string): string {
  return normaliseHeader(text)
    .replace(UNIT, '')
    .replace(/[\s_\-./:#*'"]+/g, '');
}

/** All headers of a file as one key, under which a corrected mapping is remembered. */
export function headersKey(headers: readonly string[]): string {
  return headers.map(normaliseHeader).join('\u001f');
}
