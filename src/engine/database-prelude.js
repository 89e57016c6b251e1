// Runs first in the database's worker, before DuckDB's own script: lets the one wasm file through,
// unpacked, and refuses every other request. WASM_URL and LOCK_NAME are written in front of it.
(() => {
  const refused = [];
  const refuse = (url) => {
    refused.push({ url: String(url), at: performance.now() });
    throw new TypeError('Regulars makes no requests: ' + String(url).slice(0, 200));
  };
  const fetchFile = self.fetch.bind(self);
  let isLoaded = false;
  self.fetch = async (input) => {
    const url = String(input && input.url ? input.url : input);
    if (url !== WASM_URL || isLoaded) return refuse(url);
    isLoaded = true;
    // DuckDB would wait for ever for a file that does not come: an uncaught error tells who started this worker.
    const fail = (why) => {
      const error = new TypeError('the database file could not be loaded: ' + why);
      setTimeout(() => {
        throw error;
      });
      throw error;
    };
    const response = await fetchFile(url, { credentials: 'same-origin' }).catch(fail);
    if (!response.ok || !response.body) fail(response.status);
    // Some hosts unpack .gz files on the way: the first two bytes tell.
    const reader = response.body.getReader();
    let { value: first } = await reader.read();
    first = first || new Uint8Array();
    let isFirst = true;
    const whole = new ReadableStream({
      async pull(controller) {
        if (isFirst) {
          isFirst = false;
          controller.enqueue(first);
          return;
        }
        const { value, done } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      }
    });
    const isPacked = first[0] === 0x1f && first[1] === 0x8b;
    const body = isPacked ? whole.pipeThrough(new DecompressionStream('gzip')) : whole;
    return new Response(body, { headers: { 'content-type': 'application/wasm' } });
  };
  XMLHttpRequest.prototype.open = (_method, url) => refuse(url);
  for (const name of ['WebSocket', 'EventSource', 'WebTransport', 'WebSocketStream', 'Worker', 'BroadcastChannel']) {
    if (name in self)
      self[name] = function (url) {
        refuse(url ?? name);
      };
  }
  // DuckDB prints every query error: a user's typing mistake is no news for the console.
  console.log = () => undefined;
  console.warn = () => undefined;
  self.addEventListener('message', (event) => {
    if (!event.data || event.data.ask !== 'requests') return;
    event.stopImmediatePropagation();
    const made = performance
      .getEntriesByType('resource')
      .map((entry) => ({ url: entry.name, at: entry.startTime, bytes: entry.transferSize || 0, refused: false }));
    event.ports[0].postMessage([...made, ...refused.map((one) => ({ ...one, bytes: 0, refused: true }))]);
  });
  // Held for as long as this worker lives: whoever waits for it learns of its death.
  if (navigator.locks) navigator.locks.request(LOCK_NAME, () => new Promise(() => undefined));
  const load = self.importScripts.bind(self);
  load(DUCKDB_URL);
  self.importScripts = (url) => refuse(url);
})();
