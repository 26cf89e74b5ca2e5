import type { Text } from '../../language.ts';
import type { Finding, RetransmissionCause } from './segment-analysis.ts';

type FindingOf<Kind extends Finding['kind']> = Extract<Finding, { readonly kind: Kind }>;

/** What a finding is called beside a segment of a ladder: at most 24 columns. */
export function findingLabel(finding: Finding): Text {
  switch (finding.kind) {
    case 'retransmission':
      return retransmissionLabel(finding);
    case 'network-copy':
      return { ko: `프레임 ${finding.of}의 사본`, en: `copy of frame ${finding.of}` };
    case 'out-of-order':
      return { ko: '순서 바뀜', en: 'out of order' };
    case 'gap-before':
      return { ko: `빈 곳 ${finding.bytes}바이트`, en: `gap of ${finding.bytes} B` };
    case 'acks-unseen':
      return { ko: '캡처에 없는 데이터의 ACK', en: 'ACK of uncaptured data' };
    case 'duplicate-ack':
      return { ko: `중복 ACK ${finding.nth}`, en: `duplicate ACK ${finding.nth}` };
    case 'dsack':
      return { ko: 'D-SACK', en: 'D-SACK' };
    case 'zero-window':
      return { ko: '영 윈도우', en: 'zero window' };
    case 'window-update':
      return { ko: '윈도우 갱신', en: 'window update' };
    case 'window-full':
      return { ko: '윈도우를 다 채움', en: 'window full' };
    case 'zero-window-probe':
      return { ko: '영 윈도우 탐색', en: 'zero-window probe' };
    case 'zero-window-probe-ack':
      return { ko: '영 윈도우 탐색의 ACK', en: 'zero-window probe ACK' };
    case 'keep-alive':
      return { ko: 'keep-alive', en: 'keep-alive' };
    case 'keep-alive-ack':
      return { ko: 'keep-alive의 ACK', en: 'keep-alive ACK' };
    case 'reused-ports':
      return { ko: '포트 재사용', en: 'ports reused' };
    case 'above-mss':
      return { ko: `MSS ${finding.mss} 초과`, en: `above the MSS ${finding.mss}` };
    case 'bad-checksum':
      return { ko: '체크섬 오류', en: 'bad checksum' };
    case 'offloaded-checksum':
      return { ko: '체크섬 오프로드', en: 'checksum offloaded' };
    case 'fragmented':
      return { ko: `IP 조각 ${finding.fragments}개`, en: `${finding.fragments} IP fragments` };
    case 'cut':
      return { ko: '뒷부분 잘림', en: 'cut by snap length' };
  }
}

const CAUSE_LABELS: Readonly<Record<RetransmissionCause, Text>> = {
  fast: { ko: '빠른 재전송', en: 'fast retransmit' },
  timeout: { ko: 'RTO 재전송', en: 'RTO retransmit' },
  unknown: { ko: '재전송', en: 'retransmit' },
};

function retransmissionLabel({ cause, spurious }: FindingOf<'retransmission'>): Text {
  const { ko, en } = CAUSE_LABELS[cause];
  return spurious ? { ko: `불필요한 ${ko}`, en: `spurious ${en}` } : { ko, en };
}

