import { writeSync } from 'node:fs';

/** The program's first file. It answers --version itself: everything else is loaded only when it is needed. */
const args = process.argv.slice(2);
const only = args.length === 1 ? args[0] : undefined;
if (only === '--version' || only === '-V') {
  // Written directly: opening process.stdout costs more than the rest of this file.
  writeSync(1, `${SEQACK_VERSION}\n`);
} else {
  const { main } = await import('./main.ts');
  process.exitCode = await main(args);
}
