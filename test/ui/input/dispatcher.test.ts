import { describe, expect, test } from 'vitest';
import { createDispatcher, type Listener } from '../../../src/ui/input/dispatcher.ts';

const stroke = (key: string) => ({ key, text: key });

function listening(press: Listener['press'], paste: Listener['paste'] = () => {}): Listener {
  return { keys: { context: 'home', bindings: [], typing: null }, press, paste };
}

/** A dispatcher whose turns are taken by hand. */
function byHand() {
  const turns: (() => void)[] = [];
  const fallen: string[] = [];
  const dispatcher = createDispatcher(
    ({ key }) => fallen.push(key),
    (task) => turns.push(task),
  );
  const turn = () => turns.shift()?.();
  return { dispatcher, turn, fallen };
}

describe('the dispatcher', () => {
  test('delivers the first stroke at once and each other in a turn of its own', () => {
    const { dispatcher, turn } = byHand();
    const seen: string[] = [];
    dispatcher.attach(listening(({ key }) => seen.push(key) > 0));
    dispatcher.press([stroke('1'), stroke('enter'), stroke('j')]);
    expect(seen).toEqual(['1']);
    turn();
    expect(seen).toEqual(['1', 'enter']);
    turn();
    expect(seen).toEqual(['1', 'enter', 'j']);
  });

  test('puts text of several lines in at once, up to the first key that is none', () => {
    const { dispatcher, turn } = byHand();
    const typed: string[] = [];
    const pressed: string[] = [];
    const typing = { accepts: (text: string) => text !== '!', insert: (text: string) => typed.push(text), lines: true };
    dispatcher.attach({
      keys: { context: 'interview-answer', bindings: [], typing },
      press: ({ key }) => pressed.push(key) > 0,
      paste: (text) => typed.push(`pasted ${text}`),
    });
    dispatcher.press([stroke('가'), stroke(' '), stroke('b'), { key: 'enter', text: '' }, stroke('c'), stroke('!')]);
    dispatcher.paste('d\ne');
    expect([typed, pressed]).toEqual([['가 b'], []]);
    for (let turns = 0; turns < 4; turns++) turn();
    expect([typed, pressed]).toEqual([
      ['가 b', 'c', 'pasted d\ne'],
      ['enter', '!'],
    ]);
  });

  test('a screen put on top by a stroke gets the next one', () => {
    const { dispatcher, turn } = byHand();
    const seen: string[] = [];
    dispatcher.attach(
      listening(({ key }) => {
        seen.push(`below ${key}`);
        dispatcher.attach(listening((next) => seen.push(`above ${next.key}`) > 0));
        return true;
      }),
    );
    dispatcher.press([stroke('a'), stroke('b')]);
    turn();
    expect(seen).toEqual(['below a', 'above b']);
  });

  test('what the screen does not want goes to the keys that work everywhere', () => {
    const { dispatcher, fallen } = byHand();
    dispatcher.attach(listening(() => false));
    dispatcher.press([stroke('?')]);
    expect(fallen).toEqual(['?']);
  });

  test('keeps strokes while held, and delivers them after', () => {
    const { dispatcher, turn } = byHand();
    const seen: string[] = [];
    dispatcher.attach(listening(({ key }) => seen.push(key) > 0));
    const release = dispatcher.hold();
    dispatcher.press([stroke('a')]);
    turn();
    expect(seen).toEqual([]);
    release();
    release();
    turn();
    expect(seen).toEqual(['a']);
  });

  test('a turn still owed to the stroke that began a wait does not end it before the new screen is drawn', () => {
    const { dispatcher, turn } = byHand();
    const seen: string[] = [];
    let release = () => {};
    dispatcher.attach(
      listening(({ key }) => {
        seen.push(`old ${key}`);
        release = dispatcher.hold();
        return true;
      }),
    );
    dispatcher.press([stroke('a'), stroke('b')]);
    release();
    turn();
    expect(seen).toEqual(['old a']);
    dispatcher.attach(listening(({ key }) => seen.push(`new ${key}`) > 0));
    turn();
    expect(seen).toEqual(['old a', 'new b']);
  });

  test('a paste keeps its place among the strokes', () => {
    const { dispatcher, turn } = byHand();
    const seen: string[] = [];
    dispatcher.attach(
      listening(
        ({ key }) => seen.push(key) > 0,
        (text) => seen.push(`pasted ${text}`),
      ),
    );
    dispatcher.press([stroke('a')]);
    dispatcher.paste('42');
    dispatcher.press([stroke('enter')]);
    turn();
    turn();
    expect(seen).toEqual(['a', 'pasted 42', 'enter']);
  });

  test('a screen that is gone gets nothing', () => {
    const { dispatcher, turn } = byHand();
    const seen: string[] = [];
    const detach = dispatcher.attach(listening(() => seen.push('gone') > 0));
    detach();
    dispatcher.press([stroke('a')]);
    turn();
    expect(seen).toEqual([]);
    expect(dispatcher.current()).toBeUndefined();
  });
});
