import { Text } from 'ink';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { Frame } from '../../src/ui/components/frame.tsx';
import { useKeys } from '../../src/ui/hooks/use-keys.ts';
import { span } from '../../src/ui/layout/line.ts';
import { type Played, playElement, world } from './world.tsx';

/** The title line of a window of 80 columns. */

function Titled({ title, status }: { readonly title: readonly string[]; readonly status: string }): ReactNode {
  const keys = useKeys('notice', {});
  return (
    <Frame title={title} status={[span(status)]} keys={keys}>
      {() => <Text>body</Text>}
    </Frame>
  );
}

let app: Played | undefined;
afterEach(() => app?.close());

async function titleOf(title: readonly string[], status: string): Promise<string> {
  app = await playElement(<Titled title={title} status={status} />, world());
  return app.frame().split('\n')[0]?.trim() ?? '';
}

const LONG = 'The FIN overtakes the data that was sent before it';

test('a title that has room is whole, from the general to the particular', async () => {
  expect(await titleOf(['Simulator', 'Handshake'], 'the end')).toMatch(/^seqack · Simulator · Handshake +the end$/);
});

test('without that room the most general goes first, and the particular is cut last', async () => {
  expect(await titleOf(['Simulator', LONG], 'the end 1.2')).toMatch(new RegExp(`^Simulator · ${LONG} +the end 1.2$`));
  expect(await titleOf(['Simulator', LONG], 'paused 1x   240.480 s')).toMatch(new RegExp(`^${LONG} +paused`));
  expect(await titleOf(['Simulator', LONG + LONG], 'end')).toMatch(/^The FIN .*… end$/);
});
