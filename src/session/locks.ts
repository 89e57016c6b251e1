/**
 * The browser's locks between tabs. Browsers give none to a page that came over plain HTTP, nor a disk that would need
 * them: there whatever asks for a lock has it.
 */
export function locksOf(browser: { readonly locks?: LockManager | undefined }): LockManager {
  return browser.locks ?? UNLOCKED;
}

const UNLOCKED: LockManager = {
  query: () => Promise.resolve({ held: [], pending: [] }),
  request: async (_name: string, given: LockOptions | LockGrantedCallback<unknown>, callback?: LockGrantedCallback<unknown>) => {
    const work = typeof given === 'function' ? given : callback;
    return work?.(null);
  }
} as LockManager;
