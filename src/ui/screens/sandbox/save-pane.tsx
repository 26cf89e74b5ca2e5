import { Box } from 'ink';
import { type ReactNode, useState } from 'react';
import { joined, type Text } from '../../../language.ts';
import type { Sandbox } from '../../../simulator/sandbox/sandbox.ts';
import { reasonOf } from '../../capture-drive.ts';
import { Frame } from '../../components/frame.tsx';
import { Lines } from '../../components/lines.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { useSay, useServices, useShell, useWords } from '../../context.ts';
import { useEdit } from '../../hooks/use-edit.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { acceptsText } from '../../input/edit.ts';
import { BLANK, type Line, line, span, wrapText } from '../../layout/line.ts';
import { sandboxWords, saveWords as words } from '../../text/sandbox.ts';
import { defaultName, filesToSave, SAVED_KINDS, type SavedKind, type ShownPart, saveFiles } from './saving.ts';

/** The longest path that can be typed, characters. */
const LONGEST_PATH = 1000;
/** Lines above the body: the title and the rule. */
const ABOVE_BODY = 2;

/** Where and how to save what happened. Takes the whole screen. */
export function SavePane({
  sandbox,
  shown,
  onSaved,
  onCancel,
}: {
  readonly sandbox: Sandbox;
  readonly shown: ShownPart;
  /** Told what to say about it, and whether the moves are in a file now. */
  readonly onSaved: (told: readonly Text[], movesToo: boolean) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { writeFile } = useServices();
  const { watch } = useWords();
  const { glyphs } = useShell();
  const say = useSay();
  const edit = useEdit(acceptsText, LONGEST_PATH, defaultName(sandbox));
  const [what, setWhat] = useState<SavedKind>('both');
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<{ readonly of: string; readonly text: Text; readonly over: boolean } | null>(
    null,
  );
  const stem = edit.text.trim();
  const files = filesToSave(sandbox, shown, stem, what);
  const names = files.map(({ path }) => path);
  const asked = names.join('\n');
  // What was said of other files is over.
  const said = problem !== null && problem.of === asked ? problem : null;
  const ends = endsOf(shown, what, watch.time);
  const save = async () => {
    setSaving(true);
    try {
      const present = await saveFiles(files, writeFile, said?.over === true);
      if (present.length > 0) setProblem({ of: asked, text: words.exists(present), over: true });
      else {
        const replay = what === 'pcap' ? [] : [words.replay(names[0] ?? '', sandbox.seed)];
        onSaved([joined([words.saved(names), ...ends], ' '), ...replay], what !== 'pcap');
      }
    } catch (error) {
      setProblem({ of: asked, text: reasonOf(error), over: false });
    } finally {
      setSaving(false);
    }
  };
  const keys = useKeys(
    'sandbox-save',
    {
      ...edit.handlers,
      done: stem === '' || saving ? undefined : () => void save(),
      what: () => setWhat(SAVED_KINDS[(SAVED_KINDS.indexOf(what) + 1) % SAVED_KINDS.length] ?? 'both'),
      back: onCancel,
    },
    edit.typing,
  );
  const kinds: Line = SAVED_KINDS.flatMap((kind, at) => [
    span(at === 0 ? '' : '   '),
    span(`${kind === what ? glyphs.on : glyphs.off} ${say(words.what[kind])}`, kind === what ? 'selected' : 'muted'),
  ]);
  return (
    <Frame title={[say(sandboxWords.title), say(words.title)]} keys={keys}>
      {({ width }) => {
        const about = [...wrapText(say(words.about), width, 'muted'), BLANK, kinds, BLANK];
        return (
          <Box flexDirection="column">
            <Lines lines={about} width={width} />
            <TextInput
              prompt={say(words.name)}
              state={edit.state}
              width={width}
              origin={{ x: 1, y: ABOVE_BODY + about.length }}
              focused
            />
            <Lines
              lines={[
                BLANK,
                ...(stem === '' ? [] : wrapText(say(words.writes(names)), width)),
                ...(stem === '' ? [] : ends.flatMap((text) => wrapText(say(text), width))),
                ...(shown.trace.segments.length === 0 && what !== 'scenario'
                  ? wrapText(say(words.pcapEmpty), width, 'warn')
                  : []),
                ...(said === null ? [] : [line(''), ...wrapText(say(said.text), width, 'bad')]),
              ]}
              width={width}
            />
          </Box>
        );
      }}
    </Frame>
  );
}

/** How far the files go, where more than that is known of the run. */
function endsOf({ untilMs, laterMoves }: ShownPart, what: SavedKind, time: (ms: number) => string): readonly Text[] {
  if (untilMs === null || what === 'scenario') return [];
  const moves = what === 'both' && laterMoves > 0 ? [words.laterMoves(laterMoves)] : [];
  return [words.pcapEnds(time(untilMs)), ...moves];
}
