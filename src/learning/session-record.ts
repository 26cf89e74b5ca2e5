import type { SessionRecord } from './account.ts';
import type { SessionEvent } from './event.ts';

/** More answers than the longest session has questions are not kept. */
const MOST_ANSWERS = 1000;

/** The session begun last, after a session has begun or ended. */
export function sessionAfter(session: SessionRecord | null, event: SessionEvent): SessionRecord | null {
  if (event.what === 'started') return { started: event, answered: [], ended: false };
  return session?.started.session === event.session ? { ...session, ended: true } : session;
}

/** The session after an answer, when it is one of its own. */
export function withAnswer(session: SessionRecord, answer: SessionRecord['answered'][number]): SessionRecord {
  if (session.answered.length >= MOST_ANSWERS) return session;
  const { plan } = session.started;
  // What another program asks meanwhile is not of this session; what is chosen as it goes on cannot be told by name.
  const isOwn = plan.questions.includes(answer.question) || (plan.of === 'practice' && plan.toChoose > 0);
  return isOwn ? { ...session, answered: [...session.answered, answer] } : session;
}
