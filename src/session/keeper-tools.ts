/** What a project keeper needs of its surroundings. */
export interface KeeperTools {
  readonly now: () => Date;
  readonly newId: () => string;
  /** Asks the browser not to throw away what is kept. */
  readonly persist: () => Promise<unknown>;
  /** Resolves when nobody waits for an answer. */
  readonly quiet: () => Promise<void>;
}

/** Why a project is not on the disk: no room left, no private file system, or something else. */
export type Unkept = 'full' | 'unavailable' | 'other';
