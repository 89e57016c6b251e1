/** Where a link asks the page to fetch a file from, or why it may not. */
export type LinkSource =
  | { readonly url: string; readonly name: string; readonly isOwn: boolean }
  | { readonly refused: 'not-listed' | 'not-an-address'; readonly text: string };

/**
 * What `?src=` asks for: an address on this page's own host, or on one of `hosts` (origins, listed when the
 * product is built). Anything else is refused.
 */
export function linkSource(search: string, base: string, hosts: readonly string[]): LinkSource | null {
  const text = new URLSearchParams(search).get('src');
  if (text === null || text === '') return null;
  if (!URL.canParse(text, base)) return { refused: 'not-an-address', text };
  const url = new URL(text, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { refused: 'not-an-address', text };
  const isOwn = url.origin === new URL(base).origin;
  if (!isOwn && !hosts.includes(url.origin)) return { refused: 'not-listed', text: url.origin };
  const name = safeName(url.pathname.split('/').at(-1) ?? '');
  return { url: url.href, name, isOwn };
}

function safeName(part: string): string {
  try {
    return decodeURIComponent(part) || 'linked';
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}
