import { PROFILES, type ProfileName } from '../../../src/tcp/conventions.ts';
import { type Against, judge } from './judge.ts';
import { readVectors, type Vector } from './vector.ts';

/** How many failing vectors a report shows. */
const SHOWN = 10;

export interface Report {
  readonly lines: readonly string[];
  /** 0 all pass, 1 some differ, 2 the file is not as it should be. */
  readonly exitCode: 0 | 1 | 2;
}

export function isProfile(name: string): name is ProfileName {
  return Object.hasOwn(PROFILES, name);
}

/** Plays every vector of a file's text and tells how many pass and the first that do not. */
export function report(text: string, fileName: string, profile: ProfileName, against: Against): Report {
  const read = readVectors(text);
  if ('problem' in read) return { lines: [`${fileName}: ${read.problem}`], exitCode: 2 };
  const { vectors } = read;
  if (vectors.length === 0) return { lines: [`${fileName}: vectors is empty; nothing to play`], exitCode: 2 };
  const failing: string[][] = [];
  for (const [index, vector] of vectors.entries()) {
    const judged = judge(vector, profile, against);
    if (judged.kind === 'unplayable') {
      return { lines: [`${fileName}: vectors[${index}]: ${judged.problem}`], exitCode: 2 };
    }
    if (!judged.same) failing.push(told(index, vector, judged.expected, judged.got));
  }
  const held = against === 'text' ? "the RFC's text" : "the kernel's answers";
  const passing = vectors.length - failing.length;
  const summary = `${passing} of ${vectors.length} pass (profile ${profile}, held against ${held})`;
  const more = failing.length > SHOWN ? [`... and ${failing.length - SHOWN} more`] : [];
  return {
    lines: [...failing.slice(0, SHOWN).flat(), ...more, summary],
    exitCode: failing.length === 0 ? 0 : 1,
  };
}

function told(index: number, { state, segment }: Vector, expected: string, got: string): string[] {
  const { flags, seq, ack, len } = segment;
  const what = `${flags.join(',') || 'no flags'} seq ${seq}${ack === null ? '' : ` ack ${ack}`} len ${len}`;
  return [`vectors[${index}] ${state} <- ${what}`, `  expected: ${expected}`, `  got:      ${got}`];
}
