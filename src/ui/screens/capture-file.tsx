import { Box } from 'ink';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Text } from '../../language.ts';
import { refusal } from '../capture-drive.ts';
import { Frame } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { TextInput } from '../components/text-input.tsx';
import { useNavigation, useSay, useServices } from '../context.ts';
import { useEdit } from '../hooks/use-edit.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { acceptsText } from '../input/edit.ts';
import { type Completion, completed, folderOf } from '../input/path-completion.ts';
import { BLANK, wrapText } from '../layout/line.ts';
import { nameLines } from '../layout/name-lines.ts';
import { captureScreens as words } from '../text/capture-screens.ts';

/** The longest path that can be typed, characters. */
const LONGEST_PATH = 1000;
/** Lines above the body: the title and the rule. */
const ABOVE_BODY = 2;
/** The line of the path, and a blank one above and below it. */
const AROUND_INPUT = 3;

/** Asks for the path of a capture and opens it; what keeps it from being opened is said here. */
export function CaptureFileScreen(): ReactNode {
  const { openCapture, listFolder } = useServices();
  const say = useSay();
  const navigation = useNavigation();
  const edit = useEdit(acceptsText, LONGEST_PATH);
  const [refused, refuse] = useState<{ readonly path: string; readonly why: Text } | null>(null);
  const [looking, look] = useState(false);
  const [completion, complete] = useState<Completion | null>(null);
  const path = pathOf(edit.text);
  const latest = useRef(path);
  useLayoutEffect(() => {
    latest.current = path;
  });
  const finish = () => {
    void listFolder(folderOf(path)).then((entries) => {
      // What was typed meanwhile is not taken back.
      if (latest.current !== path) return;
      const found = completed(path, entries);
      complete(found);
      if (found.path !== path) edit.set(found.path);
    });
  };
  const open = () => {
    look(true);
    void refusal(path, openCapture).then((why) => {
      look(false);
      refuse(why === null ? null : { path, why });
      if (why === null) navigation.push({ screen: 'capture', path, at: null, conversation: null });
    });
  };
  const keys = useKeys(
    'capture-file',
    { ...edit.handlers, open: path === '' || looking ? undefined : open, complete: finish, back: navigation.back },
    edit.typing,
  );
  return (
    <Frame title={[say(words.open)]} keys={keys}>
      {({ width, height }) => {
        const about = wrapText(say(words.about), width, 'muted');
        // What was said of another path is over.
        const why = refused === null || refused.path !== path ? [] : wrapText(say(refused.why), width, 'bad');
        const room = Math.max(1, height - about.length - why.length - AROUND_INPUT);
        // The same of what a completion said.
        const names =
          completion === null || completion.path !== path
            ? []
            : completion.found
              ? nameLines(completion.among, width, room, (left) => say(words.moreNames(left)))
              : wrapText(say(words.noSuchName), width, 'muted');
        return (
          <Box flexDirection="column">
            <Lines lines={[...about, BLANK]} width={width} />
            <TextInput
              prompt={say(words.path)}
              state={edit.state}
              width={width}
              origin={{ x: 1, y: ABOVE_BODY + about.length + 1 }}
              focused
            />
            <Lines lines={[BLANK, ...why, ...names]} width={width} />
          </Box>
        );
      }}
    </Frame>
  );
}

/** A path as it was typed, or dropped on the terminal: then it stands in quotation marks, or has a backslash before its blanks. */
function pathOf(typed: string): string {
  const text = typed.trim();
  return /^(['"])(.*)\1$/.exec(text)?.[2] ?? text.replaceAll('\\ ', ' ');
}
