// `npm start`: from a fresh clone to a page that answers. Installs what is missing, builds when the
// sources are newer than the build, serves it on this computer and prints the address.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildProduct } from './build.mjs';
import { installDependencies } from './dependencies.mjs';
import { serveFolder } from './static-server.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FIRST_PORT = 4173;

function options() {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, host: { type: 'string', default: '127.0.0.1' }, 'no-open': { type: 'boolean', default: false } }
  });
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port >= 0 && port < 65_536))
    throw new Error(`--port ${values.port} is not a port number`);
  return { port, host: values.host, isOpening: !values['no-open'] };
}

/** Serves on `port`, or on the first free one from the usual port on. */
async function serve(folder, port, host) {
  const candidates = port === null ? [...Array.from({ length: 20 }, (_, step) => FIRST_PORT + step), 0] : [port];
  for (const candidate of candidates) {
    try {
      return await serveFolder({ folder, port: candidate, host });
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`Port ${port} is taken; choose another with --port. 端口 ${port} 已被占用，请用 --port 换一个。`);
}

/** Opens the page where there is a desktop and somebody at it; silent where there is not. */
function open(url) {
  const hasDesktop = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!hasDesktop || !process.stdout.isTTY || process.env.CI) return;
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined) // the address is on the screen anyway
    .unref();
}

try {
  const { port, host, isOpening } = options();
  installDependencies(ROOT);
  const dist = buildProduct(ROOT);
  const { url } = await serve(dist, port, host);
  console.log(`
  Regulars is running. Open   ${url}
  回头客已启动，请在浏览器打开   ${url}

  No file at hand? Choose the sample shop. 手边没有文件？可先用示例店铺。
  Ctrl+C stops it. 按 Ctrl+C 停止。
`);
  if (isOpening) open(url);
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(1);
}
