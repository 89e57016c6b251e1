import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

// One policy for the page and for hosts that send headers. Its three style hashes are Plot's constant
// <style> elements; a test recomputes them, so that an upgrade of Plot cannot break silently.
const POLICY = /Content-Security-Policy: (.*)/.exec(readFileSync(new URL('./public/_headers', import.meta.url), 'utf8'))?.[1] ?? '';

// Origins from which a link may have a file fetched, separated by blanks; none unless the builder says so.
const LINK_HOSTS = process.env['VITE_LINK_HOSTS'] ?? '';

/** Where the page finds each WebAssembly, and what it is made of. */
const WASM = {
  'engine/duckdb-eh.wasm.gz': '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm',
  'engine/parquet.wasm.gz': 'parquet-wasm/esm/parquet_wasm_bg.wasm'
};

/** Ships WebAssembly as gzip only: the raw database is over the size that some hosts take. */
function wasmAsGzip(): Plugin {
  const { resolve } = createRequire(import.meta.url);
  const packed = (source: string, level: number) => gzipSync(readFileSync(resolve(source)), { level });
  return {
    name: 'wasm-as-gzip',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const found = Object.entries(WASM).find(([name]) => request.url?.split('?')[0]?.endsWith(name));
        if (!found) return next();
        response.setHeader('content-type', 'application/octet-stream');
        response.end(packed(found[1], 1));
      });
    },
    generateBundle() {
      for (const [fileName, source] of Object.entries(WASM)) this.emitFile({ type: 'asset', fileName, source: packed(source, 9) });
    }
  };
}

/** Takes out the address at which parquet-wasm would look for its WebAssembly, so that it is not shipped twice: the worker is handed it. */
function withoutParquetAddress(): Plugin {
  return {
    name: 'without-parquet-address',
    enforce: 'pre',
    transform: (code, id) =>
      id.includes('parquet_wasm.js')
        ? { code: code.replace(/new URL\('parquet_wasm_bg\.wasm', import\.meta\.url\)/, "''"), map: null }
        : null
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
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: POLICY.replace(/; frame-ancestors [^;]*/, '').replace("connect-src 'self'", `connect-src 'self' ${LINK_HOSTS}`.trimEnd())
        },
        injectTo: 'head-prepend'
      }
    ]
  };
}

export default defineConfig({
  base: './',
  plugins: [svelte(), wasmAsGzip(), policyInPage()],
  worker: { format: 'es', plugins: () => [withoutParquetAddress()] },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1200 },
  optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'], entries: ['src/main.ts'] }
});
