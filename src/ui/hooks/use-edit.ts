import { useReducer } from 'react';
import type { Typing } from '../input/dispatcher.ts';
import { type Accepts, type EditAction, type EditState, EMPTY_EDIT, editedText, reduceEdit } from '../input/edit.ts';

export interface Edit {
  readonly state: EditState;
  readonly text: string;
  readonly set: (text: string) => void;
  /** For useKeys, as its third argument. */
  readonly typing: Typing;
  /** For useKeys: the commands of the context `typing`. */
  readonly handlers: Readonly<Record<EditCommand, () => void>>;
}

type EditCommand = Exclude<EditAction['type'], 'insert' | 'set'>;

/** A line of text being typed, `first` to begin with: at most `limit` characters, of those that `accepts` lets through. */
export function useEdit(accepts: Accepts, limit = 200, first = ''): Edit {
  const [state, dispatch] = useReducer(reduceEdit, { ...EMPTY_EDIT, before: first });
  const run = (type: EditCommand) => () => dispatch({ type });
  return {
    state,
    text: editedText(state),
    set: (text) => dispatch({ type: 'set', text }),
    typing: {
      accepts: (character) => accepts(character, state.before),
      insert: (text) => dispatch({ type: 'insert', text, accepts, limit }),
    },
    handlers: {
      erase: run('erase'),
      'erase-next': run('erase-next'),
      'erase-all': run('erase-all'),
      'cursor-left': run('cursor-left'),
      'cursor-right': run('cursor-right'),
      'cursor-start': run('cursor-start'),
      'cursor-end': run('cursor-end'),
    },
  };
}
