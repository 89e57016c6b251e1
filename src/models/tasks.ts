import { churnRanking, type ChurnRanking } from './churn-ranking.ts';
import { customerPath, type CustomerPath } from './customer-path.ts';
import { finishInSteps, type LongWork, type Progress } from './long-work.ts';
import { repeatBuying, type RepeatBuying } from './repeat-buying.ts';
import type { NumberColumns, TaskResult } from './task-columns.ts';
import { valueCheck, type ValueCheck } from './value-check.ts';
import { customerValue, type CustomerValue } from './value-customers.ts';
import { whatIf, type WhatIf } from './value-what-if.ts';

/** The computations that can be asked for by name: the inputs they read, their options, and what they report. */
export interface Tasks {
  'churn-ranking': ChurnRanking;
  'repeat-buying': RepeatBuying;
  'customer-value': CustomerValue;
  'customer-path': CustomerPath;
  'value-check': ValueCheck;
  'what-if': WhatIf;
}
export type TaskName = keyof Tasks;

type Task<K extends TaskName> = (
  inputs: Readonly<Record<Tasks[K]['input'], NumberColumns>>,
  options: Tasks[K]['options']
) => LongWork<TaskResult<Tasks[K]['report']>>;

const TASKS: { readonly [K in TaskName]: Task<K> } = {
  'churn-ranking': churnRanking,
  'repeat-buying': repeatBuying,
  'customer-value': customerValue,
  'customer-path': customerPath,
  'value-check': valueCheck,
  'what-if': whatIf
};

interface TaskWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  readonly pause: () => Promise<void>;
}

/** Computes in steps, between which it can be called off. Throws on an unknown name. */
export function runTask(
  { task, options }: { readonly task: string; readonly options: unknown },
  inputs: Readonly<Record<string, NumberColumns>>,
  watch: TaskWatch
): Promise<TaskResult<unknown>> {
  if (!Object.hasOwn(TASKS, task)) return Promise.reject(new RangeError(`no computation is called ${task}`));
  const run = TASKS[task as TaskName] as (inputs: unknown, options: unknown) => LongWork<TaskResult<unknown>>;
  return finishInSteps(run(inputs, options), watch);
}
