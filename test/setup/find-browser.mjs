import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** How every test starts its browser: as root in a container too, quiet, and never less secure than a user's. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run'
];

const require = createRequire(import.meta.url);
const MINUTE = 60_000;

/** Each way to a browser in the order of cost; each gives paths that may work, `installs` marks the slow ones. */
const WAYS = [
  { name: 'CHROMIUM_PATH', find: () => [process.env.CHROMIUM_PATH] },
  { name: 'this computer', find: systemBrowsers },
  { name: 'Playwright', find: playwrightBrowsers },
  { name: 'playwright install', installs: true, find: installWithPlaywright },
  { name: '@sparticuz/chromium', installs: true, find: unpackPackaged },
  { name: 'apt-get install chromium', installs: true, find: installWithApt }
];

/**
 * The path of a Chromium that opens a page, found or installed, with the environment that it needs. Tries
 * cheap ways first; throws with what to install when none works. Needs the packages to be installed.
 */
export async function findBrowser() {
  for (const way of WAYS) {
    if (way.installs) console.log(`No browser yet; trying ${way.name} …`);
    for (const executable of await pathsOf(way)) {
      if (await opensPage(executable)) {
        console.log(`Browser: ${executable} (from ${way.name})`);
        return { executable, env: browserEnvironment() };
      }
      if (way.name === 'CHROMIUM_PATH') console.warn(`CHROMIUM_PATH is ${executable}, which opens no page; looking further.`);
    }
  }
  throw new Error(
    'The tests need Chromium and none could be found or installed. Install Chromium or Google Chrome (on Debian: apt-get install chromium) ' +
      'or set CHROMIUM_PATH to one. 测试需要 Chromium 浏览器：请先安装，或用 CHROMIUM_PATH 指明路径。'
  );
}

async function pathsOf(way) {
  try {
    return (await way.find()).filter((file) => file && existsSync(file));
  } catch (error) {
    console.warn(`${way.name}: ${error.message.split('\n')[0]}`);
    return [];
  }
}

/** What a packaged browser adds to the environment of those who start it. */
function browserEnvironment() {
  const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
  return { ...(LD_LIBRARY_PATH ? { LD_LIBRARY_PATH } : {}), ...(FONTCONFIG_PATH ? { FONTCONFIG_PATH } : {}) };
}

/** A launcher may answer `--version` and still lack a library, so that the proof is a page. */
async function opensPage(executablePath) {
  const { chromium } = await import('playwright');
  try {
    const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS, timeout: MINUTE / 2 });
    try {
      const page = await browser.newPage();
      return (await page.evaluate('6 * 7')) === 42;
    } finally {
      await browser.close();
    }
  } catch {
    return false; // the next one may
  }
}

function systemBrowsers() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'msedge'];
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = (process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name + suffix)));
  const usual = {
    darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
    win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = process.env[name];
      return folder
        ? [path.join(folder, 'Google/Chrome/Application/chrome.exe'), path.join(folder, 'Microsoft/Edge/Application/msedge.exe')]
        : [];
    })
  };
  // On Windows `--version` would open a window instead of answering.
  const answers = (file) => process.platform === 'win32' || spawnSync(file, ['--version'], { timeout: MINUTE / 6 }).status === 0;
  return [...new Set([...onPath, ...(usual[process.platform] ?? [])])].filter((file) => existsSync(file) && answers(file));
}

/** Playwright's own browsers: the full one, and the headless shell that lies beside it. */
async function playwrightBrowsers() {
  const { chromium } = await import('playwright');
  const full = chromium.executablePath();
  const store = full.slice(0, full.search(/chromium[-_][^/\\]*[/\\]/));
  if (!store || !existsSync(store)) return [full];
  const shells = readdirSync(store)
    .filter((name) => name.startsWith('chromium_headless_shell-'))
    .sort()
    .reverse();
  const inside = shells.flatMap((shell) =>
    readdirSync(path.join(store, shell)).flatMap((folder) =>
      ['chrome-headless-shell', 'headless_shell', 'chrome-headless-shell.exe', 'headless_shell.exe'].map((name) =>
        path.join(store, shell, folder, name)
      )
    )
  );
  return [full, ...inside];
}

async function installWithPlaywright() {
  const cli = path.join(path.dirname(require.resolve('playwright/package.json')), 'cli.js');
  // Where its download host is out of reach this fails within seconds; where it is slow it must not hold up the rest.
  spawnSync(process.execPath, [cli, 'install', 'chromium-headless-shell'], { stdio: 'ignore', timeout: 2 * MINUTE });
  return playwrightBrowsers();
}

/** The Linux browser that comes inside an npm package, with the system libraries it needs. */
async function unpackPackaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  // Read while the package is loaded: makes it bring its own libraries.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  packaged.setGraphicsMode = false;
  return [await packaged.executablePath()];
}

function installWithApt() {
  const isDebian = existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  if (!isDebian || os.userInfo().uid !== 0) return [];
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 10 * MINUTE,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
  return systemBrowsers();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log((await findBrowser()).executable);
}
