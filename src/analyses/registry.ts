import type { Analysis } from './analysis.ts';
import { CHURN_ANALYSIS } from './churn/churn.ts';
import { RETENTION_ANALYSIS } from './retention/retention.ts';

/** Every analysis, in the order of the navigation. To add one: a folder, and a line here. */
export const ANALYSES: readonly Analysis[] = [RETENTION_ANALYSIS, CHURN_ANALYSIS];
