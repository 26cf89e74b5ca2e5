import type { Binding } from '../keys/binding.ts';
import type { ContextName } from '../keys/keymap.ts';
import type { Stroke } from './stroke.ts';

/** A line being typed: it takes the characters it accepts before any command sees them. */
export interface Typing {
  readonly accepts: (character: string) => boolean;
  /** Puts in what it accepts of the text: one character typed, or a whole paste. */
  readonly insert: (text: string) => void;
  /**
   * A text of several lines: a paste keeps its line breaks, and what arrives at once is put in at once. No character of it is a
   * command, so none has to wait for what came of the one before.
   */
  readonly lines?: boolean;
}

/** The keys of a screen that work now, for its footer and for the help screen. */
export interface ActiveKeys {
  readonly context: ContextName;
  readonly bindings: readonly Binding[];
  readonly typing: Typing | null;
}

/** Who receives the keys: the screen on top, through useKeys. */
export interface Listener {
  readonly keys: ActiveKeys;
  /** Acts on the stroke; false when it means nothing here. */
  readonly press: (stroke: Stroke) => boolean;
  readonly paste: (text: string) => void;
}

export interface Dispatcher {
  /** Hands the keys to `listener` from now on; the result takes them away again. */
  readonly attach: (listener: Listener) => () => void;
  /** Who has the keys now. */
  readonly current: () => Listener | undefined;
  /** Queues strokes; each is delivered after the screen has taken in the one before. */
  readonly press: (strokes: readonly Stroke[]) => void;
  readonly paste: (text: string) => void;
  /** Keeps strokes waiting until the result is called: while a screen is being loaded. */
  readonly hold: () => () => void;
}

type Queued = Stroke | { readonly paste: string };

/**
 * One queue for all input. A key may change the screen or its state, and what it changes counts for the next key, even
 * when both arrived in one report: so the first is delivered at once and each further one when what came of the one
 * before is on the screen, which `defer` waits for. `fallback` gets what the listener does not want: the keys that work
 * everywhere.
 */
export function createDispatcher(fallback: (stroke: Stroke) => void, defer: (task: () => void) => void): Dispatcher {
  const queue: Queued[] = [];
  const listeners: Listener[] = [];
  let settling = false;
  let holds = 0;

  const isTyped = (input: Queued, typing: Typing): input is Stroke =>
    'text' in input && input.text !== '' && typing.accepts(input.text);
  const restOfText = (typing: Typing): string => {
    let text = '';
    for (let next = queue[0]; next !== undefined && isTyped(next, typing); next = queue[0]) {
      text += next.text;
      queue.shift();
    }
    return text;
  };
  const deliver = () => {
    const next = queue.shift();
    if (next === undefined) return;
    const listener = listeners.at(-1);
    const typing = listener?.keys.typing ?? null;
    if (typing?.lines === true && isTyped(next, typing)) typing.insert(next.text + restOfText(typing));
    else if ('paste' in next) listener?.paste(next.paste);
    else if (listener === undefined || !listener.press(next)) fallback(next);
  };
  const run = () => {
    if (settling || holds > 0 || queue.length === 0) return;
    settling = true;
    defer(() => {
      settling = false;
      run();
    });
    deliver();
  };

  return {
    attach(listener) {
      listeners.push(listener);
      return () => {
        const at = listeners.indexOf(listener);
        if (at !== -1) listeners.splice(at, 1);
      };
    },
    current: () => listeners.at(-1),
    press(strokes) {
      queue.push(...strokes);
      run();
    },
    paste(text) {
      queue.push({ paste: text });
      run();
    },
    hold() {
      holds++;
      let released = false;
      return () => {
        if (released) return;
        released = true;
        // What the wait was for may still have to be drawn; until it is, no key may go to what was there before.
        defer(() => {
          holds--;
          run();
        });
      };
    },
  };
}
