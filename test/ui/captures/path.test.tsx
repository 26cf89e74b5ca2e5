import { afterEach, expect, test } from 'vitest';
import { type Played, play, world } from '../world.tsx';
import { recorded } from './files.ts';

let app: Played | undefined;
afterEach(() => app?.close());

const TAB = '\t';

test('Tab finishes the path of a capture, tells what goes on from there, and what nothing begins like', async () => {
  const made = world({
    captures: { 'traces/lost.pcap': recorded('lost_data_rto.pcap') },
    folders: {
      '': [{ name: 'traces', isFolder: true }],
      'traces/': ['late.pcap', 'lost.pcap'].map((name) => ({ name, isFolder: false })),
    },
  });
  app = await play({ screen: 'capture-file' }, made);
  const { press, frame } = app;
  expect(frame()).toContain('tab complete');
  await press('t');
  expect(await press(TAB)).toContain('file traces/');
  expect(await press(TAB)).toMatch(/file traces\/l\s[\s\S]*late\.pcap {3}lost\.pcap/);
  await press('o');
  expect(frame()).not.toContain('late.pcap');
  expect(await press(TAB)).toContain('file traces/lost.pcap');
  expect(await press('x')).not.toContain('begins like this');
  expect(await press(TAB)).toContain('No file or folder begins like this.');
});
