// Runs first in the database's worker, before DuckDB's own script, which follows it in the same blob: gives
// DuckDB the one file it fetches, handed over by the page, and refuses every request. LOCK_NAME is written
// in front of it.
(() => {
  const refused = [];
  const refuse = (url) => {
    refused.push({ url: String(url), at: performance.now() });
    throw new TypeError('Regulars makes no requests: ' + String(url).slice(0, 200));
  };
  let give;
  const wasm = new Promise((resolve) => (give = resolve));
  let isGiven = false;
  self.fetch = async (input) => {
    const url = String(input && input.url ? input.url : input);
    if (isGiven || !url.endsWith('/duckdb-eh.wasm')) return refuse(url);
    isGiven = true;
    const file = await wasm;
    // Some hosts unpack .gz files on the way: the first two bytes tell.
    const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    const isPacked = first === 0x1f && second === 0x8b;
    const body = isPacked ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
    return new Response(body, { headers: { 'content-type': 'application/wasm' } });
  };
  XMLHttpRequest.prototype.open = (_method, url) => refuse(url);
  for (const name of ['WebSocket', 'EventSource', 'WebTransport', 'WebSocketStream', 'Worker', 'BroadcastChannel']) {
    if (name in self)
      self[name] = function (url) {
        refuse(url ?? name);
      };
  }
  // Names that DuckDB asks for, and that browsers do not give to a page which came over plain HTTP.
  for (const name of ['FileSystemSyncAccessHandle', 'FileSystemFileHandle']) self[name] ??= function () {};
  // DuckDB prints every query error: a user's typing mistake is no news for the console.
  console.log = () => undefined;
  console.warn = () => undefined;
  self.addEventListener('message', (event) => {
    if (event.data && event.data.take === 'wasm') {
      event.stopImmediatePropagation();
      give(event.data.file);
    }
    if (!event.data || event.data.ask !== 'requests') return;
    event.stopImmediatePropagation();
    const made = performance
      .getEntriesByType('resource')
      .map((entry) => ({ url: entry.name, at: entry.startTime, bytes: entry.transferSize || 0, refused: false }));
    event.ports[0].postMessage([...made, ...refused.map((one) => ({ ...one, bytes: 0, refused: true }))]);
  });
  // Held for as long as this worker lives: whoever waits for it learns of its death.
  if (navigator.locks) navigator.locks.request(LOCK_NAME, () => new Promise(() => undefined));
  self.importScripts = (url) => refuse(url);
})();
