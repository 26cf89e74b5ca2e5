import { type ReactNode, useMemo, useReducer, useState } from 'react';
import { blankScenario } from '../../../simulator/sandbox/blank-scenario.ts';
import { refusal } from '../../../simulator/sandbox/refusal.ts';
import { type Move, openSandbox } from '../../../simulator/sandbox/sandbox.ts';
import type { Scenario } from '../../../simulator/scenario.ts';
import { traceSoFar } from '../../../trace/so-far.ts';
import { useRoom } from '../../components/frame.tsx';
import { tickAfter } from '../../components/ladder/ticking.ts';
import { useTicks } from '../../components/ladder/use-ladder.ts';
import { useActive, useNavigation, useSay, useShell } from '../../context.ts';
import { amountWords, pendingText, sentence, sandboxWords as words } from '../../text/sandbox.ts';
import { AmountPane } from './amount-pane.tsx';
import { commandHeight } from './command-lines.ts';
import type { ForgeDraft } from './forge-draft.ts';
import { ForgePane } from './forge-pane.tsx';
import { ideasAt } from './ideas.ts';
import { LeavePane } from './leave-pane.tsx';
import { momentOf } from './moment.ts';
import { draftAt } from './network-draft.ts';
import { NetworkPane } from './network-pane.tsx';
import { PlayPane } from './play-pane.tsx';
import { askedNow, canRun, isUnsaved, type PlayAction, reducePlay, startPlay } from './play-state.ts';
import { PredictionPane } from './prediction-pane.tsx';
import { predictionQuestion } from './prediction-question.ts';
import { SavePane } from './save-pane.tsx';
import { shownPart } from './saving.ts';
import { scoreLine, type Told, useStage } from './stage-view.tsx';

/** What is open over the ladder. */
type Open =
  | { readonly kind: 'nothing' | 'forge' | 'network' | 'leave' }
  | { readonly kind: 'amount'; readonly of: AmountKind }
  | { readonly kind: 'save'; readonly after: 'stay' | 'leave' };

type AmountKind = 'send' | 'read' | 'delay';

/** What each amount is at first, and within which bounds it may be. */
const AMOUNTS: Readonly<Record<AmountKind, { readonly first: number; readonly least: number; readonly most: number }>> =
  {
    send: { first: 500, least: 1, most: 1_000_000 },
    read: { first: 100, least: 1, most: 1_000_000 },
    delay: { first: 100, least: 1, most: 600_000 },
  };

/** How long after the original a copy made by hand arrives, ms. */
const COPY_AFTER = 10;

