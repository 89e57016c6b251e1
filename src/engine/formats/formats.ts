import { unreadable } from '../readers/unreadable.ts';
import { expandArchive } from './expand.ts';
import type { Converted, ConvertedKind, FormatService, Listener } from './format-service.ts';
import { convertXlsx } from './xlsx.ts';

type Convert = (file: File, table: number | null, listener: Listener) => Promise<Converted>;

const CONVERSIONS: Readonly<Partial<Record<ConvertedKind, Convert>>> = {
  xlsx: convertXlsx
};

/** All formats, read where this is called. */
export const formatsHere: FormatService = {
  convert: (file, kind, table, listener) => {
    const convert = CONVERSIONS[kind];
    if (!convert) throw unreadable('kind:binary');
    return convert(file, table, listener);
  },
  expand: expandArchive
};
