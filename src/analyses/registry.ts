import type { Analysis } from './analysis.ts';
import { CHURN_ANALYSIS } from './churn/churn.ts';
import { CUSTOMERS_ANALYSIS } from './customers/customers.ts';
import { OVERVIEW_ANALYSIS } from './overview/overview.ts';
import { RETENTION_ANALYSIS } from './retention/retention.ts';
import { SEGMENTS_ANALYSIS } from './segments/segments.ts';
import { VALUE_ANALYSIS } from './value/value.ts';

/** Every analysis, in the order of the navigation. To add one: a folder, and a line here. */
export const ANALYSES: readonly Analysis[] = [
  OVERVIEW_ANALYSIS,
  SEGMENTS_ANALYSIS,
  RETENTION_ANALYSIS,
  CHURN_ANALYSIS,
  VALUE_ANALYSIS,
  CUSTOMERS_ANALYSIS
];
