import { type ConnectionSettings, createTcb, type Tcb } from '../tcb.ts';

/**
 * Gives a connection in LISTEN other settings: nothing was told to a peer yet, so all of them may change. What the user
 * has asked for stays as it is.
 */
export function listenAnew(tcb: Tcb, settings: ConnectionSettings): void {
  const { state, opened, remote, challenges, notes } = tcb;
  const { queue, pushedTo, urgentEnd, closing, userGone, submissions } = tcb;
  const asked = { queue, pushedTo, urgentEnd, closing, userGone, submissions };
  const ofUser = tcb.userTimeoutMs !== tcb.settings.conventions.userTimeoutMs;
  const userTimeout = ofUser ? { userTimeoutMs: tcb.userTimeoutMs } : {};
  const { timers } = tcb;
  Object.assign(tcb, {
    ...createTcb(settings),
    ...asked,
    ...userTimeout,
    state,
    opened,
    remote,
    timers,
    challenges,
    notes,
  });
}
