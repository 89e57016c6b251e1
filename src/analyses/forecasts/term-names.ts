/** The parameters of an address that `termsOf` reads. */
export const TERM_NAMES = ['model', 'months', 'month', 'discount', 'margin', 'timing', 'outliers'] as const;
