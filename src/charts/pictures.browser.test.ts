import { plot } from '@observablehq/plot';
import { afterEach, describe, expect, test } from 'vitest';
import { bars } from './bars.ts';
import type { ChartSpec } from './chart.ts';
import { concentration } from './concentration.ts';
import { dots } from './dots.ts';
import { heatMap } from './heat-map.ts';
import { histogram } from './histogram.ts';
import { lines } from './lines.ts';
import { stackedBars } from './stacked-bars.ts';

const SIZE = { width: 480 };
const text = (value: number) => String(value);

function draw(spec: ChartSpec): Element {
  const drawing = plot({ ...spec.options, ariaLabel: spec.label });
  document.body.replaceChildren(drawing);
  return drawing;
}
const tips = () => [...document.querySelectorAll('svg title')].map((title) => title.textContent);
const widthOf = (element: Element) => Number(element.getAttribute('width'));

afterEach(() => document.body.replaceChildren());

describe('bars', () => {
  const rows = [
    { label: 'Champions', value: 100, text: '100', tip: 'Champions', href: '#/customers?who=a' },
    { label: 'Loyal', value: 50, text: '50', tip: 'Loyal', href: null }
  ];
  test('start at zero: half the value is half the length', () => {
    draw(bars(SIZE, { label: 'b', bars: rows }));
    const [whole, half] = [...document.querySelectorAll('[aria-label="bar"] rect')].map(widthOf);
    expect((half ?? 0) / (whole ?? 1)).toBeCloseTo(0.5, 2);
  });
  test('open their customers only where there are some', () => {
    draw(bars(SIZE, { label: 'b', bars: rows }));
    expect([...document.querySelectorAll<SVGAElement>('svg a')].map((link) => link.href.baseVal)).toEqual(['#/customers?who=a']);
  });
});

test('losses stand under the zero line, what is not complete is hatched and in the legend', () => {
  const spec = stackedBars(SIZE, {
    label: 's',
    periods: ['Jan', 'Feb'],
    series: [
      { label: 'Retained', color: 'var(--retained)' },
      { label: 'Lost', color: 'var(--lost)' }
    ],
    parts: [
      { period: 0, series: 0, value: 10, tip: 'ten' },
      { period: 0, series: 1, value: -4, tip: 'lost four' },
      { period: 1, series: 0, value: 5, tip: 'five', isPartial: true }
    ],
    yLabel: 'customers',
    yFormat: text,
    partialLabel: 'not complete'
  });
  draw(spec);
  expect(spec.legend?.at(-1)).toMatchObject({ label: 'not complete', look: 'hatch' });
  const bottoms = [...document.querySelectorAll('[aria-label="bar"] rect')].map((bar) => bar.getBoundingClientRect());
  expect(bottoms[1]?.top).toBeGreaterThanOrEqual((bottoms[0]?.bottom ?? 0) - 1);
  expect(document.querySelector('rect[fill^="url(#hatch"], g[fill^="url(#hatch"]')).not.toBeNull();
  expect(tips()).toEqual(['ten', 'lost four', 'five']);
});

test('curves are named at their ends and draw their intervals as bands', () => {
  draw(
    lines(SIZE, {
      label: 'l',
      lines: [
        {
          id: 'a',
          label: 'Tmall',
          color: 'var(--series-1)',
          points: [1, 2, 3].map((x) => ({ x, y: 0.3 / x, low: 0.2 / x, high: 0.4 / x, tip: `p${x}` }))
        },
        { id: 'b', label: 'Live', color: 'var(--series-2)', points: [1, 2, 3].map((x) => ({ x, y: 0.1 / x, tip: `q${x}` })) }
      ],
      xLabel: 'month',
      yLabel: 'retained',
      yFormat: text
    })
  );
  const words = [...document.querySelectorAll('text')].map((one) => one.textContent);
  expect(words).toContain('Tmall');
  expect(words).toContain('Live');
  expect(document.querySelectorAll('[aria-label="area"] path')).toHaveLength(1);
  expect(tips()).toHaveLength(6);
});

test('a heat map shows its numbers while they fit, and always what they are on hover', () => {
  const map = (columns: number) =>
    heatMap(SIZE, {
      label: 'h',
      rows: ['2025-01'],
      columns: Array.from({ length: columns }, (_, at) => `+${at}`),
      cells: Array.from({ length: columns }, (_, column) => ({ row: 0, column, value: 0.1, text: '10%', tip: '10%, n = 12' }))
    });
  const shown = () => [...document.querySelectorAll('text')].filter((one) => one.textContent === '10%').length;
  draw(map(6));
  expect(shown()).toBe(6);
  draw(map(40));
  expect(shown()).toBe(0);
  expect(tips()).toHaveLength(40);
});

test('the other pictures draw every value they are given', () => {
  draw(
    histogram(SIZE, {
      label: 'h',
      bins: [
        { from: 0, to: 5, count: 3, tip: 'a' },
        { from: 5, to: 10, count: 1, tip: 'b' }
      ],
      xLabel: 'days',
      yLabel: 'purchases',
      yFormat: text,
      markers: [{ x: 9, label: 'median' }]
    })
  );
  expect(tips()).toEqual(['a', 'b']);
  draw(
    dots(SIZE, {
      label: 'd',
      dots: [{ x: 0.2, y: 0.3, low: 0.2, high: 0.4, tip: 'a' }],
      xLabel: 'said',
      yLabel: 'was',
      xFormat: text,
      yFormat: text,
      hasDiagonal: true
    })
  );
  expect(tips()).toEqual(['a']);
  draw(
    concentration(SIZE, {
      label: 'c',
      points: [0, 0.5, 1].map((x) => ({ x, y: Math.sqrt(x), tip: `at ${x}` })),
      xLabel: 'customers',
      yLabel: 'revenue',
      format: text
    })
  );
  expect(tips()).toEqual(['at 0', 'at 0.5', 'at 1']);
});

test('nothing to draw draws an empty picture, not an error', () => {
  draw(bars(SIZE, { label: 'b', bars: [] }));
  draw(lines(SIZE, { label: 'l', lines: [], xLabel: null, yLabel: '', yFormat: text }));
  draw(histogram(SIZE, { label: 'h', bins: [], xLabel: '', yLabel: '', yFormat: text }));
  draw(heatMap(SIZE, { label: 'h', rows: [], columns: [], cells: [] }));
  expect(document.querySelector('svg')).not.toBeNull();
});
