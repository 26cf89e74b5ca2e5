import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import type { Text } from '../../language.ts';
import type { Random } from '../../simulator/random.ts';
import type { QuestionDraft } from '../skill.ts';
import { foundAt } from './found-at.ts';
import { momentsOf, pickMoment } from './moment.ts';
import { hasFinding } from './stream-scan.ts';

/** A TCP header of a capture. */
export interface CapturedHeader {
  /** Where it is to be found. */
  readonly at: Text;
  /** From its first byte on, options included; with the numbers of the file. */
  readonly bytes: readonly number[];
  /** Data bytes of its segment. */
  readonly len: number;
}

/** One of the headers; each set of flags in the conversation is as likely as any other. */
export function pickHeader(captured: CapturedTrace, random: Random): CapturedHeader | null {
  const kind = pickMoment(random, kindsOn(captured));
  return kind && random.pick(kind);
}

/** Headers of which a question need not say more than that they are headers, by their flags. */
const kindsOn = momentsOf((captured): readonly (readonly CapturedHeader[])[] => {
  const kinds = new Map<number, CapturedHeader[]>();
  captured.trace.segments.forEach(({ len, origin }, index) => {
    const header = captured.headers[index];
    const at = foundAt(captured, [index + 1]);
    if (!header || at === null || origin !== 'tcp' || !isPlainHeader(header)) return;
    if (hasFinding(captured, index + 1, 'bad-checksum')) return;
    const flags = header[13] ?? 0;
    const same = kinds.get(flags);
    const one = { at, bytes: [...header], len };
    if (same === undefined) kinds.set(flags, [one]);
    else same.push(one);
  });
  return [...kinds.values()];
});

/** The reserved bits are clear, and so are those of ECN and URG: they are no part of what is asked. */
function isPlainHeader(header: Uint8Array): boolean {
  return ((header[12] ?? 0) & 0x0f) === 0 && ((header[13] ?? 0) & 0xe0) === 0;
}

/** A question on a header alone, as one of its capture. */
export function ofCapture({ trace }: CapturedTrace, draft: QuestionDraft | null): QuestionDraft | null {
  const { scenario, seed, profile } = trace;
  return draft && { ...draft, trace: { ...draft.trace, scenario, seed, profile } };
}
