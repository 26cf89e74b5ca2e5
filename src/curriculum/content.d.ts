/** Compiled from content/ when the program is built (and by the tests' own loader): nothing is parsed at start. */
declare module 'seqack:content' {
  import type { Module } from './module.ts';
  export const modules: readonly Module[];
}

/** The scenarios of content/scenarios/, read and checked at build time, by name. */
declare module 'seqack:scenarios' {
  import type { Scenario } from '../simulator/scenario.ts';
  export const scenarios: Readonly<Record<string, Scenario>>;
}
