import { type ReactNode, useMemo } from 'react';
import type { Marks } from '../../learning/events/event.ts';
import { type InterviewStep, LISTS, type ListName, suggestedMarks } from '../../learning/sessions/interview-steps.ts';
import { Frame } from '../components/frame.tsx';
import { Scroll } from '../components/scroll.tsx';
import { useBodySize, useShell } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useList } from '../hooks/use-list.ts';
import type { Line } from '../layout/line.ts';
import { checkLines } from './interview-lines.ts';

/** What was written, and the points to grade it by: ticked by the learner, some of them marked as a guess. */
export function InterviewCheck({
  title,
  status,
  step,
  text,
  marks,
  onToggle,
  onRewrite,
  onGraded,
  onLeave,
}: {
  readonly title: readonly string[];
  readonly status: Line;
  readonly step: InterviewStep;
  readonly text: string;
  readonly marks: Marks;
  readonly onToggle: (list: ListName, place: number) => void;
  readonly onRewrite: () => void;
  readonly onGraded: () => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { language, words, glyphs } = useShell();
  const body = useBodySize();
  const suggested = useMemo(() => suggestedMarks(text, step), [text, step]);
  const places = LISTS.flatMap((list) => step.points[list].map((_, place) => ({ list, place })));
  const list = useList(
    places.map(() => true),
    body.height,
  );
  const chosen = places[list.index];
  const keys = useKeys('interview-check', {
    ...list.handlers,
    toggle: chosen === undefined ? undefined : () => onToggle(chosen.list, chosen.place),
    grade: onGraded,
    rewrite: onRewrite,
    back: onLeave,
  });
  return (
    <Frame title={title} status={status} keys={keys}>
      {({ width, height }) => {
        const looks = { language, words: words.interview, glyphs, width: width - 2 };
        const { lines, from, to } = checkLines(step, { text, marks, suggested, chosen: list.index }, looks);
        // From the top while the chosen point is seen; else with some of what comes before it.
        const wanted = to <= height ? 0 : from - Math.floor(height / 3);
        const top = Math.max(0, Math.min(wanted, lines.length - height));
        return <Scroll lines={lines} top={top} width={width} height={height} />;
      }}
    </Frame>
  );
}
