import { Box, renderToString } from 'ink';
import { render } from 'ink-testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import { App } from '../../../src/ui/app.tsx';
import { TextInput } from '../../../src/ui/components/text-input.tsx';
import { useEdit } from '../../../src/ui/hooks/use-edit.ts';
import { useKeys } from '../../../src/ui/hooks/use-keys.ts';
import { type Accepts, acceptsNumber, acceptsText } from '../../../src/ui/input/edit.ts';
import { KEY, world } from '../world.tsx';

const shown = { text: '', reviews: 0 };

/** A line to type in, with the home screen's commands around it. */
function Line({ accepts, width = 20 }: { readonly accepts: Accepts; readonly width?: number }) {
  const edit = useEdit(accepts);
  shown.text = edit.text;
  useKeys('home', { review: () => shown.reviews++ }, edit.typing);
  return (
    <Box>
      <TextInput prompt="ack" state={edit.state} width={width} origin={{ x: 0, y: 0 }} focused />
    </Box>
  );
}

function app(accepts: Accepts) {
  return (
    <App
      services={world().services}
      first={{ route: { screen: 'home' }, element: <Line accepts={accepts} /> }}
      load={() => Promise.reject(new Error('nothing else here'))}
      suspend={null}
      size={{ columns: 80, rows: 24 }}
    />
  );
}

let close: (() => void) | undefined;
afterEach(() => close?.());

async function typing(accepts: Accepts) {
  shown.text = '';
  shown.reviews = 0;
  const made = render(app(accepts));
  close = () => {
    made.unmount();
    made.cleanup();
  };
  const wait = () => new Promise((resolve) => setTimeout(resolve, 60));
  await wait();
  return async (input: string) => {
    made.stdin.write(input);
    await wait();
    return made.lastFrame() ?? '';
  };
}

describe('a line being typed', () => {
  test('shows its prompt and what is typed', async () => {
    const press = await typing(acceptsNumber);
    await press('4,294');
    // The frame of the last key may still be on its way.
    await expect.poll(() => press('')).toContain('ack 4,294');
  });

  test('of digits leaves other letters to the commands', async () => {
    const press = await typing(acceptsNumber);
    await press('12r3');
    await expect.poll(() => ({ ...shown })).toEqual({ text: '123', reviews: 1 });
  });

  test('of text takes letters, even those of commands that work everywhere', async () => {
    const press = await typing(acceptsText);
    await press('rL?');
    await expect.poll(() => ({ ...shown })).toEqual({ text: 'rL?', reviews: 0 });
    expect(await press('')).not.toContain('Everywhere');
  });

  test('takes a paste, of which only what it accepts', async () => {
    const press = await typing(acceptsNumber);
    await press('\u001B[200~ack=1,000\n\u001B[201~');
    await expect.poll(() => shown.text).toBe('1,000');
  });

  test('does not mind keys it has no use for', async () => {
    const press = await typing(acceptsNumber);
    await press(`1${KEY.up}2`);
    await expect.poll(() => shown.text).toBe('12');
  });
});

test('a line longer than its room shows the end, where the cursor is', () => {
  const frame = renderToString(
    <App
      services={world().services}
      first={{
        route: { screen: 'home' },
        element: (
          <TextInput
            prompt="ack"
            state={{ before: '1234567890'.repeat(3), after: '' }}
            width={16}
            origin={{ x: 0, y: 0 }}
            focused
          />
        ),
      }}
      load={() => Promise.reject(new Error('nothing else here'))}
      suspend={null}
      size={{ columns: 80, rows: 24 }}
    />,
  );
  expect(frame).toMatch(/^ack 01234567890$|^ack \d{11}$/);
  expect(frame.endsWith('890')).toBe(true);
});
