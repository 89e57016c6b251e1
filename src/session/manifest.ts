import * as v from 'valibot';
import { ROLES, type Mapping } from '../sources/mapping.ts';
import type { Repair } from '../sources/repairs.ts';
import type { ShapeCorrection } from '../sources/shape-correction.ts';
import type { Draft, ShopFacts } from '../sources/source.ts';
import { migrated, VERSION } from './migrations.ts';
import { UnreadableProject } from './trouble.ts';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const NOTE = v.looseObject({
  code: text,
  level: v.picklist(['good', 'info', 'warn', 'bad']),
  params: v.optional(v.record(text, v.unknown()))
});
const BALANCE = v.looseObject({
  inFile: count,
  setAside: v.array(v.looseObject({ reason: text, rows: count, switchable: v.boolean(), isOn: v.boolean() })),
  used: count,
  orders: count,
  anonymous: count
});

/** A file name of our own making: nothing else is ever looked up on the disk. */
const PART = v.object({ file: v.pipe(text, v.regex(/^[\w-]{1,80}\.rows$/)), rows: count, bytes: count });
const TABLE = v.object({
  name: v.pipe(text, v.regex(/^[a-z][a-z0-9_]{0,60}$/)),
  columns: v.array(v.object({ name: v.pipe(text, v.minLength(1)), type: text })),
  parts: v.array(PART)
});

/** A mapping, whoever wrote it: roles that this program does not know become none. */
export const MAPPING = v.looseObject({
  family: v.nullable(text),
  roles: v.array(v.fallback(v.nullable(v.picklist(ROLES)), null)),
  personal: v.array(v.nullable(text)),
  confidence: v.array(v.nullable(text)),
  answers: v.record(text, text),
  rules: v.record(text, v.boolean())
});

const SHAPE_FIELDS = {
  encoding: text,
  delimiter: text,
  quote: text,
  headerLine: count,
  hasDescriptionRow: v.boolean(),
  trimsOutsideRows: v.boolean()
};
const SHAPE = v.looseObject(SHAPE_FIELDS);
/** Only what the user corrected of a shape. */
const CORRECTED = v.partial(v.object({ sheet: count, ...SHAPE_FIELDS }));

const LOAD = v.looseObject({
  rows: count,
  outside: v.array(v.looseObject({ line: count, kind: text, text })),
  rejected: v.array(v.looseObject({ line: count, reason: text, text })),
  rejectedCount: count,
  outsideCount: count,
  lines: count,
  reads: v.array(v.picklist(['skip', 'text', 'timestamp', 'date', 'number'])),
  warnings: v.array(v.looseObject({ kind: text }))
});

const SOURCE = v.object({
  file: text,
  /** Everything of the draft that is plain JSON. */
  draft: v.looseObject({
    id: v.pipe(text, v.regex(/^[\w-]{1,40}$/)),
    sketch: v.looseObject({ name: text, bytes: count, shape: SHAPE, columns: v.array(text), sample: v.array(v.array(text)) }),
    corrected: v.optional(CORRECTED),
    load: LOAD,
    mapping: MAPPING,
    checks: v.array(v.array(NOTE)),
    readings: v.array(NOTE),
    questions: v.array(v.looseObject({ id: text, kind: text, answer: v.nullable(text) })),
    identity: v.looseObject({ candidates: v.array(v.looseObject({ column: count, why: v.array(NOTE) })), chosen: v.nullable(count) }),
    balance: BALANCE,
    customers: v.nullable(count),
    currencies: v.optional(v.looseObject({ values: v.array(v.looseObject({ value: text, rows: count })), isSign: v.boolean() }))
  }),
  /** The rows as they were loaded, or null when they are not kept: then the file must be picked again. */
  rows: v.nullable(TABLE)
});

/** A repair, whoever wrote it: limits are numbers, so that nothing else gets into a statement. */
export const REPAIR = v.variant('kind', [
  v.object({
    kind: v.literal('amounts'),
    way: v.picklist(['winsorise', 'set-aside']),
    k: v.pipe(v.number(), v.finite()),
    low: v.pipe(v.number(), v.finite()),
    high: v.pipe(v.number(), v.finite()),
    currency: v.nullable(text)
  }),
  v.object({ kind: v.literal('merge') })
]);

const FACTS = v.looseObject({
  name: text,
  files: v.array(text),
  orders: count,
  purchases: count,
  customers: v.nullable(count),
  firstDay: v.date(),
  lastDay: v.date(),
  amount: v.number(),
  currency: v.nullable(text),
  currencies: v.optional(v.array(v.object({ value: text, orders: count, amount: v.number() }))),
  dimensions: v.record(text, v.array(v.object({ value: text, orders: count }))),
  balance: BALANCE,
  readings: v.array(NOTE),
  balancePerFile: v.optional(v.record(text, BALANCE)),
  payDelays: v.optional(v.record(text, v.object({ minutes: v.number(), late: v.number(), before: v.number() }))),
  repairs: v.optional(v.array(v.object({ repair: REPAIR, high: count, low: count }))),
  samePeople: v.optional(
    v.object({
      links: v.array(v.object({ kind: v.picklist(['phone', 'email']), ids: v.tuple([text, text]), file: text, shown: text })),
      tooShared: count,
      leftOut: v.optional(count)
    })
  )
});

