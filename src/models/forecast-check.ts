/** What was forecast for each customer and what came, place by place. */
export interface Forecasted {
  /** Repeat purchases before the split. */
  readonly x: ArrayLike<number>;
  readonly predicted: ArrayLike<number>;
  readonly actual: ArrayLike<number>;
}

/** Customers with the same number of purchases before: mean forecast and mean of what came. */
export interface CheckRow {
  /** The number of repeat purchases; the last row holds this many or more. */
  readonly x: number;
  readonly isOrMore: boolean;
  readonly customers: number;
  readonly predicted: number;
  readonly actual: number;
}

/** A forecast beside what came. */
export interface ForecastCheck {
  readonly customers: number;
  readonly predicted: number;
  readonly actual: number;
  /** predicted / actual − 1; null when nothing came. */
  readonly bias: number | null;
  /** Mean absolute error per customer. */
  readonly meanError: number;
  /** Root of the mean squared error per customer. */
  readonly squareError: number;
  readonly rows: readonly CheckRow[];
}

/** Compares forecasts with what came; null without customers. `last` gathers those with so many repeat purchases or more. */
export function checkForecast({ x, predicted, actual }: Forecasted, last = 7): ForecastCheck | null {
  const n = x.length;
  if (n === 0) return null;
  const rows = Array.from({ length: last + 1 }, (_, count) => ({
    x: count,
    isOrMore: count === last,
    customers: 0,
    predicted: 0,
    actual: 0
  }));
  let [said, came, absolute, squares] = [0, 0, 0, 0];
  for (let at = 0; at < n; at++) {
    const [p, y] = [predicted[at] as number, actual[at] as number];
    said += p;
    came += y;
    absolute += Math.abs(p - y);
    squares += (p - y) ** 2;
    const row = rows[Math.min(last, x[at] as number)];
    if (!row) continue;
    row.customers++;
    row.predicted += (p - row.predicted) / row.customers;
    row.actual += (y - row.actual) / row.customers;
  }
  return {
    customers: n,
    predicted: said,
    actual: came,
    bias: came > 0 ? said / came - 1 : null,
    meanError: absolute / n,
    squareError: Math.sqrt(squares / n),
    rows: rows.filter(({ customers }) => customers > 0)
  };
}
