/** One thing done to a value after the SQL, with its source ("MBG/NBD, Batislam et al. 2007"). */
export interface Step {
  readonly what: string;
  readonly source?: string;
}

/** Where a number comes from: everything needed to make it again. */
export interface Evidence {
  /** The query's name, e.g. `retention/cohorts`. */
  readonly name: string;
  /** Standalone SQL: pasted into the SQL page it gives the same rows. */
  readonly sql: string;
  readonly rows: number;
  readonly ms: number;
  /** The data revision it was computed on. */
  readonly revision: number;
  readonly steps: readonly Step[];
}

/** A value that cannot be drawn without its evidence. */
export interface Answer<T> {
  readonly value: T;
  readonly evidence: Evidence;
}

/** `answer` with its value changed by `change`; the evidence stays and may gain a step. */
export function mapAnswer<T, U>(answer: Answer<T>, change: (value: T) => U, step?: Step): Answer<U> {
  const evidence = step ? { ...answer.evidence, steps: [...answer.evidence.steps, step] } : answer.evidence;
  return { value: change(answer.value), evidence };
}

/** Several answers as one value; the first one's evidence leads and the others' SQL follows it. */
export function joinAnswers<T extends readonly Answer<unknown>[]>(
  answers: readonly [...T]
): Answer<{ [K in keyof T]: T[K] extends Answer<infer V> ? V : never }> {
  const [first] = answers;
  if (!first) throw new TypeError('no answers to join');
  const evidences = answers.map((answer) => answer.evidence);
  return {
    value: answers.map((answer) => answer.value) as never,
    evidence: {
      name: evidences.map((evidence) => evidence.name).join(' + '),
      sql: [...new Set(evidences.map((evidence) => evidence.sql))].join(';\n\n'),
      rows: evidences.reduce((sum, evidence) => sum + evidence.rows, 0),
      ms: evidences.reduce((sum, evidence) => sum + evidence.ms, 0),
      revision: first.evidence.revision,
      steps: eachOnce(evidences.flatMap((evidence) => evidence.steps))
    }
  };
}

/** What several answers rest on is done once. */
function eachOnce(steps: readonly Step[]): Step[] {
  return steps.filter((step, at) => at === steps.findIndex(({ what, source }) => what === step.what && source === step.source));
}

/** The single row of an answer whose query always gives one. Throws when there is none. */
export function onlyRow<T>(answer: Answer<readonly T[]>): Answer<T> {
  return mapAnswer(answer, ([row]) => {
    if (row === undefined) throw new TypeError(`${answer.evidence.name} gave no row`);
    return row;
  });
}
