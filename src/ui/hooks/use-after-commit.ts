import { useCallback, useLayoutEffect, useReducer, useRef } from 'react';

/**
 * A function that runs a task once all updates asked for so far in this turn are on the screen. React may put updates
 * off by several turns of the event loop, so waiting a turn is not enough: an update of our own travels with them, and
 * when that one has been committed, so have they.
 */
export function useAfterCommit(): (task: () => void) => void {
  const [committed, bump] = useReducer((count: number) => count + 1, 0);
  const asked = useRef(0);
  const waiting = useRef<{ readonly after: number; readonly task: () => void }[]>([]);
  useLayoutEffect(() => {
    const ready = waiting.current.filter(({ after }) => after <= committed);
    waiting.current = waiting.current.filter(({ after }) => after > committed);
    // In a turn of its own: a task that updates again must not count as an update within the commit.
    for (const { task } of ready) setImmediate(task);
  }, [committed]);
  return useCallback((task) => {
    asked.current++;
    waiting.current.push({ after: asked.current, task });
    bump();
  }, []);
}
