/** The parameters of an address that `scoringOf` reads. */
export const SCORING_NAMES = ['template', 'score', 'split', 'frequency', 'monetary', 'r', 'f', 'm', 'cut'] as const;
