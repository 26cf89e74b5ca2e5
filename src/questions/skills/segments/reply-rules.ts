import type { Flag } from '../../../tcp/segment.ts';
import { seqAdd } from '../../../tcp/sequence.ts';
import { unwrapped } from '../../misconceptions/numbers-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import type { Candidates } from '../../predictions.ts';
import { endOf } from '../../sequence-ends.ts';
import type { Reply } from '../../situations/reply.ts';

type Wrong<Value> = readonly (readonly [MisconceptionId, Value])[];

/** What the wrong rules make of the flags, seq and ack of a reply. */
export function wrongFlags({ kind }: Reply): Candidates<readonly Flag[]> {
  switch (kind) {
    case 'syn':
      return {
        required: [
          ['N02', ['ACK']],
          ['N03', ['SYN']],
        ],
      };
    case 'syn-ack':
    case 'data':
    case 'gap':
      return { required: [['N04', ['SYN', 'ACK']]] };
    case 'fin':
    case 'last-fin':
      return { required: [['N222', ['FIN', 'ACK']]] };
    case 'own-fin':
      return { required: [['N37', ['FIN']]] };
  }
}

export function wrongSeqs({ kind, reply, iss, lastData }: Reply): Candidates<number> {
  const { seq, ack } = reply;
  const afterAll: Wrong<number> = [
    ['M11', ack],
    ['M07', seqAdd(seq, 1)],
  ];
  switch (kind) {
    case 'syn':
      return { required: [['M11', ack]] };
    case 'syn-ack':
      return {
        required: [
          ['M06', iss],
          ['M11', ack],
        ],
        optional: [['M07', seqAdd(iss, 2)], ...unwrapped(iss, 1)],
      };
    case 'data':
    case 'gap':
    case 'fin':
      return { required: afterAll, optional: lastData === null ? [] : [['N48', seqAdd(seq, -1)]] };
    case 'own-fin':
      return {
        required: [['M11', ack], ['N49', seqAdd(seq, 1)], ...m10(lastData?.seq)],
        optional: lastData === null ? [] : [['N48', seqAdd(seq, -1)]],
      };
    case 'last-fin':
      return {
        required: [
          ['M11', ack],
          ['M09', seqAdd(seq, -1)],
        ],
      };
  }
}

function m10(lastSeq: number | undefined): Wrong<number> {
  return lastSeq === undefined ? [] : [['M10', lastSeq]];
}

export function wrongAcks({ kind, cause, reply }: Reply): Candidates<number> {
  const { seq, ack } = reply;
  switch (kind) {
    case 'syn':
    case 'syn-ack':
      return {
        required: [
          ['M04', cause.seq],
          ['M11', kind === 'syn' ? seqAdd(seq, 1) : seq],
        ],
        optional: [['M05', seqAdd(cause.seq, 4)], ...unwrapped(cause.seq, 1)],
      };
    case 'data':
      return {
        required: [
          ['M01', seqAdd(ack, -1)],
          ['M02', seqAdd(ack, 1)],
          ['M11', seq],
        ],
        optional: [['M03', seqAdd(cause.seq, 1)], ['N41', cause.seq], ...unwrapped(cause.seq, cause.len)],
      };
    case 'gap':
      return {
        required: [
          ['M13', endOf(cause)],
          ['M11', seq],
        ],
        optional: [
          ['N40', seqAdd(ack, cause.len)],
          ['N41', cause.seq],
        ],
      };
    case 'fin':
    case 'last-fin':
    case 'own-fin':
      return {
        required: [
          ['M09', seqAdd(ack, -1)],
          ['M11', seq],
        ],
        optional: unwrapped(cause.seq, 1),
      };
  }
}
