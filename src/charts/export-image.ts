import { textWidth } from './text-width.ts';

/** Words that go above an exported picture. */
export interface Caption {
  readonly title: string;
  readonly text: string;
}

const SVG = 'http://www.w3.org/2000/svg';
const COPIED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant',
  'text-anchor'
] as const;
const PAD = 16;

/** The picture on screen as an SVG file that needs nothing else: every style written out, on its own ground. */
export function svgOf(drawing: SVGSVGElement, caption: Caption): string {
  return new XMLSerializer().serializeToString(standalone(drawing, caption));
}

/** The picture on screen as PNG, twice as fine. */
export async function pngOf(drawing: SVGSVGElement, caption: Caption, scale = 2): Promise<Blob> {
  const copy = standalone(drawing, caption);
  const [width, height] = [Number(copy.getAttribute('width')), Number(copy.getAttribute('height'))];
  const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width * scale, height * scale];
    const context = canvas.getContext('2d');
    if (!context) throw new Error('this browser gives no canvas to draw on');
    context.scale(scale, scale);
    context.drawImage(image, 0, 0, width, height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be encoded'))), 'image/png')
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

function standalone(drawing: SVGSVGElement, caption: Caption): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  inline(drawing, copy);
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  for (const style of copy.querySelectorAll('style')) style.remove();
  const width = drawing.width.baseVal.value;
  const height = drawing.height.baseVal.value;
  const card = getComputedStyle(drawing.closest('.card') ?? document.body);
  const legend = legendOf(drawing);
  const lines = [
    { text: caption.title, size: 16, weight: 700 },
    ...wrapped(caption.text, Math.floor(width / 7.2)).map((text) => ({ text, size: 13, weight: 400 }))
  ].filter((line) => line.text !== '');
  const head = lines.length * 20 + (legend.length > 0 ? 26 : 0) + 12;
  const out = make('svg', {
    xmlns: SVG,
    width: width + 2 * PAD,
    height: height + head + 2 * PAD,
    'font-family': getComputedStyle(drawing).fontFamily
  }) as SVGSVGElement;
  out.setAttribute('viewBox', `0 0 ${width + 2 * PAD} ${height + head + 2 * PAD}`);
  out.append(make('rect', { width: '100%', height: '100%', fill: card.backgroundColor }));
  lines.forEach((line, place) => {
    out.append(
      make('text', { x: PAD, y: PAD + 14 + place * 20, 'font-size': line.size, 'font-weight': line.weight, fill: card.color }, line.text)
    );
  });
  let x = PAD;
  const y = PAD + 18 + lines.length * 20;
  for (const { label, color } of legend) {
    out.append(make('rect', { x, y: y - 10, width: 12, height: 12, rx: 2, fill: color }));
    out.append(make('text', { x: x + 18, y, 'font-size': 12, fill: card.color }, label));
    x += 18 + textWidth(label) + 18;
  }
  set(copy, { x: PAD, y: PAD + head, overflow: 'visible' });
  out.append(copy);
  return out;
}

/** The legend above the picture on screen. */
function legendOf(drawing: SVGSVGElement): { label: string; color: string }[] {
  const items = [...(drawing.closest('.chart')?.querySelectorAll('.legend li') ?? [])];
  return items.map((item) => {
    const swatch = item.querySelector('.swatch');
    const look = swatch ? getComputedStyle(swatch) : null;
    const isFilled = look !== null && !/rgba\(.*, 0\)|transparent/.test(look.backgroundColor);
    return { label: item.textContent.trim(), color: look === null ? 'none' : isFilled ? look.backgroundColor : look.borderTopColor };
  });
}

function make(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const element = document.createElementNS(SVG, name);
  set(element, attributes);
  if (text !== undefined) element.textContent = text;
  return element;
}

/** Writes the computed look of every element of `from` onto its copy. */
function inline(from: Element, to: Element): void {
  if (!to.closest('defs') || to.tagName === 'rect') {
    const computed = getComputedStyle(from);
    for (const name of COPIED) {
      const value = computed.getPropertyValue(name);
      if (value !== '')
        to.setAttribute(name, value.includes('url(') ? value.replace(/url\(["']?[^)#]*#([^)"']+)["']?\)/, 'url(#$1)') : value);
    }
  }
  to.removeAttribute('style');
  for (const name of ['class', 'tabindex', 'data-tip', 'role', 'aria-label']) to.removeAttribute(name);
  const [a, b] = [from.children, to.children];
  for (let at = 0; at < a.length; at++) {
    const [one, other] = [a[at], b[at]];
    if (one && other) inline(one, other);
  }
}

function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** Breaks a sentence into lines of about `room` narrow characters; full-width ones count double. */
function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  let [line, length] = ['', 0];
  for (const piece of text.match(/[⺀-鿿＀-￯]|[^\s⺀-鿿＀-￯]+\s*|\s+/gu) ?? []) {
    const width = [...piece].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 1.75 : 1), 0);
    if (length + width > room && line !== '') {
      lines.push(line.trimEnd());
      [line, length] = ['', 0];
    }
    line += piece;
    length += width;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
