import type { CheckedAnswer } from '../../../learning/sessions/answer-draft.ts';
import type { MisconceptionId } from '../../../questions/misconceptions.ts';
import type { Question } from '../../../questions/question.ts';
import type { Status } from '../frame.tsx';

/** Setting the item on the screen aside. */
export interface SetAside {
  readonly onBury: () => void;
  readonly onSuspend: () => void;
}

/**
 * What a screen that asks questions (practice, review) gives the pane that asks one: question-pane.tsx exports
 * `QuestionPane(props: QuestionPaneProps)`. The pane takes over the whole screen: it renders its own <Frame> with this
 * title and status, calls useKeys itself, and keeps what is typed. It shows the question, takes the answer, checks it,
 * reports it, then shows verdict and explanation until the learner goes on. Mount it with `key={question.name}`, so that
 * each question begins afresh.
 */
export interface QuestionPaneProps {
  readonly question: Question;
  readonly title: readonly string[];
  /** On the right of the title: how many of how many. */
  readonly status: Status;
  /** Why this question was chosen, from the fullest wording to the shortest: the first that fits stands by its name. */
  readonly why?: readonly string[] | undefined;
  /** When the question's first frame was drawn, ms since the epoch: its time counts from here. */
  readonly shownAt: number;
  /** Called once, when the answer has been given and before the verdict is shown: log it here. */
  readonly onAnswered: (answer: CheckedAnswer) => void;
  /** The learner has seen the verdict and goes on. */
  readonly onNext: () => void;
  /** The learner leaves the session. */
  readonly onLeave: () => void;
  /** Passes the question over without an answer; absent where every question has to be answered. */
  readonly onSkip?: (() => void) | undefined;
  /** More questions on the wrong rule that the answer follows, or like this one (null); absent where there is no way to. */
  readonly onDrill?: ((rule: MisconceptionId | null) => void) | undefined;
  /** Takes back the last grade of the session; absent when there is none. */
  readonly onUndo?: (() => void) | undefined;
  /** Sets the question's skill aside: until tomorrow, or until it is taken up again; absent where there is no schedule. */
  readonly setAside?: SetAside | undefined;
}
