import { PassThrough } from 'node:stream';
import { render, Text } from 'ink';
import { type ReactNode, useEffect, useState } from 'react';
import { describe, expect, test } from 'vitest';
import { FailsQuietly } from '../../../src/ui/components/fails-quietly.tsx';

function Breaks(): ReactNode {
  const [broken, setBroken] = useState(false);
  useEffect(() => setBroken(true), []);
  if (broken) throw new RangeError('Invalid count value: -1');
  return <Text>what stood there</Text>;
}

describe('a screen that cannot be drawn', () => {
  test.each([true, false])('leaves with its error and draws no stack (screen reader: %s)', async (linear) => {
    const written: string[] = [];
    const stdout = Object.assign(new PassThrough(), { columns: 80, rows: 24 });
    stdout.on('data', (data) => written.push(String(data)));
    const instance = render(
      <FailsQuietly>
        <Breaks />
      </FailsQuietly>,
      {
        stdout: stdout as unknown as NodeJS.WriteStream,
        interactive: true,
        isScreenReaderEnabled: linear,
        patchConsole: false,
        exitOnCtrlC: false,
      },
    );
    await expect(instance.waitUntilExit()).rejects.toThrow('Invalid count value: -1');
    expect(written.join('')).not.toMatch(/\bat \S|Invalid count|\.tsx|ERROR/);
  });
});