/** What a finding says, in one sentence with its numbers and the section that defines it. Frames are those of the capture. */
export function findingSentence(finding: Finding): Text {
  switch (finding.kind) {
    case 'retransmission':
      return retransmissionSentence(finding);
    case 'network-copy':
      return {
        ko: `프레임 ${finding.of}의 사본입니다. 번호뿐 아니라 송신자가 보낼 때마다 바꾸는 값까지 같아서, 송신자가 다시 보낸 것이 아니라 네트워크나 캡처에서 복제된 것입니다(RFC 6864 §4).`,
        en: `A copy of frame ${finding.of}: everything is the same, also what a sender changes each time it sends, so the network or the capture duplicated it (RFC 6864 §4).`,
      };
    case 'out-of-order':
      return {
        ko: `먼저 보낸 세그먼트가 나중에 보낸 것보다 ${time(finding.lateMs).ko} 늦게 캡처되었습니다. 재전송이 아니라 순서가 바뀐 것입니다(RFC 9293 §3.10.7.4).`,
        en: `It was sent before a segment that was captured ${time(finding.lateMs).en} earlier: out of order, not sent again (RFC 9293 §3.10.7.4).`,
      };
    case 'gap-before':
      return {
        ko: `이 세그먼트 앞의 ${bytes(finding.bytes).ko}가 캡처에 없습니다. 오는 길에 유실되었거나 늦게 오거나 캡처되지 않은 것입니다(RFC 9293 §3.4).`,
        en: `${sentenceBytes(finding.bytes)} before this segment ${areNot(finding.bytes)} in the capture: lost on the way here, late, or not captured (RFC 9293 §3.4).`,
      };
    case 'acks-unseen':
      return {
        ko: `캡처에 없는 ${bytes(finding.bytes).ko}에 대한 ACK입니다. 그 데이터는 캡처되지 않고 지나갔거나, 보낸 적이 없는 것입니다(RFC 9293 §3.10.7.4).`,
        en: `It acknowledges ${bytes(finding.bytes).en} that ${areNot(finding.bytes)} in the capture: not captured, or never sent (RFC 9293 §3.10.7.4).`,
      };
    case 'duplicate-ack':
      return duplicateAckSentence(finding);
    case 'dsack':
      return {
        ko: `첫 SACK 블록이 ${finding.range[0]}–${finding.range[1]} 범위를 두 번 받았다고 알립니다. 다시 보낼 필요가 없던 데이터입니다(RFC 2883 §4).`,
        en: `Its first SACK block reports ${finding.range[0]}-${finding.range[1]} as received twice: sending that again was not needed (RFC 2883 §4).`,
      };
    case 'zero-window':
      return {
        ko: '수신 윈도우가 0입니다. 상대는 더 보내지 못하고 탐색만 합니다(RFC 9293 §3.8.6.1).',
        en: 'It offers a window of zero: its peer may send no more than probes (RFC 9293 §3.8.6.1).',
      };
    case 'window-update':
      return {
        ko: 'ACK 번호는 그대로이고 윈도우만 바뀌었습니다(RFC 9293 §3.8.6).',
        en: 'It repeats the ACK number and changes only the window (RFC 9293 §3.8.6).',
      };
    case 'window-full':
      return {
        ko: '수신자가 내준 윈도우의 오른쪽 끝까지 채웠습니다. 새 윈도우를 받기 전에는 더 보낼 수 없습니다(RFC 9293 §3.8.6).',
        en: "Its data reaches the right edge of the receiver's window: nothing more may go before the window moves (RFC 9293 §3.8.6).",
      };
    case 'zero-window-probe':
      return {
        ko: '상대의 윈도우가 0이므로, 윈도우가 열렸는지 알아보려고 보낸 것입니다(RFC 9293 §3.8.6.1).',
        en: 'The window of its peer is zero; it is sent to learn whether that has opened (RFC 9293 §3.8.6.1).',
      };
    case 'zero-window-probe-ack':
      return {
        ko: '영 윈도우 탐색에 대한 응답이며, 윈도우는 여전히 0입니다(RFC 9293 §3.8.6.1).',
        en: 'It answers a zero-window probe; the window is still zero (RFC 9293 §3.8.6.1).',
      };
    case 'keep-alive':
      return {
        ko: '쉬고 있는 연결에서 SND.NXT-1로 보낸 keep-alive입니다. 재전송이 아닙니다(RFC 9293 §3.8.4).',
        en: 'A keep-alive at SND.NXT-1 on an idle connection, not a retransmission (RFC 9293 §3.8.4).',
      };
    case 'keep-alive-ack':
      return {
        ko: 'keep-alive에 대한 응답입니다. 중복 ACK가 아닙니다(RFC 9293 §3.8.4).',
        en: 'It answers a keep-alive and is no duplicate ACK (RFC 9293 §3.8.4).',
      };
    case 'reused-ports':
      return {
        ko: '캡처 안의 앞선 대화가 쓴 것과 같은 주소와 포트로 새 연결을 시작합니다(RFC 9293 §3.6.1, RFC 6191).',
        en: 'It opens a connection on addresses and ports that an earlier conversation of the capture had (RFC 9293 §3.6.1, RFC 6191).',
      };
    case 'above-mss':
      return {
        ko: `데이터가 수신자가 알린 MSS ${bytes(finding.mss).ko}보다 깁니다. 네트워크 카드가 나누기 전이나 합친 뒤에 캡처된 것입니다(RFC 9293 §3.7.1).`,
        en: `More data than the MSS of ${bytes(finding.mss).en} that its receiver announced: captured before a network card cut it up, or after one put it together (RFC 9293 §3.7.1).`,
      };
    case 'bad-checksum':
      return {
        ko: '체크섬이 맞지 않습니다. 수신자는 이 세그먼트를 버립니다(RFC 9293 §3.1).',
        en: 'Its checksum is wrong: the receiver drops it (RFC 9293 §3.1).',
      };
    case 'offloaded-checksum':
      return {
        ko: '체크섬에 의사 헤더의 합만 있습니다. 네트워크 카드가 계산을 끝내기 전에 캡처된 것이며 오류가 아닙니다(RFC 9293 §3.1).',
        en: 'Its checksum holds only the sum over the pseudo-header: captured before the network card finished it, and no error (RFC 9293 §3.1).',
      };
    case 'fragmented':
      return {
        ko: `IP 조각 ${finding.fragments}개로 나뉘어 왔습니다(RFC 791 §3.2).`,
        en: `It came in ${finding.fragments} IP fragments (RFC 791 §3.2).`,
      };
    case 'cut':
      return finding.options
        ? {
            ko: '캡처할 때 정한 길이(snap length) 때문에 TCP 옵션의 일부와 데이터가 파일에 없습니다. 잘린 옵션이 무엇이었는지는 알 수 없습니다.',
            en: 'The snap length of the capture cut off some of its TCP options and its data: what those options said is not known.',
          }
        : {
            ko: '캡처할 때 정한 길이(snap length) 뒤의 데이터는 파일에 없습니다. 길이는 IP 헤더에서 읽었습니다.',
            en: 'The snap length of the capture cut off some of its data; the length is the one in its IP header.',
          };
  }
}

