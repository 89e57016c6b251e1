import { createReadStream, existsSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2'
};

/**
 * Serves the files of `folder` under `base` ('/', '/deep/sub/path/') as a plain static host does: no
 * content encoding (a `.wasm.gz` arrives as its bytes), no fallback page. `port` 0 takes any free one.
 * `onRequest` hears of every request. Rejects when the port is taken.
 *
 * @param {{ folder: string, base?: string, port?: number, host?: string, onRequest?: (address: string) => void }} options
 */
export async function serveFolder({ folder, base = '/', port = 0, host = '127.0.0.1', onRequest = () => undefined }) {
  const root = path.resolve(folder);
  const server = http.createServer((request, response) => {
    onRequest(request.url);
    const refuse = (status) => response.writeHead(status, { 'content-type': 'text/plain' }).end(http.STATUS_CODES[status]);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const file = fileOf(root, base, request.url);
    if (!file) return refuse(404);
    response.writeHead(200, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'content-length': statSync(file).size,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff'
    });
    if (request.method === 'HEAD') return response.end();
    return createReadStream(file).pipe(response);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${server.address().port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      })
  };
}

/** The file behind an address, or null; never one outside `root`. */
function fileOf(root, base, address) {
  let place;
  try {
    place = decodeURIComponent(new URL(address, 'http://any').pathname);
  } catch {
    return null; // not an address
  }
  if (!place.startsWith(base)) return null;
  const file = path.join(root, place.slice(base.length) || 'index.html');
  const isInside = file === root || file.startsWith(root + path.sep);
  return isInside && existsSync(file) && statSync(file).isFile() ? file : null;
}
