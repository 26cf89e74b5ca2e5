import { type ReactNode, useMemo } from 'react';
import type { InterviewQuestion, Module } from '../../curriculum/module.ts';
import { questionKey } from '../../learning/account/interview-account.ts';
import { lastAnswers, leftRun } from '../../learning/sessions/interview-record.ts';
import { stepsOf } from '../../learning/sessions/interview-steps.ts';
import { Frame } from '../components/frame.tsx';
import { detailHeightOf, ListAndDetail, useDetailPlace } from '../components/list-and-detail.tsx';
import type { MenuRow } from '../components/menu.tsx';
import { searchedRows } from '../components/searched-menu.tsx';
import { useActive, useBodySize, useNavigation, useSay, useServices, useWords } from '../context.ts';
import { useSearchedKeys } from '../hooks/use-searched-keys.ts';
import { useSearchedList } from '../hooks/use-searched-list.ts';
import { span, wrapText } from '../layout/line.ts';

type Entry = { readonly module: Module; readonly question: InterviewQuestion } | null;

/** The interview questions of these concepts, with how the last answer to each went. */
export function InterviewScreen({ modules }: { readonly modules: readonly Module[] }): ReactNode {
  const { store, now } = useServices();
  const { interview: words, shell } = useWords();
  const say = useSay();
  const navigation = useNavigation();
  const active = useActive();
  const { width, height } = useBodySize();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store's state is read anew whenever this screen is shown
  const { last, begun } = useMemo(() => {
    const { state } = store;
    const unfinished = modules.flatMap(({ id, interview }) =>
      interview
        .map((question) => ({ key: { module: id, question: question.id }, steps: stepsOf(question) }))
        .filter(({ key, steps }) => leftRun(state, key, steps, 0) !== null)
        .map(({ key }) => questionKey(key)),
    );
    return { last: lastAnswers(state), begun: new Set(unfinished) };
  }, [active, store, modules]);

  const entries: readonly Entry[] = modules.flatMap((module): Entry[] => [
    null,
    ...module.interview.map((question) => ({ module, question })),
  ]);
  const headings = modules.map(({ title }) => say(title));
  let heading = 0;
  const rows = entries.map((entry): MenuRow => {
    if (entry === null) return { kind: 'heading', text: headings[heading++] ?? '' };
    const key = questionKey({ module: entry.module.id, question: entry.question.id });
    const answer = last.get(key);
    const note = begun.has(key)
      ? words.begun
      : answer === undefined
        ? ''
        : words.lastTime(answer.had, answer.of, shell.shortSpan(Math.max(1000, now() - answer.at)));
    return { kind: 'item', key, label: say(entry.question.question), note: note === '' ? [] : [span(note, 'muted')] };
  });
  const unanswered = entries.findIndex(
    (entry) => entry !== null && !last.has(questionKey({ module: entry.module.id, question: entry.question.id })),
  );
  const wordings = new Map(
    modules.flatMap(({ id, interview }) =>
      interview.map((one) => [questionKey({ module: id, question: one.id }), Object.values(one.question)]),
    ),
  );
  const asked = (key: string) => wordings.get(key) ?? [];
  const questions = modules.flatMap(({ interview }) => interview.map(({ question }) => say(question)));
  const aboutHeight = detailHeightOf(questions, width) + detailHeightOf([words.chooseAbout], width) - 1;
  const { rowsOf } = useDetailPlace(aboutHeight);
  const list = useSearchedList(searchedRows(rows, asked), rowsOf(height), Math.max(0, unanswered));
  const chosen = entries[list.index] ?? null;
  const keys = useSearchedKeys(
    'picker',
    {
      ...list.handlers,
      open:
        chosen === null
          ? undefined
          : () =>
              navigation.push({ screen: 'interview-question', module: chosen.module.id, question: chosen.question.id }),
      back: navigation.back,
    },
    list.search,
  );
  return (
    <Frame title={[words.title]} keys={keys}>
      {(room) => (
        <ListAndDetail
          list={list}
          rows={rows}
          room={room}
          detailHeight={aboutHeight}
          detail={(cells) => [
            ...(chosen === null ? [] : wrapText(say(chosen.question.question), cells, 'strong')),
            ...wrapText(words.chooseAbout, cells, 'muted'),
          ]}
        />
      )}
    </Frame>
  );
}