function retransmissionSentence(finding: FindingOf<'retransmission'>): Text {
  const { of, afterMs, spurious } = finding;
  const what: Text =
    of === null || afterMs === null
      ? { ko: '캡처에 없는 세그먼트의 재전송입니다', en: 'It sends again what was sent before, but not captured' }
      : {
          ko: `프레임 ${of}의 내용을 ${time(afterMs).ko} 뒤에 다시 보낸 것입니다`,
          en: `It sends again what frame ${of} carried, ${time(afterMs).en} after it`,
        };
  const why = causeWords(finding);
  const needless: Text = spurious
    ? { ko: ' 수신자는 이미 그 ACK를 보냈습니다.', en: ' The receiver had acknowledged it already.' }
    : { ko: '', en: '' };
  return { ko: `${what.ko}. ${why.ko}${needless.ko}`, en: `${what.en}${why.en}${needless.en}` };
}

function causeWords({ cause, waitedMs }: FindingOf<'retransmission'>): Text {
  switch (cause) {
    case 'fast':
      return {
        ko: '중복 ACK나 SACK 블록이 유실을 알렸습니다(RFC 5681 §3.2, RFC 6675 §5).',
        en: ': duplicate ACKs or SACK blocks had told of a loss (RFC 5681 §3.2, RFC 6675 §5).',
      };
    case 'timeout':
      return {
        ko: `재전송 타이머가 만료되었습니다(${waitedMs === null ? '' : `마지막으로 보낸 뒤 ${time(waitedMs).ko}, `}RFC 6298 §5).`,
        en: `: the retransmission timer had expired${waitedMs === null ? '' : `, ${time(waitedMs).en} after it was sent last`} (RFC 6298 §5).`,
      };
    case 'unknown':
      return {
        ko: '왜 다시 보냈는지는 이 캡처로 알 수 없습니다(RFC 9293 §3.8.1).',
        en: '; the capture does not tell why (RFC 9293 §3.8.1).',
      };
  }
}

const NTH_KO: Readonly<Record<number, string>> = { 1: '첫 번째', 2: '두 번째' };

function duplicateAckSentence({ nth, of }: FindingOf<'duplicate-ack'>): Text {
  const which: Text = {
    ko: of === null ? '앞선 ACK' : `프레임 ${of}의 ACK`,
    en: of === null ? 'an earlier ACK' : `the ACK of frame ${of}`,
  };
  return nth === 3
    ? {
        ko: `${which.ko}를 되풀이하는 세 번째 중복 ACK입니다. 빠른 재전송이 시작되는 수입니다(RFC 5681 §3.2).`,
        en: `The third duplicate of ${which.en}: as many as start a fast retransmit (RFC 5681 §3.2).`,
      }
    : {
        ko: `${which.ko}를 되풀이하는 ${NTH_KO[nth] ?? `${nth}번째`} 중복 ACK입니다(RFC 5681 §2).`,
        en: `Duplicate number ${nth} of ${which.en} (RFC 5681 §2).`,
      };
}

/** A time with as many digits as say something: '0.05 ms', '20.5 ms', '1.02 s' or '1.02초'. */
function time(ms: number): Text {
  if (ms >= 1000) {
    const seconds = trimmed((ms / 1000).toFixed(2));
    return { ko: `${seconds}초`, en: `${seconds} s` };
  }
  const short = ms >= 100 ? `${Math.round(ms)} ms` : `${trimmed(ms.toFixed(ms >= 10 ? 1 : 2))} ms`;
  return { ko: short, en: short };
}

const trimmed = (digits: string) => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits);

const bytes = (count: number): Text => ({ ko: `${count}바이트`, en: count === 1 ? '1 byte' : `${count} bytes` });
const sentenceBytes = (count: number) => bytes(count).en;
const areNot = (count: number) => (count === 1 ? 'is not' : 'are not');
