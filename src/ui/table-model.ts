/** What a column's numbers mean, so that they are shown and exported right. */
export type CellKind = 'text' | 'integer' | 'number' | 'percent' | 'money' | 'date' | 'month' | 'days' | 'boolean';

export type Cell = string | number | boolean | Date | null;

export interface TableColumn {
  /** Stable English id: the header in the CSV. */
  readonly id: string;
  /** The header on screen, in the user's language. */
  readonly label: string;
  readonly kind: CellKind;
  readonly digits?: number;
  /** Leaves the digits out where the number is whole: for columns that hold several units. */
  readonly isTrimmed?: boolean;
  /** 'file': in the CSV alone, because the screen says it in another column; 'screen': the other way round. */
  readonly only?: 'screen' | 'file';
  /** Draws a small bar beside the number, scaled to the column's maximum. */
  readonly hasBar?: boolean;
  /** A difference: shown with its sign, and coloured when it tells which way is good. */
  readonly change?: 'up-is-good' | 'down-is-good' | 'neutral';
  /** How a text is set: 'chip' as a small label, 'strong' bold. */
  readonly look?: 'chip' | 'strong' | 'muted';
}

/** The numbers of a panel at full precision: the table view shows them, the CSV holds them. */
export interface TableModel {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Where a row leads: the address of the customers behind it. */
  readonly href?: (row: number) => string | null;
}
