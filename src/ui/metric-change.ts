/** How a number moved against the period before. */
export interface MetricChange {
  /** The size of the move, already formatted without a sign: "4.1%", "1.2 pt". */
  readonly text: string;
  readonly direction: 'up' | 'down' | 'same';
  /** Null when neither way is better. */
  readonly isGood: boolean | null;
  /** Against what; "vs previous" when absent. */
  readonly against?: string;
}

/** A move from `previous` to `current`; null when one is missing. `show` formats the size without a sign. */
export function metricChange(
  current: number | null,
  previous: number | null,
  show: (size: number) => string,
  better: 'up' | 'down' | null,
  against?: string
): MetricChange | null {
  if (current === null || previous === null) return null;
  const difference = current - previous;
  const direction = difference > 0 ? 'up' : difference < 0 ? 'down' : 'same';
  return {
    text: show(Math.abs(difference)),
    direction,
    isGood: direction === 'same' || better === null ? null : direction === better,
    ...(against === undefined ? {} : { against })
  };
}
