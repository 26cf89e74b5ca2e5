import type fs from 'node:fs';

/** The part of node:fs the log uses; tests put failing disks in its place. */
export type Disk = Pick<
  typeof fs,
  'openSync' | 'closeSync' | 'readSync' | 'writeSync' | 'fsyncSync' | 'fstatSync' | 'mkdirSync'
>;
