/** The results of a run of the bench as a page of Markdown. */
export function tableOfResults({ meta, lanes, runs, requeries, firstLoad }) {
  const labels = new Map(lanes.map((lane) => [lane.id, lane]));
  labels.set('duckdb-native-1t', { label: 'reference: native DuckDB, 1 thread', rfm: 'rfm', cohorts: 'cohorts' });
  labels.set('pandas', { label: 'reference: pandas', rfm: 'rfm', cohorts: 'cohorts' });
  const lines = [
    '# Measured',
    '',
    `${meta.date.slice(0, 10)}, ${meta.chromium}, Node ${meta.node}, ${meta.cpus} × ${meta.cpu}, ${meta.mem_gb} GiB. Made by \`npm run bench\`; medians, with the range where there were several runs. Ratios are within the same round. Lane e is a bare page around DuckDB-WASM: read, drop duplicates, RFM, cohorts, no cleaning to speak of and nothing drawn. Ours is timed until the answers are on the screen.`,
    '',
    `First load, packed: ${kilobytes(firstLoad.start)} of script and style, then the database (${kilobytes(firstLoad.database)}), while the page is already usable. Largest file shipped: ${(firstLoad.largest / 2 ** 20).toFixed(1)} MiB.`
  ];
  for (const size of new Set(runs.map((run) => run.size))) {
    const ofSize = runs.filter((run) => run.size === size);
    const base = new Map(ofSize.filter((run) => run.lane === 'duckdb' && run.ok).map((run) => [run.run, run.marks]));
    lines.push('', `## ${size} orders`, '');
    lines.push(
      '| | file → segments, s | × lane e | file → cohorts, s | × lane e | longest block, ms | peak memory, MB |',
      '|---|---|---|---|---|---|---|'
    );
    for (const [id, lane] of labels) {
      const good = ofSize.filter((run) => run.lane === id && run.ok);
      if (good.length === 0) continue;
      const seconds = (mark) =>
        spread(
          good.map((run) => run.marks[mark] / 1000),
          2
        );
      const ratio = (mark, baseMark) =>
        spread(
          good.map((run) => run.marks[mark] / base.get(run.run)?.[baseMark]),
          2
        );
      const whole = (key) =>
        spread(
          good.map((run) => run[key]),
          0
        );
      lines.push(
        `| ${lane.label} | ${seconds(lane.rfm)} | ${ratio(lane.rfm, 'rfm')} | ${seconds(lane.cohorts)} | ${ratio(lane.cohorts, 'cohorts')} | ${whole('longest_block_ms')} | ${whole('peak_rss_mb')} |`
      );
    }
    const requery = requeries[size];
    if (requery) lines.push('', ...requeryLines(requery));
  }
  return `${lines.join('\n')}\n`;
}

function requeryLines({ product, native }) {
  const row = (label, times, nativeMs) => {
    const first = spread(
      times.map((time) => time.first),
      0
    );
    const all = spread(
      times.map((time) => time.all),
      0
    );
    const ratio = nativeMs ? (median(times.map((time) => time.first)) / nativeMs).toFixed(2) : '–';
    return `| ${label} | ${first} | ${all} | ${nativeMs ? nativeMs.toFixed(0) : '–'} | ${ratio} |`;
  };
  return [
    '| segments asked again after | first panel, ms | all panels, ms | native DuckDB, 1 thread, ms | first ÷ native |',
    '|---|---|---|---|---|',
    row('another as-of date', product.asOf, native?.asOf),
    row('another filter', product.filter, native?.filter),
    row('another template (base kept)', product.rescore, null)
  ];
}

/** Sections of `results.md` that other benches write; they end the page. */
const OTHERS = ['## Files, reload and replay', '## Models'];

/** The page with the section about files made anew of these lines; the rest as it is. */
export function withFiles(page, lines) {
  const mega = (bytes) => bytes / 2 ** 20;
  return withSection(page, OTHERS[0], [
    'Made by `node test/bench/files.mjs`; medians, with the range where there were several runs. The longest block is the longest task of the page, 0 where none took 50 ms; the peak is of all processes of the browser.',
    '',
    '| | s | longest block, ms | peak memory, MB | measured |',
    '|---|---|---|---|---|',
    ...lines.map(
      ({ label, date, ms, block, peak }) =>
        `| ${label} | ${spread(
          ms.map((one) => one / 1000),
          2
        )} | ${block ? spread(block, 0) : '–'} | ${peak ? spread(peak.map(mega), 0) : '–'} | ${date} |`
    )
  ]);
}

/** The page with the section about models made anew: seconds by step, of several rounds each. */
export function withModels(page, { date, lines }) {
  const steps = ['histories', 'fit', 'forecasts', 'spend', 'values'];
  return withSection(page, OTHERS[1], [
    `${date}, in Node, made by \`node test/bench/models.mjs\`; medians with the range, in seconds. Customers are simulated; their histories are in whole days.`,
    '',
    '| customers, model | distinct histories | gathered | fitted, with standard errors | forecast of each, with interval | spend fitted | value of each, with interval |',
    '|---|---|---|---|---|---|---|',
    ...lines.map(
      ({ label, distinct, seconds }) => `| ${label} | ${distinct} | ${steps.map((step) => spread(seconds[step], 2)).join(' | ')} |`
    )
  ]);
}

function withSection(page, heading, body) {
  const own = new Map(sections(page).map((text) => [text.split('\n', 1)[0], text]));
  own.set(heading, [heading, '', ...body].join('\n'));
  const [start] = page.split(new RegExp(`^(?=${OTHERS.join('|')})`, 'm'));
  return `${[start.trimEnd(), ...OTHERS.flatMap((one) => own.get(one) ?? [])].join('\n\n')}\n`;
}

/** The sections of other benches, as they stand. */
export function sections(page) {
  return OTHERS.flatMap((heading) => {
    const from = page.indexOf(`\n${heading}\n`);
    if (from < 0) return [];
    const to = page.indexOf('\n## ', from + 1);
    return [page.slice(from + 1, to < 0 ? undefined : to).trim()];
  });
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** "3.20 (3.10–3.40)", "3.20", or a dash where there is nothing. */
function spread(numbers, digits) {
  const known = numbers.filter((number) => Number.isFinite(number));
  if (known.length === 0) return '–';
  const text = (number) => number.toFixed(digits);
  const [low, high] = [text(Math.min(...known)), text(Math.max(...known))];
  return low === high ? low : `${text(median(known))} (${low}–${high})`;
}

function kilobytes(bytes) {
  return `${Math.round(bytes / 1024).toLocaleString('en')} kB`;
}
