import type { Text } from '../language.ts';

/** A word of a table, in both languages, or a number or name that reads the same in each. */
export type Cell = Text | string | number;

/** Something given with a question that is no ladder. Screens, listings and worksheets each draw it their own way. */
export type Figure =
  | {
      /** Names and their values, a line each: 'cwnd  4 SMSS'. */
      readonly kind: 'values';
      readonly title: Text | null;
      readonly values: readonly { readonly name: Cell; readonly value: Cell }[];
    }
  | {
      /** Rows of as many cells as the head has. */
      readonly kind: 'table';
      readonly title: Text | null;
      readonly head: readonly Cell[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | {
      /** Bytes as a hex dump, sixteen a line, from offset 0. */
      readonly kind: 'bytes';
      readonly title: Text | null;
      readonly bytes: readonly number[];
    };
