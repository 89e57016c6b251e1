import type { FileSketch, LoadReport } from '../engine/contract.ts';
import type { Dimension } from './canonical-tables.ts';
import type { Mapping } from './mapping.ts';

/** A remark in no language: `sources/messages.ts` words it. `params` are raw values. */
export interface Note {
  readonly code: string;
  readonly level: 'good' | 'info' | 'warn' | 'bad';
  readonly params?: Readonly<Record<string, string | number | Date | null>>;
}

/** One reason for which rows were set aside, and how many. */
export interface SetAside {
  /** Stable id: unpaid, cancelled, refunded, duplicate, unreadable-date, unreadable-amount, missing-customer, … */
  readonly reason: string;
  readonly rows: number;
  /** Whether the user can switch this rule, and whether it is on. */
  readonly switchable: boolean;
  readonly isOn: boolean;
}

/** `inFile = used + Σ setAside.rows` holds always; every row in the file is in exactly one place. */
export interface Balance {
  readonly inFile: number;
  readonly setAside: readonly SetAside[];
  readonly used: number;
  /** Orders that `used` rows became (lines of one order collapse). */
  readonly orders: number;
  /** Used rows whose customer is nobody: in order-level figures only. */
  readonly anonymous: number;
}

/** A dropped file on its way to becoming part of the shop: all that the mapping page shows. */
export interface Draft {
  readonly id: string;
  readonly file: File;
  readonly sketch: FileSketch;
  readonly load: LoadReport;
  readonly mapping: Mapping;
  /** Per column of the sketch: what was found, e.g. "18,406 different, none empty". */
  readonly checks: readonly (readonly Note[])[];
  /** How lines became orders, which amount reading is used, which clock counts, … in words. */
  readonly readings: readonly Note[];
  /** Must be answered before the file can be analysed: date order, unknown statuses, currency. */
  readonly questions: readonly Question[];
  readonly identity: Identity;
  readonly balance: Balance;
  /** Customers this mapping yields; null when the identity gate refuses. */
  readonly customers: number | null;
}

export interface Question {
  readonly id: string;
  readonly kind: 'date-order' | 'status' | 'currency' | 'money-format';
  readonly column: number;
  /** Values asked about, e.g. the unknown statuses with their counts. */
  readonly values: readonly { readonly value: string; readonly rows: number }[];
  readonly options: readonly string[];
  readonly answer: string | null;
}

/** The identity gate: each candidate key measured, and the verdict. */
export interface Identity {
  readonly candidates: readonly {
    readonly column: number;
    readonly distinct: number;
    readonly rows: number;
    readonly empty: number;
    readonly masked: number;
    readonly placeholder: number;
    readonly topShare: number;
    readonly verdict: 'sound' | 'doubtful' | 'unsound';
    readonly why: readonly Note[];
  }[];
  /** The column taken as the customer key, or null: no customer-level numbers. */
  readonly chosen: number | null;
}

/** What the pages need to know about the shop that answers. */
export interface ShopFacts {
  readonly name: string;
  readonly files: readonly string[];
  readonly orders: number;
  readonly purchases: number;
  /** Null when the identity gate refused: order-level pages only. */
  readonly customers: number | null;
  readonly firstDay: Date;
  readonly lastDay: Date;
  readonly amount: number;
  readonly currency: string | null;
  /** Values of each mapped dimension with their orders, most frequent first (at most 200); unmapped ones absent. */
  readonly dimensions: Readonly<Partial<Record<Dimension, readonly { readonly value: string; readonly orders: number }[]>>>;
  readonly balance: Balance;
  readonly readings: readonly Note[];
}
