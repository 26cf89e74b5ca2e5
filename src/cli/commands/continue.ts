import { openSessions } from '../../learning/sessions/session-resume.ts';
import { Failure } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { showScreen } from '../screen.ts';
import { errors } from '../text/errors.ts';

/** `seqack continue`: the practice or quiz left last, from where it was left. */
export function continueCommand(globals: Globals): Promise<number> {
  return showScreen(
    (_, { state }) => {
      const [left] = openSessions(state.sessions, Date.now());
      if (left === undefined) throw new Failure(1, errors.nothingLeft);
      return { screen: 'resume', session: left.started.session };
    },
    'seqack due',
    globals,
  );
}
