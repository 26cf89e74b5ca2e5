import { bar } from '../layout/bar.ts';
import { type Line, lineCells, span, wrapText } from '../layout/line.ts';
import { padEnd, padStart } from '../layout/width.ts';
import { type ProgressView, said, section, sections, titleOf } from './progress-view.ts';

/** Cells of a bar; no bars below BAR_FROM. */
const BAR = 10;
const BAR_FROM = 70;
const PERCENT = 6;

/** A number should stand near its name. */
const WIDEST = 96;

/** How well each concept is known. */
export function conceptLines(view: ProgressView): Line[] {
  const { progress, words, glyphs, linear } = view;
  const width = Math.min(view.width, WIDEST);
  const { progress: own, shell } = words;
  if (linear) {
    const told = progress.modules.flatMap(({ module, mastery, seen, items, due, suspended }) =>
      said(
        view,
        own.masterySaid(titleOf(view, module), shell.percent(mastery), [
          own.seenSaid(seen, items),
          ...(due > 0 ? [own.dueSaid(due)] : []),
          ...(suspended > 0 ? [own.suspendedOf(suspended)] : []),
        ]),
      ),
    );
    return sections(section(own.concepts, told));
  }
  const isAnySuspended = progress.modules.some(({ suspended }) => suspended > 0);
  const columns = { mastery: masteryCells(width), seen: 9, due: 7, suspended: isAnySuspended ? 16 : 0 };
  const name = width - columns.mastery - columns.seen - columns.due - columns.suspended;
  const header: Line = [
    span(padEnd('', name)),
    span(padStart(own.mastery, columns.mastery), 'muted'),
    span(padStart(own.seen, columns.seen), 'muted'),
    span(padStart(own.due, columns.due), 'muted'),
  ];
  const rows = progress.modules.flatMap(({ module, mastery, seen, items, due, suspended }) =>
    namedRow(titleOf(view, module), name, [
      ...masterySpans(view, mastery, seen > 0),
      span(padStart(`${seen}/${items}`, columns.seen)),
      span(padStart(due === 0 ? glyphs.dot : String(due), columns.due)),
      span(padStart(suspended === 0 ? '' : own.suspendedOf(suspended), columns.suspended, glyphs.ellipsis), 'warn'),
    ]),
  );
  return sections(section(own.concepts, [header, ...rows]));
}

/** How well each skill is known. */
export function skillLines(view: ProgressView): Line[] {
  const { progress, skills, words, glyphs, linear } = view;
  const width = Math.min(view.width, WIDEST);
  const { progress: own, shell } = words;
  const titleOfSkill = (id: string): string => skills.get(id) ?? id;
  if (linear) {
    const asked = progress.skills.filter(({ answered, suspended }) => answered > 0 || suspended);
    const told = asked.flatMap(({ skill, mastery, correct, answered, medianMs, suspended }) =>
      said(
        view,
        own.masterySaid(titleOfSkill(skill), shell.percent(mastery), [
          own.rightSaid(correct, answered),
          ...(medianMs === null ? [] : [own.timeSaid(shell.took(medianMs))]),
          ...(suspended ? [own.suspended] : []),
        ]),
      ),
    );
    return sections(section(own.skills, told.length === 0 ? said(view, own.answeredOf(0, 0, ''), 'muted') : told));
  }
  const isAnySuspended = progress.skills.some(({ suspended }) => suspended);
  const columns = { mastery: masteryCells(width), right: 9, time: isAnySuspended ? 14 : 9 };
  const name = width - columns.mastery - columns.right - columns.time;
  const header: Line = [
    span(padEnd('', name)),
    span(padStart(own.mastery, columns.mastery), 'muted'),
    span(padStart(own.right, columns.right), 'muted'),
    span(padStart(own.median, columns.time), 'muted'),
  ];
  const rows = progress.skills.flatMap(({ skill, mastery, answered, correct, medianMs, dueAt, suspended }) =>
    namedRow(titleOfSkill(skill), name, [
      ...masterySpans(view, mastery, answered > 0 || dueAt !== null),
      span(padStart(answered === 0 ? glyphs.dot : `${correct}/${answered}`, columns.right)),
      suspended
        ? span(padStart(own.suspended, columns.time, glyphs.ellipsis), 'warn')
        : span(padStart(medianMs === null ? glyphs.dot : shell.took(medianMs), columns.time), 'muted'),
    ]),
  );
  return sections(section(own.skills, [header, ...rows]));
}

/** A name in `width` cells with its figures beside it; what is left of a long name goes on below. */
function namedRow(name: string, width: number, figures: Line): Line[] {
  const lines = wrapText(name, Math.max(1, width - 2));
  return lines.map((spans, at) =>
    at === 0
      ? [span('  '), ...spans, span(padEnd('', width - 2 - lineCells(spans))), ...figures]
      : [span('    '), ...spans],
  );
}

function masteryCells(width: number): number {
  return width < BAR_FROM ? PERCENT : PERCENT + BAR + 1;
}

/** The bar where there is room, and the percentage; a dot for what was never seen. */
function masterySpans({ words, width, glyphs }: ProgressView, mastery: number, isSeen: boolean): Line {
  const percent = padStart(isSeen ? words.shell.percent(mastery) : glyphs.dot, PERCENT);
  return [...(width < BAR_FROM ? [] : [span(' '), ...bar(mastery, BAR, glyphs)]), span(percent, 'muted')];
}
