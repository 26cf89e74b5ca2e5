import type { ReactNode } from 'react';
import { skillOf } from '../../learning/event.ts';
import { type PracticeState, summary } from '../../learning/practice-session.ts';
import type { Verdict } from '../../questions/diagnosis.ts';
import { type MisconceptionId, misconception } from '../../questions/misconceptions.ts';
import { Frame, useRoom } from '../components/frame.tsx';
import { Scroll } from '../components/scroll.tsx';
import { useGlyphs, useSay, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useScroll } from '../hooks/use-scroll.ts';
import { BLANK, type Line, line, span, spread } from '../layout/line.ts';

/** The end of a practice: how it went, what was missed, and by which wrong rules. */
export function PracticeDone({
  state,
  titleOf,
  onMore,
  onMissed,
  onLeave,
}: {
  readonly state: PracticeState<Verdict>;
  readonly titleOf: (skill: string) => string;
  readonly onMore: () => void;
  readonly onMissed: (questions: readonly string[]) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { practice: words } = useWords();
  const say = useSay();
  const glyphs = useGlyphs();
  const { width, height } = useRoom();
  const { answered, correct, missed } = summary(state);
  const rules = rulesOf(state);
  const lines: Line[] = [
    line(answered === 0 ? words.none : words.done(answered, correct), 'strong'),
    ...(answered > 0 && missed.length === 0 ? [line(`${glyphs.right} ${words.all}`, 'good')] : []),
    ...(missed.length === 0 ? [] : [BLANK, line(words.missed, 'strong')]),
    ...missed.map((name) =>
      spread(
        [span(`${glyphs.wrong} `, 'bad'), span(titleOf(skillOf(name)))],
        line(name, 'muted'),
        width - 2,
        glyphs.ellipsis,
      ),
    ),
    ...(rules.length === 0 ? [] : [BLANK, line(words.rules, 'strong')]),
    ...rules.map(
      ({ rule, count }): Line => [span(`${words.times(count)}  `, 'warn'), span(say(misconception(rule).name))],
    ),
  ];
  const scroll = useScroll(lines.length, height);
  const keys = useKeys('practice-done', {
    ...scroll.handlers,
    more: onMore,
    missed: missed.length === 0 ? undefined : () => onMissed(missed),
    back: onLeave,
  });
  return (
    <Frame title={[words.title]} keys={keys}>
      {({ width: room, height: shown }) => <Scroll lines={lines} top={scroll.top} width={room} height={shown} />}
    </Frame>
  );
}

/** The wrong rules followed, most frequent first. */
function rulesOf({ answers }: PracticeState<Verdict>): { readonly rule: MisconceptionId; readonly count: number }[] {
  const counts = new Map<MisconceptionId, number>();
  for (const { verdict } of answers) {
    for (const field of verdict.fields) {
      if (field.outcome !== 'wrong' || field.rule === null) continue;
      counts.set(field.rule, (counts.get(field.rule) ?? 0) + 1);
    }
  }
  return [...counts].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count);
}
