export type Locale = 'en' | 'zh';

type Same<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends (...args: infer A) => string ? (...args: A) => string : Same<T[K]>;
};

/** Declares a slice's words; the compiler holds the Chinese to the same keys and parameters as the English. A message is a text, or a function of already formatted parts. `**…**` is bold. */
export function defineWords<const E extends object>(words: { en: E; zh: Same<E> }): { readonly [L in Locale]: Same<E> } {
  return words as never;
}
