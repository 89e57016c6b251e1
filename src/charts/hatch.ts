import type { Markish } from '@observablehq/plot';

const SVG = 'http://www.w3.org/2000/svg';

/** Stripes for what is not complete, in one of two looks: `mark` brings the pattern into the picture, `fill` uses it. */
export function hatch(look: 'surface' | 'accent' = 'surface'): { mark: Markish; fill: string } {
  const id = `hatch-${look}`;
  const [stroke, opacity] = look === 'surface' ? ['var(--surface)', 0.75] : ['var(--accent)', 0.28];
  const mark: Markish = () => {
    const defs = document.createElementNS(SVG, 'defs');
    const pattern = document.createElementNS(SVG, 'pattern');
    set(pattern, { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' });
    const line = document.createElementNS(SVG, 'rect');
    set(line, { width: 2, height: 6, fill: stroke, 'fill-opacity': opacity });
    pattern.append(line);
    defs.append(pattern);
    return defs;
  };
  return { mark, fill: `url(#${id})` };
}

function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
