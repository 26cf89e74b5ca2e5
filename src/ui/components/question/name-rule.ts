import { type Line, line, span } from '../../layout/line.ts';
import { cells } from '../../layout/width.ts';
import type { Glyphs } from '../../theme.ts';

/**
 * A rule with the question's name on the right: by it anyone can have the same question. On the left why it was chosen,
 * in the first wording that fits. For a screen reader a line each.
 */
export function nameLines(
  name: string,
  why: readonly string[],
  width: number,
  { glyphs: { rule }, linear }: { readonly glyphs: Glyphs; readonly linear: boolean },
): readonly Line[] {
  if (linear) return [...why.slice(0, 1).map((text) => line(text, 'accent')), line(name, 'muted')];
  const right = ` ${name} `;
  const left = width - cells(right) - END;
  if (left < 2 * END) return [line(rule.repeat(width), 'muted')];
  const reason = why.map((text) => ` ${text} `).find((text) => cells(text) + 2 * END <= left) ?? '';
  return [
    [
      ...(reason === '' ? [] : [span(rule.repeat(END), 'muted'), span(reason, 'accent')]),
      span(rule.repeat(left - cells(reason) - (reason === '' ? 0 : END)), 'muted'),
      span(right, 'muted'),
      span(rule.repeat(END), 'muted'),
    ],
  ];
}

/** Cells of rule at either end, and at least between the two texts. */
const END = 2;
