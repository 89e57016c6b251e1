/**
 * Ways to leave a page or a worker, each tried with `origin` (host:port). They run inside the browser, so
 * each stands alone. What each says is returned: 'went' where nothing stopped it that it noticed.
 */
export interface Target {
  readonly origin: string;
  readonly tag: string;
}

/** Tries everything a page could use. */
export async function leavePage({ origin, tag }: Target): Promise<Record<string, string>> {
  const http = (way: string) => `http://${origin}/${tag}-${way}`;
  const said: Record<string, string> = {};
  const attempt = async (way: string, go: () => unknown): Promise<void> => {
    try {
      const ended = await Promise.race([Promise.resolve(go()), new Promise((resolve) => setTimeout(resolve, 400, 'went'))]);
      said[way] = String(ended ?? 'went');
    } catch (error) {
      said[way] = error instanceof Error ? error.message : String(error);
    }
  };
  const element = (name: string, attributes: Record<string, string>) =>
    new Promise((resolve, reject) => {
      const made = document.createElement(name);
      made.addEventListener('load', () => resolve('loaded'));
      made.addEventListener('error', () => reject(new Error('refused')));
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      document.head.append(made);
    });
  await attempt('fetch', () => fetch(http('fetch')));
  await attempt('fetch-blind', () => fetch(http('fetch-blind'), { mode: 'no-cors', method: 'POST', body: 'secret' }));
  await attempt('xhr', () => {
    const request = new XMLHttpRequest();
    request.open('GET', http('xhr'), false);
    request.send();
  });
  await attempt('beacon', () => navigator.sendBeacon(http('beacon'), 'secret'));
  await attempt(
    'websocket',
    () =>
      new Promise((_, reject) =>
        new WebSocket(`ws://${origin}/${tag}-websocket`).addEventListener('error', () => reject(new Error('refused')))
      )
  );
  await attempt(
    'events',
    () => new Promise((_, reject) => new EventSource(http('events')).addEventListener('error', () => reject(new Error('refused'))))
  );
  await attempt('image', () => element('img', { src: http('image') }));
  await attempt('script', () => element('script', { src: http('script') }));
  await attempt('style', () => element('link', { rel: 'stylesheet', href: http('style') }));
  await attempt('prefetch', () => element('link', { rel: 'prefetch', href: http('prefetch') }));
  await attempt('preload', () => element('link', { rel: 'modulepreload', href: http('preload') }));
  await attempt('frame', () => element('iframe', { src: http('frame') }));
  await attempt('video', () => element('video', { src: http('video') }));
  await attempt('font', () => new FontFace('gone', `url(${http('font')})`).load());
  await attempt('import', () => import(/* @vite-ignore */ http('import')));
  await attempt('worker', () => new Worker(http('worker')));
  await attempt('background', () => {
    document.body.style.setProperty('background-image', `url(${http('background')})`);
  });
  await attempt('form', () => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = http('form');
    document.body.append(form);
    form.submit();
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  return said;
}

/** Tries everything a worker could use. */
export async function leaveWorker({ origin, tag }: Target): Promise<Record<string, string>> {
  const http = (way: string) => `http://${origin}/${tag}-${way}`;
  const said: Record<string, string> = {};
  const attempt = async (way: string, go: () => unknown): Promise<void> => {
    try {
      const ended = await Promise.race([Promise.resolve(go()), new Promise((resolve) => setTimeout(resolve, 400, 'went'))]);
      said[way] = String(ended ?? 'went');
    } catch (error) {
      said[way] = error instanceof Error ? error.message : String(error);
    }
  };
  await attempt('fetch', () => fetch(http('fetch')));
  await attempt('fetch-blind', () => fetch(http('fetch-blind'), { mode: 'no-cors', method: 'POST', body: 'secret' }));
  await attempt('xhr', () => {
    const request = new XMLHttpRequest();
    request.open('GET', http('xhr'), false);
    request.send();
  });
  await attempt(
    'websocket',
    () =>
      new Promise((_, reject) =>
        new WebSocket(`ws://${origin}/${tag}-websocket`).addEventListener('error', () => reject(new Error('refused')))
      )
  );
  await attempt(
    'events',
    () => new Promise((_, reject) => new EventSource(http('events')).addEventListener('error', () => reject(new Error('refused'))))
  );
  const scripts = globalThis as unknown as { importScripts?: (url: string) => void };
  if (scripts.importScripts) await attempt('scripts', () => scripts.importScripts?.(http('scripts')));
  await new Promise((resolve) => setTimeout(resolve, 300));
  return said;
}
