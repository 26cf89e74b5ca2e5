import { type ReactNode, useState } from 'react';
import type { Text } from '../../../language.ts';
import { readNumber } from '../../../questions/answers/number.ts';
import { useRoom } from '../../components/frame.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { useSay, useShell } from '../../context.ts';
import { useEdit } from '../../hooks/use-edit.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { acceptsNumber } from '../../input/edit.ts';
import { stepNumber } from '../../layout/choice.ts';
import { line, wrapText } from '../../layout/line.ts';
import { amountWords as words } from '../../text/sandbox.ts';
import type { Moment } from './moment.ts';
import type { Play } from './play-state.ts';
import { type SandboxStage, StageView } from './stage-view.tsx';

/** Amounts worth a try: around a segment, a window, and far more. */
const STEPS = [
  1, 10, 50, 100, 200, 500, 1000, 1460, 2000, 3000, 5000, 10_000, 20_000, 50_000, 65_535, 70_000, 100_000, 1_000_000,
];

const DIGITS = 12;

/** Asks for a number below the ladder; the first digit typed takes the place of what is offered. */
export function AmountPane({
  stage,
  play,
  moment,
  title,
  about,
  prompt,
  first,
  least,
  most,
  onDone,
  onCancel,
}: {
  readonly stage: SandboxStage;
  readonly play: Play;
  readonly moment: Moment;
  readonly title: readonly string[];
  readonly about: Text;
  readonly prompt: Text;
  readonly first: number;
  readonly least: number;
  readonly most: number;
  readonly onDone: (amount: number) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { linear } = useShell();
  const say = useSay();
  const { width } = useRoom();
  const edit = useEdit(acceptsNumber, DIGITS, String(first));
  const [fresh, setFresh] = useState(true);
  const [refused, refuse] = useState(false);
  const read = readNumber(edit.text, 'amount');
  const amount = read.ok && read.value >= least && read.value <= most ? read.value : null;
  const step = (by: 1 | -1) => () => {
    setFresh(false);
    refuse(false);
    edit.set(String(Math.min(most, Math.max(least, stepNumber(STEPS, amount ?? first, by)))));
  };
  const keys = useKeys(
    'sandbox-amount',
    {
      ...edit.handlers,
      done: () => (amount === null ? refuse(true) : onDone(amount)),
      up: step(1),
      down: step(-1),
      back: onCancel,
    },
    {
      accepts: (character) => acceptsNumber(character, fresh ? '' : edit.state.before),
      insert: (text) => {
        if (fresh) edit.handlers['erase-all']();
        setFresh(false);
        refuse(false);
        edit.typing.insert(text);
      },
    },
  );
  const problem = refused ? wrapText(say(words.range(least, most)), width, 'bad') : [line('')];
  return (
    <StageView
      stage={stage}
      play={play}
      moment={moment}
      title={title}
      about={about}
      told={[]}
      keys={keys}
      lines={linear && !refused ? [] : problem}
      typed={(top, room) => (
        <TextInput prompt={say(prompt)} state={edit.state} width={room} origin={{ x: 1, y: 2 + top }} focused />
      )}
    />
  );
}
