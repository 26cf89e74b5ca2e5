import { afterEach, expect, test } from 'vitest';
import { CHOICES } from '../../src/ui/screens/setting-values.ts';
import { wordsOf } from '../../src/ui/text/words.ts';
import { KEY, type Played, play, world } from './world.tsx';

let app: Played | undefined;
afterEach(() => app?.close());

const squeezed = (text: string) => text.replace(/\s+/g, '');

test.each(['en', 'ko'] as const)('what is said of each setting is never cut, in %s', async (language) => {
  for (const columns of [60, 80, 120]) {
    app = await play({ screen: 'settings' }, world({ language, settings: { language } }), { columns, rows: 20 });
    const height = app.frame().split('\n').length;
    for (const name of CHOICES.flatMap(({ names }) => names)) {
      const body = app.frame().split('\n').slice(2, -2).map(squeezed).join('');
      expect(body, `${name} at ${columns}`).toContain(squeezed(wordsOf(language).settings.about[name]));
      expect(app.frame().split('\n')).toHaveLength(height);
      await app.press(KEY.down);
    }
    app.close();
  }
});
