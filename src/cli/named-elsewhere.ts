import { modules } from 'seqack:content';
import { scenarios } from 'seqack:scenarios';
import { skillById } from '../questions/catalogue.ts';
import { isMisconceptionId } from '../questions/misconceptions.ts';
import { type Failure, usage } from './failure.ts';
import { errors } from './text/errors.ts';

/** Where a command was expected, the name of something a command takes was typed: what to type instead, or null. */
export function namedElsewhere(typed: string): Failure | null {
  const command = commandTaking(typed);
  return command === null ? null : usage(errors.unknownCommand(typed, `seqack ${command} ${typed}`, 'seqack'));
}

function commandTaking(name: string): string | null {
  if (modules.some(({ id }) => id === name)) return 'learn';
  if (skillById(name.replace(/@.*$/, '')) !== null || isMisconceptionId(name)) return 'practice';
  if (Object.hasOwn(scenarios, name) || /\.ya?ml$/i.test(name)) return 'simulate';
  return /\.(pcap|pcapng|cap)(\.gz)?$/i.test(name) ? 'capture' : null;
}
