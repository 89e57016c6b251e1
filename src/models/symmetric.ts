/** Square and symmetric, as rows. */
export type Matrix = readonly (readonly number[])[];

/** Eigenvalues and, in the same order, their unit vectors. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: Matrix;
}

/** All eigenvalues of a small symmetric matrix, by Jacobi's rotations. Source: G. Golub and C. Van Loan, Matrix Computations, 4th ed., 8.5. */
export function eigen(matrix: Matrix): Eigen {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = a.map((_, row) => a.map((_, column) => (row === column ? 1 : 0)));
  const cell = (rows: readonly (readonly number[])[], row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let all = 0;
    a.forEach((row, i) => row.forEach((value, j) => ((all += value * value), i !== j && (off += value * value))));
    if (off <= 1e-34 * all) break;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const apq = cell(a, p, q);
        if (apq === 0) continue;
        const theta = (cell(a, q, q) - cell(a, p, p)) / (2 * apq);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        const s = t * c;
        rotateColumns(a, p, q, c, s);
        rotateRows(a, p, q, c, s);
        rotateColumns(v, p, q, c, s);
      }
  }
  return { values: a.map((_, at) => cell(a, at, at)), vectors: a.map((_, at) => v.map((row) => row[at] ?? 0)) };
}

/** The inverse of a positive definite matrix; null when it is not one, to 12 digits. */
export function inverse(matrix: Matrix): number[][] | null {
  // Rows and columns are brought to a diagonal of 1 first: parameters may be on very different scales.
  const scales = matrix.map((row, at) => Math.sqrt(row[at] ?? 0));
  if (scales.some((scale) => !(scale > 0 && scale < Infinity))) return null;
  const scaled = matrix.map((row, i) => row.map((value, j) => value / ((scales[i] ?? 1) * (scales[j] ?? 1))));
  const { values, vectors } = eigen(scaled);
  if (values.some((value) => !(value > 1e-12))) return null;
  return scales.map((si, i) =>
    scales.map((sj, j) => values.reduce((sum, value, k) => sum + ((vectors[k]?.[i] ?? 0) * (vectors[k]?.[j] ?? 0)) / value, 0) / (si * sj))
  );
}

/** The inverse on the directions in which a matrix curves upwards; 0 in the others. */
export function pseudoInverse(matrix: Matrix): number[][] {
  const { values, vectors } = eigen(matrix);
  const least = 1e-10 * Math.max(0, ...values);
  return matrix.map((_, i) =>
    matrix.map((__, j) =>
      values.reduce((sum, value, k) => (value > least ? sum + ((vectors[k]?.[i] ?? 0) * (vectors[k]?.[j] ?? 0)) / value : sum), 0)
    )
  );
}

function rotateColumns(rows: number[][], p: number, q: number, c: number, s: number): void {
  for (const row of rows) {
    const [x = 0, y = 0] = [row[p], row[q]];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
}

function rotateRows(rows: number[][], p: number, q: number, c: number, s: number): void {
  const [first = [], second = []] = [rows[p], rows[q]];
  first.forEach((x, at) => {
    const y = second[at] ?? 0;
    first[at] = c * x - s * y;
    second[at] = s * x + c * y;
  });
}