/** Both sides of a connection played by hand. */
export function SandboxScreen({
  scenario,
  seed,
  ms,
}: {
  /** What to play on; null: two hosts and nothing else. */
  readonly scenario: Scenario | null;
  readonly seed: string;
  /** The virtual time to begin at. */
  readonly ms: number;
}): ReactNode {
  const { settings, linear, language, glyphs } = useShell();
  const say = useSay();
  const navigation = useNavigation();
  const active = useActive();
  const [play, dispatch] = useReducer(reducePlay, null, () =>
    startPlay(openSandbox(scenario ?? blankScenario('closed'), seed), ms, !linear),
  );
  const [open, setOpen] = useState<Open>({ kind: 'nothing' });
  const [told, tell] = useState<readonly Told[]>([]);
  const [hint, setHint] = useState(0);
  const [amounts, setAmounts] = useState<Readonly<Record<AmountKind, number>>>({
    send: AMOUNTS.send.first,
    read: AMOUNTS.read.first,
    delay: AMOUNTS.delay.first,
  });
  const [forged, setForged] = useState<{ readonly from: string; readonly draft: ForgeDraft } | null>(null);
  const asked = askedNow(play);

  const { side, sandbox } = play;
  const moment = momentOf(play);
  const { width } = useRoom();
  const below = 1 + commandHeight({ width, language, glyphs, linear });
  const stage = useStage(play, below, (bottom, rows) => dispatch({ type: 'show', bottom, rows }));
  const running = active && open.kind === 'nothing' && asked === null && canRun(play);
  const { speed, motion } = settings;
  const { flying } = stage.ladder.scene;
  useTicks(running ? tickAfter(play.playback, play.at, { flying, speed, motion }) : null, (ms) =>
    dispatch({ type: 'tick', ms }),
  );
  const prediction = useMemo(
    () => (asked === null ? null : predictionQuestion(sandbox.trace, moment.events)),
    [asked, sandbox, moment.events],
  );
  const title = [say(words.title), ...(scenario === null ? [] : [say(scenario.title)])];
  const about = scenario === null ? words.about : scenario.about;
  const close = () => setOpen({ kind: 'nothing' });
  const act = (action: PlayAction) => {
    tell([]);
    if (action.type === 'move' || action.type === 'forward' || action.type === 'undo') setHint(0);
    dispatch(action);
  };
  /** What would fit in no scenario file is not done, and why is told. */
  const refused = (moves: readonly Move[]): boolean => {
    const why = moves.map((one) => refusal(sandbox, moment.actMs, one)).find((one) => one !== null) ?? null;
    if (why !== null) tell([{ text: why, rfc: '' }]);
    return why !== null;
  };
  const move = (made: Move) => {
    close();
    if (refused([made])) return;
    act({ type: 'move', move: made });
    // It leaves no trace until a segment is sent, so it is told.
    if (made.kind === 'next-segment') tell([{ text: sentence(pendingText(made.from, made.effect)), rfc: '' }]);
  };

  switch (open.kind) {
    case 'amount': {
      const { of } = open;
      return (
        <AmountPane
          stage={stage}
          play={play}
          moment={moment}
          title={title}
          about={about}
          prompt={amountWords[of](side)}
          first={amounts[of]}
          least={AMOUNTS[of].least}
          most={AMOUNTS[of].most}
          onDone={(amount) => {
            setAmounts({ ...amounts, [of]: amount });
            move(
              of === 'delay'
                ? { kind: 'next-segment', from: side, nth: 1, effect: { kind: 'delay', ms: amount } }
                : { kind: 'call', host: side, call: { name: of, bytes: amount } },
            );
          }}
          onCancel={close}
        />
      );
    }
    case 'forge':
      return (
        <ForgePane
          from={side}
          moment={moment}
          first={forged?.from === side ? forged.draft : null}
          onSend={(forgery, draft) => {
            setForged({ from: side, draft });
            move({ kind: 'forge', forgery });
          }}
          onCancel={close}
        />
      );
    case 'save':
      return (
        <SavePane
          sandbox={sandbox}
          shown={shownPart(sandbox, moment)}
          onSaved={(texts, movesToo) => {
            if (movesToo) dispatch({ type: 'saved' });
            if (open.after === 'leave') return navigation.back();
            tell(texts.map((text) => ({ text, rfc: '' })));
            close();
          }}
          onCancel={close}
        />
      );
    case 'leave':
      return (
        <LeavePane
          moves={sandbox.moves.length}
          onSave={() => setOpen({ kind: 'save', after: 'leave' })}
          onLeave={navigation.back}
          onStay={close}
        />
      );
    case 'network':
      return (
        <NetworkPane
          before={draftAt(sandbox, moment.actMs)}
          onDone={(moves) => {
            close();
            if (moves.length > 0 && !refused(moves)) act({ type: 'several', moves });
          }}
          onCancel={close}
        />
      );
    case 'nothing':
      if (prediction !== null) {
        return (
          <PredictionPane
            key={`${prediction.asking.name} ${sandbox.moves.length}`}
            trace={sandbox.trace}
            asked={prediction}
            title={title}
            status={scoreLine(play, say).slice(0, 1)}
            onJudged={(right) => dispatch({ type: 'predicted', right })}
            onShow={() => act({ type: 'passed' })}
            onStop={() => act({ type: 'predict' })}
          />
        );
      }
      return (
        <PlayPane
          stage={stage}
          play={play}
          moment={moment}
          title={title}
          about={about}
          told={told}
          act={act}
          onMove={move}
          onCopy={() =>
            move({ kind: 'next-segment', from: side, nth: 1, effect: { kind: 'duplicate', afterMs: COPY_AFTER } })
          }
          onOpen={(what) => {
            tell([]);
            setOpen(what);
          }}
          onAsk={() => {
            const trace = traceSoFar(sandbox.trace, moment.events);
            navigation.push({ screen: 'run-practice', trace, at: side });
          }}
          onHint={() => {
            const ideas = ideasAt(moment);
            const idea = ideas[hint % ideas.length];
            setHint(hint + 1);
            if (idea !== undefined) tell([idea]);
          }}
          onBack={() => (isUnsaved(play) ? setOpen({ kind: 'leave' }) : navigation.back())}
        />
      );
  }
}
