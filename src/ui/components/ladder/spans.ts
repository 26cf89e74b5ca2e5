import type { Span as LadderSpan, SpanRole } from '../../../trace/ladder-style.ts';
import { type Line, type Span, span } from '../../layout/line.ts';
import type { StyleName } from '../../theme.ts';

const STYLE_OF: Readonly<Record<SpanRole, StyleName>> = {
  space: 'plain',
  line: 'muted',
  'line-focus': 'accent',
  'state-new': 'code',
  flags: 'strong',
  name: 'muted',
  number: 'plain',
  answer: 'good',
  blank: 'accent',
  lost: 'bad',
  word: 'plain',
  special: 'warn',
  time: 'muted',
};

/** A line of a ladder in the styles of the screen; neighbours of one style are one run. */
export function screenLine(spans: readonly LadderSpan[]): Line {
  const out: Span[] = [];
  for (const { text, role } of spans) {
    if (text === '') continue;
    const last = out.at(-1);
    // Blanks look the same in every style that draws no line.
    const style = role === 'space' && last !== undefined ? last.style : STYLE_OF[role];
    if (last !== undefined && last.style === style) out[out.length - 1] = span(last.text + text, style);
    else out.push(span(text, style));
  }
  return out;
}
