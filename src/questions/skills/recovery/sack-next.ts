import { FULL_SIZED_BY_RFC_6675, HIGH_RXT, NEW_DATA_WAITS, NO_NEW_DATA } from '../../conventions-sack.ts';
import { allFields, numberField, numbersField } from '../../fields.ts';
import {
  ALL_HOLES_FIRST,
  everythingAbove,
  fromTheStart,
  isLost,
  missing,
  NEW_DATA_FIRST,
  nextSegments,
  pipeOf,
  RFC_6675,
  type Sender,
  TWO_ARE_ENOUGH,
  withoutResent,
} from '../../misconceptions/sack-sending-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import { NO_TRACE } from '../../no-trace.ts';
import type { ExplanationStep } from '../../question.ts';
import type { Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { boardFigures, drawRecovering, type Recovering, seqOf } from './sack-board.ts';

type WrongLists = (readonly [MisconceptionId, readonly number[]])[];

/** Pipe, and what NextSeg chooses (RFC 6675 §4, §5). */
export const sackNext: Skill = {
  id: 'sack.next',
  title: { ko: 'pipe와 다음에 보낼 세그먼트', en: 'Pipe, and what is sent next' },
  type: 47,
  level: 'expert',
  concepts: ['late-segment', 'numbers'],
  after: ['sack.blocks', 'recovery.fast-retransmit'],
  pose: (random) => {
    const recovering = drawRecovering(random);
    if (recovering === null) return null;
    const { board, smss, cwnd, count } = recovering;
    const right = nextSegments(board, RFC_6675, count);
    if (right === null) return null;
    const flight = board.sacked.length;
    const pipe = pipeOf(board, RFC_6675);
    const unsacked = missing(board).length;
    const unsent = withoutResent(board, RFC_6675.dupThresh);
    const pipeOfTwo = pipeOf(board, TWO_ARE_ENOUGH);
    const toSeqs = (indexes: readonly number[]): readonly number[] => indexes.map((index) => seqOf(recovering, index));
    const lists: WrongLists = [['M15', toSeqs(everythingAbove(board, count))]];
    const add = (rule: MisconceptionId, sender: Sender, inPipe: number): void => {
      const segments = Math.floor(cwnd / smss) - inPipe;
      const sent = segments > 0 && segments <= 6 ? nextSegments(board, sender, segments) : null;
      if (sent !== null) lists.push([rule, toSeqs(sent)]);
    };
    add('N208', RFC_6675, flight);
    add('N209', RFC_6675, unsacked);
    add('N210', RFC_6675, unsent);
    add('N211', TWO_ARE_ENOUGH, pipeOfTwo);
    add('N212', NEW_DATA_FIRST, pipe);
    add('N213', ALL_HOLES_FIRST, pipe);
    if (count > 1) lists.push(['N215', toSeqs(right.slice(0, 1))]);
    const again = nextSegments(fromTheStart(board), RFC_6675, count);
    if (again === null) return null;
    const fields = allFields([
      numberField(
        { id: 'pipe', label: { ko: 'pipe(바이트)', en: 'pipe, in bytes' }, place: null },
        pipe * smss,
        {
          required: [
            ['N208', flight * smss],
            ['N210', unsent * smss],
          ],
          optional: [
            ['N209', unsacked * smss],
            ['N211', pipeOfTwo * smss],
          ],
        },
        'amount',
      ),
      numbersField(
        {
          id: 'sent',
          label: { ko: '보내는 세그먼트의 seq(차례로)', en: 'seq of each segment sent, in order' },
          place: null,
        },
        toSeqs(right),
        { required: [['N214', toSeqs(again)]], optional: lists },
      ),
    ]);
    if (fields === null) return null;
    return {
      prompt: {
        ko: 'SACK으로 손실을 복구하고 있는 송신자가 ACK 하나를 막 처리했습니다. 그때의 변수와 스코어보드가 주어져 있습니다. pipe는 몇 바이트이고, 지금 보낼 수 있는 세그먼트의 seq는 차례로 무엇입니까?',
        en: 'A sender in the middle of a SACK-based loss recovery has just processed an ACK. Its variables and its scoreboard are given. How many bytes is pipe, and which segments may be sent now, by their seq and in order?',
      },
      conventions: [FULL_SIZED_BY_RFC_6675, HIGH_RXT, board.newData ? NEW_DATA_WAITS : NO_NEW_DATA],
      trace: NO_TRACE,
      view: questionView(NO_TRACE, { until: 0, asked: [], focus: [] }),
      figures: boardFigures(recovering),
      fields,
      hints: [
        {
          ko: '위에 SACK된 데이터가 2·SMSS보다 많은 빈 곳은 유실로 봅니다. pipe에는 네트워크에 남아 있다고 보는 것만 셉니다.',
          en: 'A hole with more than 2 * SMSS octets SACKed above it is taken for lost. Pipe counts only what is thought to be in the network.',
        },
        {
          ko: 'SND.UNA부터 SND.NXT까지를 SMSS씩 나누어 SACK됨, 유실, 유실로 볼 수 없음을 표시하고, HighRxt까지 다시 보낸 것도 표시합니다.',
          en: 'Cut SND.UNA to SND.NXT into pieces of SMSS, and mark each as SACKed, lost or not yet lost, and as sent again up to HighRxt.',
        },
        {
          ko: 'pipe = (SACK되지도 유실도 아닌 것) + (SACK되지 않았고 다시 보낸 것). cwnd - pipe가 SMSS 이상인 동안 HighRxt 위의 유실된 빈 곳, 새 데이터, 나머지 빈 곳의 순서로 하나씩 보냅니다.',
          en: 'Pipe = (neither SACKed nor lost) + (not SACKed, sent again). While cwnd - pipe is at least SMSS, send one more: a lost hole above HighRxt, else new data, else another hole.',
        },
      ],
      explanation: explain(recovering, right),
    };
  },
};

function explain(recovering: Recovering, right: readonly number[]): readonly ExplanationStep[] {
  const { board, smss, cwnd, count } = recovering;
  const seqs = (indexes: readonly number[]): string => indexes.map((index) => seqOf(recovering, index)).join(', ');
  const holes = missing(board);
  const lost = holes.filter((index) => isLost(board, index, RFC_6675.dupThresh));
  const there = holes.filter((index) => !lost.includes(index));
  const resent = holes.filter((index) => index < board.resent);
  const pipe = pipeOf(board, RFC_6675);
  const old = right.filter((index) => index < board.sacked.length);
  const fresh = right.filter((index) => index >= board.sacked.length);
  const steps: ExplanationStep[] = [
    {
      text: {
        ko: `위에 SACK된 것이 2 × ${smss} = ${2 * smss}바이트보다 많은 빈 곳은 유실로 봅니다: seq ${seqs(lost)}. ${there.length === 0 ? '다른 빈 곳은 없습니다.' : `아직 유실로 볼 수 없는 것은 seq ${seqs(there)}입니다.`}`,
        en: `Lost are the segments with more than 2 * ${smss} = ${2 * smss} octets SACKed above them: seq ${seqs(lost)}. ${there.length === 0 ? 'Nothing else is missing.' : `Not yet taken for lost: seq ${seqs(there)}.`}`,
      },
      rfc: 'RFC 6675 §4',
    },
    {
      text: {
        ko: `pipe에는 유실로 볼 수 없는 ${there.length}개와 이미 다시 보낸 ${resent.length}개(seq ${seqs(resent)})를 셉니다: (${there.length} + ${resent.length}) × ${smss} = ${pipe * smss}바이트.`,
        en: `Pipe counts the ${there.length} not taken for lost and the ${resent.length} sent again (seq ${seqs(resent)}): (${there.length} + ${resent.length}) * ${smss} = ${pipe * smss} bytes.`,
      },
      rfc: 'RFC 6675 §4',
    },
    {
      text: {
        ko: `cwnd - pipe = ${cwnd} - ${pipe * smss} = ${cwnd - pipe * smss}바이트이므로 ${smss}바이트 세그먼트를 ${count}개 보냅니다.`,
        en: `cwnd - pipe = ${cwnd} - ${pipe * smss} = ${cwnd - pipe * smss} bytes: room for ${count} of ${smss} bytes.`,
      },
      rfc: 'RFC 6675 §5',
    },
  ];
  const lostNow = old.filter((index) => lost.includes(index));
  const others = old.filter((index) => !lost.includes(index));
  const parts: { readonly ko: string; readonly en: string }[] = [];
  if (lostNow.length > 0) {
    parts.push({
      ko: `HighRxt 위에서 유실로 보는 빈 곳 seq ${seqs(lostNow)}`,
      en: `the lost ones above HighRxt, seq ${seqs(lostNow)}`,
    });
  }
  if (fresh.length > 0) {
    parts.push({
      ko: `SND.NXT부터의 새 데이터 seq ${seqs(fresh)}`,
      en: `new data from SND.NXT on, seq ${seqs(fresh)}`,
    });
  }
  if (others.length > 0) {
    parts.push({
      ko: `새 데이터가 없으므로 아직 유실로 볼 수 없는 빈 곳 seq ${seqs(others)}`,
      en: `for want of new data holes not yet taken for lost, seq ${seqs(others)}`,
    });
  }
  steps.push({
    text: {
      ko: `NextSeg의 순서대로 고르면 ${parts.map(({ ko }) => ko).join(', 그다음 ')}입니다.`,
      en: `NextSeg chooses ${parts.map(({ en }) => en).join(', then ')}.`,
    },
    rfc: 'RFC 6675 §4',
  });
  return steps;
}
