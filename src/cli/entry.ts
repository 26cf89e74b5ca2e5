#!/usr/bin/env node
import { writeSync } from 'node:fs';

/** The program's first file. It answers --version itself: everything else is in dist/app.js, loaded when needed. */
const args = process.argv.slice(2);
const only = args.length === 1 ? args[0] : undefined;
if (only === '--version' || only === '-V') {
  // Written directly: opening process.stdout costs more than the rest of this file.
  writeSync(1, `${SEQACK_VERSION}\n`);
} else {
  void import('./app-file.ts').then(({ runApp }) => runApp(args));
}
