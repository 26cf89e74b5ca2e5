import { joined, type Text } from '../../../language.ts';
import type { Amount } from '../../../simulator/amount.ts';
import type { NetworkSpec } from '../../../simulator/network-spec.ts';
import type { Sandbox } from '../../../simulator/sandbox/sandbox.ts';
import { type HostName, peerOf } from '../../../trace/trace.ts';
import { networkWords as words } from '../../text/sandbox-network.ts';

/** The network as the segments of `from` meet it at virtual time `ms`, by what has been changed until then. */
export function networkAt({ base, moves }: Sandbox, ms: number, from: HostName): NetworkSpec {
  const changes = moves.flatMap(({ ms: at, move }) => {
    if (move.kind !== 'network' || at > ms) return [];
    const { change } = move;
    return change.from === 'both' || change.from === from ? [change.set] : [];
  });
  return Object.assign({ ...base.network }, ...changes);
}

/**
 * The network in a few words: its delay, and what it does to the segments of `from`. Says so where it treats those of the
 * peer otherwise.
 */
export function pathText(sandbox: Sandbox, ms: number, from: HostName): Text {
  const said = specText(networkAt(sandbox, ms, from));
  if (specText(networkAt(sandbox, ms, peerOf(from))).en === said.en) return said;
  return { ko: `${words.outbound.ko} ${said.ko}`, en: `${words.outbound.en} ${said.en}` };
}

function specText({ delayMs, loss, duplicate, reorder, mark }: NetworkSpec): Text {
  const parts: Text[] = [
    words.delay(range(delayMs)),
    ...(loss > 0 ? [words.loss(loss)] : []),
    ...(duplicate > 0 ? [words.duplicates(duplicate)] : []),
    ...(reorder > 0 ? [words.reorders(reorder)] : []),
    ...(mark > 0 ? [words.marks(mark)] : []),
    ...(loss === 0 && duplicate === 0 && reorder === 0 ? [words.reliable] : []),
  ];
  return joined(parts, ', ');
}

function range(amount: Amount): string {
  return typeof amount === 'number' ? String(amount) : `${amount.min}-${amount.max}`;
}
