/** The package's version, put in when the program is bundled (scripts/build.mjs) or tested (test/vitest.config.ts). */
declare const SEQACK_VERSION: string;
