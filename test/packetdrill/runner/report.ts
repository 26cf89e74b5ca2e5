import type { Outcome } from './outcome.ts';

/** What is printed of one file: one line, or three where it fails. */
export function report(file: string, outcome: Outcome): string {
  switch (outcome.kind) {
    case 'pass':
      return `pass         ${file}`;
    case 'fail':
      return [
        `FAIL         ${file}:${outcome.line}`,
        `  expected   ${outcome.expected}`,
        `  got        ${outcome.got}`,
      ].join('\n');
    case 'malformed':
      return `MALFORMED    ${file}:${outcome.line}: ${outcome.message}`;
    case 'unsupported': {
      const uses = [...new Set(outcome.uses.map(({ what, line }) => `${what}, line ${line}`))];
      const rest = uses.length > 3 ? `; and ${uses.length - 3} more` : '';
      return `unsupported  ${file}: ${uses.slice(0, 3).join('; ')}${rest}`;
    }
  }
}

/** The closing line: how many came to what. */
export function summary(outcomes: readonly Outcome[]): string {
  const count = (...kinds: Outcome['kind'][]) => outcomes.filter(({ kind }) => kinds.includes(kind)).length;
  const parts = [
    `${count('pass')} passed`,
    `${count('fail', 'malformed')} failed`,
    `${count('unsupported')} unsupported`,
  ];
  return parts.join(', ');
}

/** Only a failure makes the whole fail. */
export function anyFailed(outcomes: readonly Outcome[]): boolean {
  return outcomes.some(({ kind }) => kind === 'fail' || kind === 'malformed');
}
