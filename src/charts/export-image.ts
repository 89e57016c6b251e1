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
  const page = getComputedStyle(drawing);
  const ground = getComputedStyle(drawing.closest('.card') ?? document.body).backgroundColor;
  const lines = [
    { text: caption.title, size: 16, weight: 700 },
    ...wrapped(caption.text, Math.floor(width / 7.2)).map((text) => ({ text, size: 13, weight: 400 }))
  ].filter((line) => line.text !== '');
  const head = lines.length * 20 + 12;
  const out = document.createElementNS(SVG, 'svg');
  set(out, {
    xmlns: SVG,
    width: width + 2 * PAD,
    height: height + head + 2 * PAD,
    viewBox: `0 0 ${width + 2 * PAD} ${height + head + 2 * PAD}`,
    'font-family': page.fontFamily
  });
  const back = document.createElementNS(SVG, 'rect');
  set(back, { width: '100%', height: '100%', fill: ground });
  out.append(back);
  lines.forEach((line, place) => {
    const text = document.createElementNS(SVG, 'text');
    set(text, {
      x: PAD,
      y: PAD + 14 + place * 20,
      'font-size': line.size,
      'font-weight': line.weight,
      fill: getComputedStyle(document.body).color
    });
    text.textContent = line.text;
    out.append(text);
  });
  set(copy, { x: PAD, y: PAD + head, overflow: 'visible' });
  out.append(copy);
  return out;
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
