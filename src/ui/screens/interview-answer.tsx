import { Box } from 'ink';
import { type ReactNode, useEffect, useLayoutEffect, useReducer } from 'react';
import type { InterviewStep } from '../../learning/sessions/interview-steps.ts';
import { Frame } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { WritingArea } from '../components/writing-area.tsx';
import { useBodySize, useGlyphs, useSay, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { reduceWriting, type WritingAction, writingOf, writtenText } from '../input/writing.ts';
import { READING_WIDTH } from '../layout/lesson.ts';
import { type Line, line, wrapText } from '../layout/line.ts';

/** How long nothing has to be typed before what is there is put away, ms. */
const REST_MS = 5000;

/** Title and rule above the body, one cell beside it. */
const BODY_TOP = 2;
const BODY_LEFT = 1;

/** Rows of text below which the instructions give way. */
const LEAST_ROWS = 6;

/** A question, and room to answer it in one's own words. */
export function InterviewAnswer({
  title,
  status,
  step,
  initial,
  wentOn,
  onChange,
  onRest,
  onDone,
  onStartOver,
  onLeave,
}: {
  readonly title: readonly string[];
  readonly status: Line;
  readonly step: InterviewStep;
  /** What the text begins with. */
  readonly initial: string;
  /** The learner left here earlier: say so. */
  readonly wentOn: boolean;
  readonly onChange: (text: string) => void;
  /** Nothing has been typed for a while. */
  readonly onRest: () => void;
  readonly onDone: (text: string) => void;
  readonly onStartOver: (() => void) | undefined;
  readonly onLeave: () => void;
}): ReactNode {
  const { interview: words } = useWords();
  const say = useSay();
  const glyphs = useGlyphs();
  const body = useBodySize();
  const [state, dispatch] = useReducer(reduceWriting, initial, writingOf);
  const text = writtenText(state);
  useLayoutEffect(() => onChange(text), [onChange, text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the text begins the rest anew
  useEffect(() => {
    const timer = setTimeout(onRest, REST_MS);
    return () => clearTimeout(timer);
  }, [text, onRest]);

  const textWidth = Math.min(body.width, READING_WIDTH) - 1;
  const run = (type: Exclude<WritingAction['type'], 'insert' | 'up' | 'down'>) => () => dispatch({ type });
  const keys = useKeys(
    'interview-answer',
    {
      done: () => onDone(text),
      'new-line': () => dispatch({ type: 'insert', text: '\n' }),
      'start-over': onStartOver,
      'cursor-up': () => dispatch({ type: 'up', width: textWidth }),
      'cursor-down': () => dispatch({ type: 'down', width: textWidth }),
      'cursor-left': run('left'),
      'cursor-right': run('right'),
      'line-start': run('line-start'),
      'line-end': run('line-end'),
      'text-start': run('text-start'),
      'text-end': run('text-end'),
      erase: run('erase'),
      'erase-next': run('erase-next'),
      'erase-word': run('erase-word'),
      'erase-line': run('erase-line'),
      back: onLeave,
    },
    { accepts: isText, insert: (typed) => dispatch({ type: 'insert', text: typed }), lines: true },
  );
  return (
    <Frame title={title} status={status} keys={keys}>
      {({ width, height }) => {
        const room = Math.min(width, READING_WIDTH);
        const asked = wrapText(say(step.question), room, 'strong');
        const about = wrapText(wentOn ? `${words.wentOn} ${words.writeAbout}` : words.writeAbout, room, 'muted');
        const rule = line(glyphs.rule.repeat(room), 'muted');
        const head = [...asked, ...(height - asked.length - about.length - 1 >= LEAST_ROWS ? about : []), rule];
        return (
          <Box flexDirection="column">
            <Lines lines={head} width={width} />
            <WritingArea
              state={state}
              width={textWidth}
              height={Math.max(1, height - head.length)}
              origin={{ x: BODY_LEFT, y: BODY_TOP + head.length }}
            />
          </Box>
        );
      }}
    </Frame>
  );
}

function isText(character: string): boolean {
  return !/^\p{Cc}/u.test(character);
}
