// `npm test`: sets up what is missing, then runs every check and says at the end how it went.
//   npm test                   everything
//   npm test -- lint node      only these sections
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './dependencies.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const REPORTS = path.join(ROOT, 'test-results', 'reports');
const MINUTE = 60_000;

/** Each section runs one tool; `count` reads its report where it runs many tests, else the tool is one test. */
const SECTIONS = [
  {
    id: 'types',
    title: 'Types',
    tool: ['svelte-check'],
    args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']
  },
  { id: 'lint', title: 'Lint', tool: ['eslint'], args: ['.', '--max-warnings', '0'] },
  { id: 'format', title: 'Format', tool: ['prettier'], args: ['--check', '--log-level', 'warn', '.'] },
  { id: 'unused', title: 'Unused files, exports and packages', tool: ['knip'], args: ['--no-progress'] },
  {
    id: 'node',
    title: 'Unit and engine tests in Node',
    tool: ['vitest'],
    args: vitest('node'),
    count: countVitest('node'),
    limit: 12 * MINUTE
  },
  { id: 'browser', title: 'Component tests in Chromium', tool: ['vitest'], args: vitest('browser'), count: countVitest('browser') },
  { id: 'build', title: 'Build', tool: ['vite'], args: ['build', '--logLevel', 'warn'] },
  {
    id: 'e2e',
    title: 'End to end in Chromium, on the build',
    tool: ['@playwright/test', 'playwright'],
    args: ['test'],
    count: countPlaywright,
    limit: 12 * MINUTE
  }
];

const TEXT = new Set(['types', 'lint', 'format', 'unused']);

function report(name) {
  return path.join(REPORTS, `${name}.json`);
}

function vitest(project) {
  return ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report(project)}`];
}

function countVitest(project) {
  return () => {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report(project), 'utf8')
    );
    // A file that does not load has no tests to fail.
    const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests };
  };
}

function countPlaywright() {
  const { stats, errors } = JSON.parse(readFileSync(report('e2e'), 'utf8'));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped };
}

/** The script of a package's command; run by this Node, so that no shell is in between. */
function script([name, command = name]) {
  const require = createRequire(import.meta.url);
  let folder = path.dirname(require.resolve(name));
  while (
    !existsSync(path.join(folder, 'package.json')) ||
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).name !== name
  ) {
    folder = path.dirname(folder);
  }
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs a tool with its output on the screen; gives whether it ended well, and ends it at `limit`. */
function run(file, args, env, limit) {
  return new Promise((resolve) => {
    // Its own group, so that a browser it started ends with it.
    const child = spawn(process.execPath, [file, ...args], { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
    const timer = setTimeout(() => {
      console.error(`Ended after ${limit / MINUTE} minutes.`);
      end(child, 'SIGKILL');
    }, limit);
    const pass = () => end(child, 'SIGTERM');
    process.once('SIGINT', pass);
    process.once('SIGTERM', pass);
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      resolve(code === 0);
    });
  });
}

function end(child, signal) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // it ended by itself
  }
}

async function runSection({ id, title, tool, args, count, limit = 6 * MINUTE }, env) {
  console.log(`\n━━━ ${title} ━━━`);
  const startedAt = performance.now();
  const isGood = await run(script(tool), args, env, limit);
  let counts = { passed: Number(isGood), failed: Number(!isGood), skipped: 0 };
  if (count) {
    try {
      counts = count();
    } catch (error) {
      console.error(`No report of ${title}: ${error.message}`);
    }
  }
  // A tool that fails although each test passed (a leak, a crash while closing) is a failure too.
  if (!isGood && counts.failed === 0) counts = { ...counts, failed: 1 };
  return { id, title, ...counts, seconds: (performance.now() - startedAt) / 1000 };
}

async function environment() {
  const env = { ...process.env, NO_COLOR: process.stdout.isTTY ? undefined : '1' };
  const { findBrowser } = await import('./find-browser.mjs');
  const browser = await findBrowser();
  return { ...env, ...browser.env, CHROMIUM_PATH: browser.executable };
}

function summary(results) {
  console.log('\n━━━ Summary ━━━');
  for (const { title, passed, failed, skipped, seconds } of results) {
    const parts = [`${passed} passed`, failed ? `${failed} FAILED` : '', skipped ? `${skipped} skipped` : ''].filter(Boolean);
    console.log(`${failed ? '✗' : '✓'} ${title}: ${parts.join(', ')} (${seconds.toFixed(0)} s)`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped');
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`);
  return sum('failed') === 0 && sum('passed') > 0;
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((id) => !SECTIONS.some((section) => section.id === id));
if (unknown) {
  console.error(`No section ${unknown}; there are ${SECTIONS.map(({ id }) => id).join(', ')}.`);
  process.exit(2);
}
try {
  installDependencies(ROOT);
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const env = await environment();
  const results = [];
  const isWanted = ({ id }) => wanted.length === 0 || wanted.includes(id);
  const runAll = async (sections) => {
    for (const section of sections.filter(isWanted)) results.push(await runSection(section, env));
  };
  // Of what looks at the text alone, the slowest stands beside the others: each of them uses one core.
  await Promise.all([
    runAll(SECTIONS.filter(({ id }) => id === 'lint')),
    runAll(SECTIONS.filter(({ id }) => TEXT.has(id) && id !== 'lint'))
  ]);
  await runAll(SECTIONS.filter(({ id }) => !TEXT.has(id)));
  process.exitCode = summary(results) ? 0 : 1;
} catch (error) {
  console.error(`\n${error.message}\n\n0 passed, 1 failed`);
  process.exitCode = 1;
}
