import type { ReactNode } from 'react';
import type { Text } from '../../../language.ts';
import type { Settings } from '../../../learning/settings.ts';
import type { FaultEffect } from '../../../simulator/fault.ts';
import type { Move } from '../../../simulator/sandbox/sandbox.ts';
import type { Call } from '../../../trace/trace.ts';
import { useRoom } from '../../components/frame.tsx';
import { useSay, useShell } from '../../context.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { commandLines, SESSION_COMMANDS, sideLines } from './command-lines.ts';
import type { Moment } from './moment.ts';
import { pathText } from './path-text.ts';
import type { Play, PlayAction } from './play-state.ts';
import { isPossible, type SideCommand } from './possible.ts';
import { type SandboxStage, StageView, type Told } from './stage-view.tsx';

const SPEEDS: readonly Settings['speed'][] = [0.5, 1, 2, 4];

/** The sandbox as it runs: the ladder, and the keys that act. */
export function PlayPane({
  stage,
  play,
  moment,
  title,
  about,
  told,
  act,
  onMove,
  onCopy,
  onOpen,
  onAsk,
  onHint,
  onBack,
}: {
  readonly stage: SandboxStage;
  readonly play: Play;
  readonly moment: Moment;
  readonly title: readonly string[];
  readonly about: Text;
  readonly told: readonly Told[];
  readonly act: (action: PlayAction) => void;
  readonly onMove: (move: Move) => void;
  /** Lets the next segment arrive twice. */
  readonly onCopy: () => void;
  readonly onOpen: (
    what:
      | { readonly kind: 'forge' | 'network' }
      | { readonly kind: 'amount'; readonly of: 'send' | 'read' | 'delay' }
      | { readonly kind: 'save'; readonly after: 'stay' },
  ) => void;
  readonly onAsk: () => void;
  readonly onHint: () => void;
  readonly onBack: () => void;
}): ReactNode {
  const { settings, changeSettings, linear, language, glyphs } = useShell();
  const say = useSay();
  const { width } = useRoom();
  const style = { width, language, glyphs, linear };
  const { side, sandbox, past } = play;
  const host = moment.hosts[side];
  const can = (command: SideCommand, run: () => void) => (isPossible(command, host) ? run : undefined);
  const call = (command: SideCommand, made: Call) =>
    can(command, () => onMove({ kind: 'call', host: side, call: made }));
  const effect = (command: SideCommand, made: FaultEffect) =>
    can(command, () => onMove({ kind: 'next-segment', from: side, nth: 1, effect: made }));
  const speed = (by: 1 | -1) => {
    const next = SPEEDS[SPEEDS.indexOf(settings.speed) + by];
    return linear || next === undefined ? undefined : () => changeSettings({ speed: next });
  };
  const scroll = (by: number) => () => act({ type: 'scroll', by, rows: stage.ladder.scene.rows });
  const page = Math.max(1, stage.ladder.plan.ladder - 2);
  const ahead = moment.ahead !== 'nothing';
  const keys = useKeys('sandbox', {
    // At rest there is nothing to run: what is done next runs by itself.
    toggle: linear || !ahead ? undefined : () => act({ type: 'toggle' }),
    side: () => act({ type: 'side' }),
    forward: ahead ? () => act({ type: 'forward' }) : undefined,
    'step-back': moment.step < 0 ? undefined : () => act({ type: 'back' }),
    undo: past.length === 0 ? undefined : () => act({ type: 'undo' }),
    hint: onHint,
    save:
      sandbox.moves.length === 0 && sandbox.trace.events.length === 0
        ? undefined
        : () => onOpen({ kind: 'save', after: 'stay' }),
    predict: () => act({ type: 'predict' }),
    ask: moment.hosts.client.sent + moment.hosts.server.sent === 0 ? undefined : onAsk,
    connect: call('connect', { name: 'connect' }),
    listen: call('listen', { name: 'listen' }),
    send: can('send', () => onOpen({ kind: 'amount', of: 'send' })),
    close: call('close', { name: 'close' }),
    abort: call('abort', { name: 'abort' }),
    reading: call('reading', { name: host.reads ? 'stop-reading' : 'resume-reading' }),
    read: can('read', () => onOpen({ kind: 'amount', of: 'read' })),
    crash: call('crash', { name: 'crash' }),
    drop: effect('drop', { kind: 'drop' }),
    delay: can('delay', () => onOpen({ kind: 'amount', of: 'delay' })),
    duplicate: can('duplicate', onCopy),
    forge: can('forge', () => onOpen({ kind: 'forge' })),
    network: () => onOpen({ kind: 'network' }),
    ...stage.ladder.looking,
    slower: speed(-1),
    faster: speed(1),
    start: moment.step < 0 ? undefined : () => act({ type: 'start' }),
    end: ahead ? () => act({ type: 'end' }) : undefined,
    up: scroll(-1),
    down: scroll(1),
    'page-up': scroll(-page),
    'page-down': scroll(page),
    back: onBack,
  });
  const others = SESSION_COMMANDS.filter((command) => keys.bindings.some((binding) => binding.command === command));
  const lines = [
    ...sideLines(side, moment, say(pathText(sandbox, moment.actMs, side)), style),
    ...commandLines(side, moment, others, style),
  ];
  return (
    <StageView
      stage={stage}
      play={play}
      moment={moment}
      title={title}
      about={about}
      told={told}
      keys={keys}
      lines={lines}
    />
  );
}
