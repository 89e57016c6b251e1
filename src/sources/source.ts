import type { FileSketch, LoadReport, TextShape } from '../engine/contract.ts';
import type { Dimension } from './canonical-tables.ts';
import type { JoinKind } from './join-form.ts';
import type { Mapping } from './mapping.ts';
import type { PayDelay } from './pay-delays.ts';
import type { AppliedRepair, SamePeople } from './repairs.ts';
import type { Subject } from './subject.ts';
import type { SubjectTable } from './subjects/subject-tables.ts';

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
  /** What the user has said about how it is cut, this time or for a file of its kind before. */
  readonly corrected?: Partial<TextShape> | undefined;
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
  /** The currencies of its amounts with their rows; a sign ($, ¥) may stand for several. */
  readonly currencies?: { readonly values: Question['values']; readonly isSign: boolean };
}

export interface Question {
  readonly id: string;
  readonly kind: 'date-order' | 'status' | 'currency' | 'money-format';
  readonly column: number;
  /** Values asked about, e.g. the unknown statuses with their counts. */
  readonly values: readonly {
    readonly value: string;
    readonly rows: number;
    /** Of a currency: the sum of its amounts as they stand in the file. */
    readonly amount?: number | null;
  }[];
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

/**
 * How the people in a file about something other than orders were found among the customers. The match rate is
 * `matchedKeys / keys`, and by rows `matchedRows / rows`.
 */
export interface FileMatch {
  readonly file: string;
  /** The id of its draft. */
  readonly draft: string;
  readonly subject: Subject;
  /** The column whose keys were looked up (a member's first one; an order's number where nobody is named). */
  readonly column: number | null;
  readonly header: string | null;
  /** Different keys; a member is one, whatever the number of keys. */
  readonly keys: number;
  readonly matchedKeys: number;
  /** Keys that several customers share: they match nobody. */
  readonly ambiguousKeys: number;
  /** Used rows that name somebody. */
  readonly rows: number;
  readonly matchedRows: number;
  /** Up to five keys that match nobody, personal ones masked. */
  readonly unmatched: readonly string[];
  /** Further columns that may name customers, best first: giving one the role `customer` uses it instead. */
  readonly others: readonly { readonly column: number; readonly header: string; readonly keys: number; readonly matchedKeys: number }[];
  /** What the keys in `column` are; absent where an order is named. */
  readonly kind?: JoinKind | undefined;
  /** Where few were found before the shop is built: columns of the orders that name these people, or would. */
  readonly elsewhere?: readonly Elsewhere[];
}

/** A column of a file of orders by which nobody is looked up, compared with the people of another file. */
export interface Elsewhere {
  /** The file of orders and the id of its draft. */
  readonly file: string;
  readonly draft: string;
  readonly column: number;
  readonly header: string;
  readonly kind: JoinKind;
  /** Its different keys that were looked at, and how many of them are in the other file. */
  readonly looked: number;
  readonly found: number;
  /** All of them were looked at, not only those in the first rows. */
  readonly isWhole: boolean;
  /** They are masked, and can be compared with nothing. */
  readonly isMasked: boolean;
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
  /** The sum of the amounts, in `currency` where there are several. */
  readonly amount: number;
  /** The currency of the amounts, that of most orders where there are several; null when the files do not say. */
  readonly currency: string | null;
  /** Where several currencies are kept, each by itself: all of them, that of most orders first. Never added up. */
  readonly currencies?: readonly { readonly value: string; readonly orders: number; readonly amount: number }[];
  /** Values of each mapped dimension with their orders, most frequent first (at most 200); unmapped ones absent. */
  readonly dimensions: Readonly<Partial<Record<Dimension, readonly { readonly value: string; readonly orders: number }[]>>>;
  readonly balance: Balance;
  /** The books of each file beside the others and the repairs, by the draft's id; absent where they are the draft's own. */
  readonly balancePerFile?: Readonly<Record<string, Balance | undefined>>;
  readonly readings: readonly Note[];
  /** How long orders took to be paid, by the draft's id; absent where no file tells both times. */
  readonly payDelays?: Readonly<Record<string, PayDelay | undefined>>;
  /** How each file of people was joined to the customers; absent where there is none. */
  readonly matches?: readonly FileMatch[];
  /** Rows of each table about something other than orders; empty ones absent. */
  readonly tables?: Readonly<Partial<Record<SubjectTable, number>>>;
  /** The repairs in force and what they did; absent where there are none. */
  readonly repairs?: readonly AppliedRepair[];
  /** Customer ids that look like the same person, merged or not; absent where no file could tell. */
  readonly samePeople?: SamePeople;
}
