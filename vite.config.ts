import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

// One policy for the page and for hosts that send headers. Its three style hashes are Plot's constant
// <style> elements; a test recomputes them, so that an upgrade of Plot cannot break silently.
const POLICY = /Content-Security-Policy: (.*)/.exec(readFileSync(new URL('./public/_headers', import.meta.url), 'utf8'))?.[1] ?? '';

const WASM = 'engine/duckdb-eh.wasm.gz';

/** Ships the database as gzip only: the raw file is over the size that some hosts take. */
function databaseAsGzip(): Plugin {
  const wasm = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  return {
    name: 'database-as-gzip',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.split('?')[0]?.endsWith(WASM)) return next();
        response.setHeader('content-type', 'application/octet-stream');
        response.end(gzipSync(readFileSync(wasm), { level: 1 }));
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: WASM, source: gzipSync(readFileSync(wasm), { level: 9 }) });
    }
  };
}

/** Puts the policy into the built page; the development server needs inline styles and has none. */
function policyInPage(): Plugin {
  return {
    name: 'policy-in-page',
    apply: 'build',
    transformIndexHtml: () => [
      // frame-ancestors holds by header only.
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY.replace(/; frame-ancestors [^;]*/, '') },
        injectTo: 'head-prepend'
      }
    ]
  };
}

export default defineConfig({
  base: './',
  plugins: [svelte(), databaseAsGzip(), policyInPage()],
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1200 },
  optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'], entries: ['src/main.ts'] }
});
