/** Two years that end before the great autumn sale; nothing reads the clock. */
export const FIRST_DAY = Date.UTC(2023, 10, 1);
export const DAYS = 731;
export const DAY_MS = 86_400_000;

export interface SampleOrder {
  readonly customer: number;
  /** Seconds since the first day. */
  readonly at: number;
  readonly channel: number;
  readonly region: number;
  readonly cents: number;
  readonly category: number;
  readonly quantity: number;
  /** Whether the customer never comes back after it. */
  readonly isLeaving: boolean;
}

export function memberId(customer: number): string {
  return `M${String(((customer * 7_919) % 90_000) + 10_000)}`;
}

export function momentText(seconds: number): string {
  return new Date(FIRST_DAY + Math.min(seconds, DAYS * 86_400 - 1) * 1_000).toISOString().slice(0, 19).replace('T', ' ');
}

export function dayText(seconds: number): string {
  return momentText(seconds).slice(0, 10);
}

/** Lines as spreadsheets write them. */
export function csvFile(name: string, headers: readonly string[], lines: readonly string[]): File {
  return new File([`\uFEFF${[headers.join(','), ...lines].join('\r\n')}\r\n`], name, { type: 'text/csv' });
}
