import type { RequestRecord } from './contract.ts';

/**
 * Takes the ways out from a worker that needs none: every later attempt throws and is kept in the
 * returned list. The policy inherited from the page and the host's headers stand behind this.
 */
export function refuseNetwork(scope: typeof globalThis, from: RequestRecord['from'] = 'engine worker'): RequestRecord[] {
  const refused: RequestRecord[] = [];
  const refuse = (url: unknown): never => {
    refused.push({ url: String(url), from, at: performance.now(), bytes: 0, refused: true });
    throw new TypeError(`Regulars makes no requests: ${String(url).slice(0, 200)}`);
  };
  const replace = (name: string, value: unknown) => Object.defineProperty(scope, name, { value, writable: false, configurable: false });
  replace('fetch', (input: unknown) => Promise.reject(attempt(() => refuse(input instanceof Request ? input.url : input))));
  for (const name of ['XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'WebSocketStream', 'BroadcastChannel']) {
    if (name in scope) {
      replace(name, function (url: unknown) {
        refuse(url ?? name);
      });
    }
  }
  if ('importScripts' in scope) replace('importScripts', refuse);
  return refused;
}

function attempt(action: () => never): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}