/** How files with these headers are read and understood in this project. */
const RECIPE = v.object({
  file: text,
  headers: text,
  corrected: v.object({ shape: CORRECTED, table: v.nullable(text) }),
  mapping: MAPPING
});

/** Parameters of addresses, by which pages say how they count. */
const DEFINITIONS = v.record(v.pipe(text, v.regex(/^[a-z_]{1,40}$/)), v.pipe(text, v.maxLength(200)));

/** What a project knows beside its rows. */
export const KNOWLEDGE = {
  name: v.pipe(text, v.minLength(1), v.maxLength(200)),
  recipes: v.array(RECIPE),
  definitions: DEFINITIONS,
  repairs: v.array(REPAIR)
};

const MANIFEST = v.object({
  format: v.literal('regulars project'),
  version: v.literal(VERSION),
  ...KNOWLEDGE,
  state: v.pipe(text, v.regex(/^[\w-]{1,60}$/)),
  savedAt: v.date(),
  facts: v.nullable(FACTS),
  catalogue: v.picklist(['memory', 'packed']),
  /** Columns of an order that hold nothing and are not kept. */
  absent: v.array(text),
  tables: v.array(TABLE),
  sources: v.array(SOURCE),
  removed: v.optional(v.array(v.object({ ...SOURCE.entries, place: count })))
});

export type KeptTableFiles = v.InferOutput<typeof TABLE>;

export type Definitions = Readonly<Record<string, string>>;

export interface Recipe {
  /** The name of the file it was made for. */
  readonly file: string;
  /** `headersKey` of its columns. */
  readonly headers: string;
  /** What the user corrected about the cut of such files. */
  readonly corrected: ShapeCorrection;
  readonly mapping: Mapping;
}

export interface KeptSource {
  readonly file: string;
  readonly draft: Omit<Draft, 'file'>;
  readonly rows: KeptTableFiles | null;
}

/** A project as it is written down: what its tables are in, and everything that is not rows. */
export interface Manifest {
  readonly name: string;
  readonly savedAt: Date;
  readonly facts: ShopFacts | null;
  readonly catalogue: 'memory' | 'packed';
  readonly absent: readonly string[];
  readonly tables: readonly KeptTableFiles[];
  readonly sources: readonly KeptSource[];
  /** Files that were taken out of the shop, with their places among the sources. */
  readonly removed?: readonly (KeptSource & { readonly place: number })[];
  readonly recipes: readonly Recipe[];
  /** Projects kept before there were any have none. */
  readonly repairs: readonly Repair[];
  /** How pages count, as parameters of their addresses. */
  readonly definitions: Definitions;
  /** Another one whenever the shop or its files were saved; not for a new name or definition. */
  readonly state: string;
}

export function manifestText(manifest: Manifest): string {
  return plainText({ format: 'regulars project', version: VERSION, ...manifest });
}

/** The manifest in `json`, of whatever version up to ours. Throws `UnreadableProject`. */
export function readManifest(json: string): Manifest {
  const value = upToDate(parsed(json), 'regulars project');
  const { format: _format, version: _version, ...manifest } = checked(MANIFEST, value);
  return manifest as unknown as Manifest;
}

/** JSON in which dates stay dates. */
export function plainText(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, turned: unknown) {
    const own = this[key];
    return own instanceof Date ? { $date: own.getTime() } : turned;
  });
}

/** The value of `plainText`. Throws `UnreadableProject`. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json, (key, value: unknown) => {
      if (key === '__proto__') return undefined;
      const isDate = typeof value === 'object' && value !== null && '$date' in value && typeof value.$date === 'number';
      return isDate ? new Date((value as { $date: number }).$date) : value;
    });
  } catch (error) {
    if (error instanceof SyntaxError) throw new UnreadableProject('damaged', error.message);
    throw error;
  }
}

/** What was written as a `format`, as this version writes it. Throws where it is something else, or newer. */
export function upToDate(value: unknown, format: string): Record<string, unknown> {
  const head = v.safeParse(v.looseObject({ format: v.literal(format), version: v.pipe(v.number(), v.integer(), v.minValue(1)) }), value);
  if (!head.success) throw new UnreadableProject('foreign', `this is not a ${format}`);
  const { version } = head.output;
  if (version > VERSION) throw new UnreadableProject('newer', `version ${version}; this page reads up to ${VERSION}`);
  return { ...migrated(head.output, version), version: VERSION };
}

/** `value` when it is what `schema` says, with the place of the first fault otherwise. */
export function checked<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const place = v.getDotPath(issue) ?? '';
  throw new UnreadableProject('damaged', `${place}: ${issue.message}`, { place, expected: issue.expected ?? '', found: issue.received });
}
