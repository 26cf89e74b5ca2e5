import * as v from 'valibot';
import { type Expecting, unpack } from '../../../src/documents/schema.ts';
import { CONVENTION_KEYS, conventionNamed } from '../../../src/simulator/convention-keys.ts';
import type { Conventions } from '../../../src/tcp/conventions.ts';
import { MalformedScript } from './outcome.ts';

/** NAME=VALUE of a `// conventions:` line, as scenario files write it. @throws MalformedScript */
export function readConvention(name: string, text: string, line: number): Partial<Conventions> {
  const field = conventionNamed(name);
  if (field === null) throw new MalformedScript(line, `there is no convention '${name}'`);
  const schema: Expecting<unknown> = CONVENTION_KEYS[field].value;
  const read = v.safeParse(schema, fromText(text));
  if (read.success) return { [field]: read.output };
  const wants = unpack(read.issues[0].message).en.replace(/\.$/, '');
  throw new MalformedScript(line, `${name}: expected ${wants}, found '${text}'`);
}

function fromText(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}
