import type { Language } from '../../../language.ts';
import { type Bases, shownNumbers } from '../../../trace/relative.ts';
import type { SegmentStory } from '../../../trace/timeline/related.ts';
import { secondsText } from '../../../trace/timeline/timeline-style.ts';
import { ladderViewWords } from '../../text/ladder-view.ts';

/** The whole story of one segment in a line: what it is; sent, arrived or lost, sent again, acknowledged, as far as it is known by now. */
export function storyText(
  { segment, original, copies, repeated, acknowledgedBy, acknowledges }: SegmentStory,
  {
    numbers,
    bases,
    nowMs,
    language,
  }: {
    readonly numbers: 'absolute' | 'relative';
    readonly bases: readonly Bases[];
    readonly nowMs: number;
    readonly language: Language;
  },
): { readonly name: string; readonly rest: string } {
  const { story: words } = ladderViewWords(language);
  const unit = language === 'ko' ? '초' : ' s';
  const time = (ms: number) => `${secondsText(ms)}${unit}`;
  const shown = shownNumbers(segment, bases[segment.n - 1], numbers);
  const { flags, len, origin, sentMs, arrivedMs, fate } = segment;
  const what = [
    flags.join(','),
    `seq ${shown.seq}`,
    ...(flags.includes('ACK') ? [`ack ${shown.ack}`] : []),
    ...(len > 0 ? [`len ${len}`] : []),
  ].join(' ');
  const end = () => {
    if (fate === 'lost') return words.lost;
    if (fate === 'unknown') return words.unknown;
    return arrivedMs === null || arrivedMs > nowMs
      ? words.flying
      : words.arrived(time(arrivedMs), time(arrivedMs - sentMs));
  };
  const takesNumbers = len > 0 || flags.includes('SYN') || flags.includes('FIN');
  const told = [
    ...(origin === 'forged' ? [words.forged] : []),
    ...(original === null ? [] : [origin === 'copy' ? words.copyOf(original.n) : words.repeats(original.n)]),
    words.sent(time(sentMs)),
    end(),
    ...(acknowledges.length > 0 ? [words.acknowledges(acknowledges.map(({ n }) => `#${n}`).join(', '))] : []),
    ...copies.map(({ n }) => words.copied(n)),
    ...repeated.map((one) => words.repeatedAs(one.n, time(one.sentMs))),
    ...(!takesNumbers || origin === 'forged'
      ? []
      : [acknowledgedBy === null ? words.notAcknowledged : words.acknowledgedBy(acknowledgedBy.n)]),
  ];
  return { name: `#${segment.n}`, rest: `${what}: ${told.join(words.join)}.` };
}
