import type { PassedOver } from '../../captures/file/capture-tally.ts';
import type { CaptureSurvey } from '../../captures/survey/capture-survey.ts';
import type { Text } from '../../language.ts';
import { lengthText, momentText, passedOver, captures as words } from '../text/captures.ts';
import { listed } from './conversation-facts.ts';

/** What is known of a file as a whole: its kind and size, its time, what was passed over. A sentence each. */
export function factLines(survey: CaptureSurvey, conversations: number): Text[] {
  const { format, compressed, frames, segments, epochMs, passedOver: passed } = survey.tally;
  const facts = words.facts(format, compressed, frames, segments);
  const many = words.conversations(conversations + survey.forgotten);
  const span = epochMs === null ? null : words.span(momentText(epochMs), lengthText(survey.lastMs));
  const over = (Object.entries(passed) as [PassedOver, number][]).filter(([, n]) => n > 0);
  return [
    listed([facts, many]),
    ...(span === null ? [] : [span]),
    ...(over.length === 0 ? [] : [words.passedOver(over.map(([reason, n]) => passedOver[reason](n)))]),
    ...(survey.forgotten === 0 ? [] : [words.forgotten(survey.forgotten)]),
    ...(segments === 0 ? [words.nothing] : []),
  ];
}
