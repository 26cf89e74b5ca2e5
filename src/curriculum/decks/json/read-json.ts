import * as v from 'valibot';
import { nearestWord } from '../../../documents/nearest.ts';
import type { LineProblem } from '../../../documents/problem.ts';
import { issueMessage } from '../../../documents/schema.ts';
import type { Text } from '../../../language.ts';
import { CLOSES, clozeOf, OPENS } from '../card-text.ts';
import type { Deck, DeckCard } from '../deck.ts';
import { deckIdOf } from '../deck-id.ts';
import { contentKey } from '../identity.ts';
import { limits } from '../limits.ts';
import { hashOf } from '../names.ts';
import { NOTHING_LOST, type ReadDecks } from '../transfer.ts';
import { transferMessages as messages } from '../transfer-messages.ts';
import { type JsonPath, type Places, placesOf } from './places.ts';
import { type CardJson, decksSchema } from './schema.ts';

const MOST_PROBLEMS = 20;

/**
 * Reads decks from JSON (docs/formats.md). All or nothing: whoever wrote the file with a program wants to know what is
 * wrong with it. Never throws. Every problem names its path.
 */
export function readDecksJson(source: string, file: string, scenarios: readonly string[]): ReadDecks {
  const text = source.replace(/^\ufeff/, '');
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    const { error } = placesOf(text);
    return { ok: false, problems: [{ line: error?.line ?? 1, message: messages.badJson(error?.code ?? '') }] };
  }
  const version = (input as { readonly version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > 1)
    return { ok: false, problems: [{ line: 1, message: messages.newerJson(version) }] };
  const read = v.safeParse(decksSchema, input);
  let places: Places | null = null;
  const at = (path: JsonPath): number => {
    places ??= placesOf(text);
    return places.lineOf(path) ?? 1;
  };
  const problems: LineProblem[] = [];
  if (!read.success) {
    for (const issue of read.issues.slice(0, MOST_PROBLEMS)) {
      const path = (issue.path ?? []).map(({ key }) => key as string | number);
      problems.push({ line: at(path), message: issueMessage(issue, label(path), label(path.slice(0, -1))) });
    }
    return refused(problems);
  }
  const decks = read.output.decks.map((deck, d): Deck => {
    const ids = new Map<string, number>();
    const cards = deck.cards.flatMap((given, c): DeckCard[] => {
      const path = ['decks', d, 'cards', c];
      const tell = (message: (label: Text) => Text, inner: JsonPath = []): DeckCard[] => {
        const whole = [...path, ...inner];
        if (problems.length < MOST_PROBLEMS) problems.push({ line: at(whole), message: message(label(whole)) });
        return [];
      };
      const content = contentOf(given);
      if (content === null) return tell(messages.jsonNoSides);
      if (content === 'empty') return tell(messages.jsonNothingHidden, ['cloze']);
      if (content.kind === 'cloze' && content.text.length > limits.clozeText)
        return tell(messages.jsonClozeLong, ['cloze']);
      const scenario = given.scenario ?? null;
      if (scenario !== null && !scenarios.includes(scenario)) {
        return tell(messages.jsonScenario(scenario, nearestWord(scenario, scenarios)), ['scenario']);
      }
      const id = given.id ?? hashOf(contentKey(content));
      const twin = ids.get(id);
      if (twin !== undefined) return tell(messages.jsonTwice(id, `decks[${d}].cards[${twin}]`));
      ids.set(id, c);
      // Lines are only worked out for problems: of thousands of cards that takes long, and nobody looks at them.
      return [{ id, file, line: c + 1, content, scenario, tags: [...new Set(given.tags ?? [])] }];
    });
    return { id: deck.id ?? deckIdOf(deck.title), title: deck.title, cards };
  });
  const ids = decks.map(({ id }) => id);
  const twice = ids.findIndex((id, d) => ids.indexOf(id) !== d);
  if (twice >= 0) {
    const path = ['decks', twice];
    problems.push({
      line: at(path),
      message: messages.jsonTwice(ids[twice] ?? '', `decks[${ids.indexOf(ids[twice] ?? '')}]`)(label(path)),
    });
  }
  return problems.length > 0 ? refused(problems) : { ok: true, decks, problems: [], lost: NOTHING_LOST };
}

function refused(problems: readonly LineProblem[]): ReadDecks {
  const [first, ...others] = problems.toSorted((a, b) => a.line - b.line);
  if (first === undefined) throw new RangeError('refused without a problem');
  return { ok: false, problems: [first, ...others] };
}

function contentOf({ front, back, cloze }: CardJson): DeckCard['content'] | 'empty' | null {
  if (cloze === undefined) return front === undefined || back === undefined ? null : { kind: 'flip', front, back };
  if (front !== undefined || back !== undefined) return null;
  const found = clozeOf(`${cloze.before ?? ''}${OPENS}${cloze.hidden}${CLOSES}${cloze.after ?? ''}`);
  return found === null ? 'empty' : { kind: 'cloze', ...found };
}

/** `decks[0].cards[3].front`. */
function label(path: JsonPath): Text {
  const said = path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${step}`))
    .join('');
  return said === '' ? { en: 'The file', ko: '파일' } : { en: said, ko: said };
}
