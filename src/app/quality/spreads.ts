/**
 * How many usual spreads from the middle an amount counts as unusual, the usual one first: 3.5 (Iglewicz & Hoaglin 1993,
 * How to Detect and Handle Outliers).
 */
export const SPREADS = ['3.5', '2.5', '3', '5'] as const;
