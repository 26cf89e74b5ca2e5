import type { Misconception } from './misconception.ts';
import { WINDOWS_HEADER_MISCONCEPTIONS } from './windows-header.ts';

/** Wrong rules about windows, and those of the header's own numbers. */
export const WINDOWS_MISCONCEPTIONS = {
  M20: {
    name: { ko: '보내 둔 데이터를 빼지 않음', en: 'Forgets what is in flight' },
    mistake: {
      ko: '이미 보냈지만 아직 ACK되지 않은 데이터를 윈도우에서 빼지 않았습니다.',
      en: 'You did not take what is sent but not yet acknowledged off the window.',
    },
    correction: {
      ko: '더 보낼 수 있는 양은 min(cwnd, rwnd)에서 전송 중인 양(SND.NXT - SND.UNA)을 뺀 나머지입니다.',
      en: 'What may still be sent is min(cwnd, rwnd) less what is in flight (SND.NXT - SND.UNA).',
    },
    rfc: 'RFC 9293 §3.8.6.2.1',
    drill: ['window.usable'],
  },
  N120: {
    name: { ko: '두 윈도우 가운데 큰 쪽을 씀', en: 'Goes by the larger of the two windows' },
    mistake: {
      ko: 'cwnd와 rwnd 가운데 큰 쪽까지 보낼 수 있다고 보았습니다.',
      en: 'You let the larger of cwnd and rwnd be the limit.',
    },
    correction: {
      ko: '송신은 혼잡 윈도우와 수신 윈도우를 모두 지켜야 하므로 둘 가운데 작은 쪽이 한도입니다.',
      en: 'A sender must keep within both the congestion window and the receive window, so the smaller one is the limit.',
    },
    rfc: 'RFC 5681 §3.1',
    drill: ['window.usable'],
  },
  N122: {
    name: { ko: '마지막 세그먼트만 전송 중으로 봄', en: 'Counts only the last segment as in flight' },
    mistake: {
      ko: '마지막으로 보낸 세그먼트만 전송 중인 데이터로 세었습니다.',
      en: 'You counted only the last segment sent as data in flight.',
    },
    correction: {
      ko: 'ACK되지 않은 데이터는 어느 세그먼트로 보냈든 모두 전송 중입니다. SND.UNA부터 SND.NXT 앞까지입니다.',
      en: 'Everything not yet acknowledged is in flight, whichever segment carried it: from SND.UNA up to SND.NXT.',
    },
    rfc: 'RFC 9293 §3.3.1',
    drill: ['window.usable'],
  },
  N123: {
    name: { ko: 'ACK된 데이터도 전송 중으로 봄', en: 'Counts acknowledged data as in flight' },
    mistake: {
      ko: '이미 ACK된 데이터까지 전송 중인 데이터로 세었습니다.',
      en: 'You counted data that has been acknowledged as still in flight.',
    },
    correction: {
      ko: 'ACK가 도착하면 SND.UNA가 나아가고, 그 앞의 데이터는 더 이상 윈도우를 차지하지 않습니다.',
      en: 'When an ACK arrives SND.UNA moves on, and the data below it no longer takes up the window.',
    },
    rfc: 'RFC 9293 §3.3.1',
    drill: ['window.usable'],
  },
  M21: {
    name: { ko: '윈도우의 오른쪽 끝도 포함', en: 'Takes the right edge as inside' },
    mistake: {
      ko: 'RCV.NXT + RCV.WND 번호도 윈도우에 든다고 보았습니다.',
      en: 'You took the number RCV.NXT + RCV.WND to be inside the window.',
    },
    correction: {
      ko: '윈도우는 RCV.NXT부터 RCV.NXT + RCV.WND - 1까지입니다. RCV.NXT + RCV.WND는 윈도우 밖의 첫 번호입니다.',
      en: 'The window runs from RCV.NXT to RCV.NXT + RCV.WND - 1; the number RCV.NXT + RCV.WND is the first one outside.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['window.acceptable', 'window.trim'],
  },
  N124: {
    name: { ko: '세그먼트 다음 번호도 데이터로 봄', en: 'Takes the number after the data for data' },
    mistake: {
      ko: 'SEG.SEQ + SEG.LEN 번호의 바이트도 이 세그먼트에 들어 있다고 보았습니다.',
      en: 'You took the byte numbered SEG.SEQ + SEG.LEN to be in the segment.',
    },
    correction: {
      ko: '마지막 바이트의 번호는 SEG.SEQ + SEG.LEN - 1입니다. 그 번호가 RCV.NXT보다 앞이면 모두 이미 받은 데이터입니다.',
      en: 'The last byte is numbered SEG.SEQ + SEG.LEN - 1; when that lies below RCV.NXT, all of the data is old.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['window.acceptable'],
  },
  N125: {
    name: { ko: '왼쪽 끝만 검사함', en: 'Checks the left edge only' },
    mistake: {
      ko: 'RCV.NXT보다 뒤인지만 보고 윈도우의 끝은 보지 않았습니다.',
      en: 'You checked only that the segment is not below RCV.NXT, not where the window ends.',
    },
    correction: {
      ko: '세그먼트는 RCV.NXT 이상이면서 RCV.NXT + RCV.WND보다 작은 번호를 담고 있어야 합니다.',
      en: 'A segment needs a number that is at least RCV.NXT and below RCV.NXT + RCV.WND.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['window.acceptable'],
  },
  N126: {
    name: { ko: '전체가 윈도우 안이어야 한다고 봄', en: 'Wants the whole segment in the window' },
    mistake: {
      ko: '윈도우 밖의 부분이 있으면 세그먼트를 받을 수 없다고 보았습니다.',
      en: 'You held a segment that is partly outside the window to be unacceptable.',
    },
    correction: {
      ko: '첫 번호나 마지막 번호 가운데 하나만 윈도우 안이면 됩니다. 밖의 부분은 잘라 냅니다.',
      en: 'It is enough that the first or the last number lies in the window; what is outside is trimmed.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['window.acceptable'],
  },
  N128: {
    name: { ko: '윈도우가 0이면 아무것도 안 받음', en: 'Lets a zero window refuse everything' },
    mistake: {
      ko: '윈도우가 0이면 어떤 세그먼트도 받을 수 없다고 보았습니다.',
      en: 'You held that nothing at all is acceptable while the window is zero.',
    },
    correction: {
      ko: '윈도우가 0이어도 데이터가 없고 SEG.SEQ가 RCV.NXT인 세그먼트는 받아들입니다. 그래야 ACK를 처리할 수 있습니다.',
      en: 'Even at a zero window an empty segment whose SEG.SEQ is RCV.NXT is acceptable, so that ACKs still work.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['window.acceptable'],
  },
  N129: {
    name: { ko: '자르지 않고 모두 받음', en: 'Keeps the segment untrimmed' },
    mistake: { ko: '윈도우 밖의 부분까지 모두 받았습니다.', en: 'You kept the part outside the window as well.' },
    correction: {
      ko: '윈도우 밖의 부분은 잘라 내고, RCV.NXT부터 RCV.NXT + RCV.WND 앞까지에 드는 바이트만 받습니다.',
      en: 'What lies outside is trimmed off: only bytes from RCV.NXT up to before RCV.NXT + RCV.WND are kept.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['window.trim'],
  },
  N130: {
    name: { ko: '일부가 밖이면 모두 버림', en: 'Drops a segment that is partly outside' },
    mistake: {
      ko: '일부가 윈도우 밖이라고 세그먼트를 모두 버렸습니다.',
      en: 'You dropped the whole segment because part of it is outside the window.',
    },
    correction: {
      ko: '윈도우와 겹치는 세그먼트는 받아들일 수 있습니다. 밖의 부분만 잘라 냅니다.',
      en: 'A segment that overlaps the window is acceptable; only the part outside is trimmed off.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['window.trim'],
  },
  N132: {
    name: { ko: 'RCV.NXT를 이미 받은 번호로 봄', en: 'Takes RCV.NXT as received already' },
    mistake: {
      ko: 'RCV.NXT 번호의 바이트를 이미 받은 것으로 보았습니다.',
      en: 'You took the byte numbered RCV.NXT as received already.',
    },
    correction: {
      ko: 'RCV.NXT는 아직 받지 못한 첫 번호입니다. 그 번호부터 새 데이터입니다.',
      en: 'RCV.NXT is the first number not yet received: new data begins right there.',
    },
    rfc: 'RFC 9293 §3.3.1',
    drill: ['window.trim'],
  },
  N133: {
    name: { ko: '데이터를 RCV.NXT로 당겨 놓음', en: 'Moves data down to RCV.NXT' },
    mistake: {
      ko: 'RCV.NXT보다 뒤에서 시작하는 데이터를 RCV.NXT부터 놓았습니다.',
      en: 'You put data that starts above RCV.NXT at RCV.NXT.',
    },
    correction: {
      ko: '데이터의 자리는 SEG.SEQ가 정합니다. RCV.NXT와 SEG.SEQ 사이는 빈 곳으로 남습니다.',
      en: 'SEG.SEQ says where data belongs: what lies between RCV.NXT and SEG.SEQ stays a gap.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['window.trim'],
  },
  M45: {
    name: { ko: 'SYN의 윈도우에도 스케일을 적용', en: 'Scales the window of a SYN' },
    mistake: {
      ko: 'SYN 세그먼트의 window 필드에도 스케일을 적용했습니다.',
      en: 'You scaled the window field of a SYN segment.',
    },
    correction: {
      ko: 'SYN과 SYN,ACK의 window 필드에는 스케일을 적용하지 않습니다. 65535를 넘는 윈도우는 65535로 알립니다.',
      en: 'The window field of a SYN or SYN,ACK is never scaled; a window above 65535 is announced as 65535.',
    },
    rfc: 'RFC 7323 §2.2',
    drill: ['window.scaling'],
  },
  N134: {
    name: { ko: '윈도우 스케일을 적용하지 않음', en: 'Leaves the window unscaled' },
    mistake: {
      ko: '양쪽이 윈도우 스케일을 쓰기로 했는데 window 필드를 바이트 수 그대로 보았습니다.',
      en: 'You took the window field for plain bytes although both sides agreed to scale it.',
    },
    correction: {
      ko: '양쪽 SYN에 Window Scale 옵션이 있었으면, SYN이 아닌 세그먼트의 window 필드는 바이트 수를 shift만큼 오른쪽으로 옮긴 값입니다.',
      en: 'When both SYNs carried a Window Scale option, the window field of every later segment is the byte count shifted right.',
    },
    rfc: 'RFC 7323 §2.3',
    drill: ['window.scaling'],
  },
  N135: {
    name: { ko: '상대의 shift를 적용', en: 'Takes the shift of the other side' },
    mistake: {
      ko: '이 세그먼트를 보낸 쪽이 아니라 그 상대가 알린 shift를 적용했습니다.',
      en: 'You applied the shift that the other side announced.',
    },
    correction: {
      ko: 'window 필드에는 그 세그먼트를 보낸 쪽이 자기 SYN에서 알린 shift를 적용합니다. 두 방향의 shift는 서로 다를 수 있습니다.',
      en: 'A window field is scaled by the shift its own sender announced in its SYN; the two directions may differ.',
    },
    rfc: 'RFC 7323 §2.3',
    drill: ['window.scaling'],
  },
  N136: {
    name: { ko: '한쪽만 제안해도 스케일을 적용', en: 'Scales after an offer of one side' },
    mistake: {
      ko: '한쪽 SYN에만 Window Scale 옵션이 있었는데도 스케일을 적용했습니다.',
      en: 'You scaled the window although only one SYN carried a Window Scale option.',
    },
    correction: {
      ko: 'Window Scale 옵션은 양쪽 SYN에 모두 있어야 효력이 있습니다. 한쪽만 보냈으면 두 방향 모두 스케일을 쓰지 않습니다.',
      en: 'Scaling is in use only when both SYNs carried the option; after one offer neither direction scales.',
    },
    rfc: 'RFC 7323 §2.2',
    drill: ['window.scaling'],
  },
  N121: {
    name: { ko: '윈도우가 0이면 침묵해야 함', en: 'Keeps silent at a zero window' },
    mistake: {
      ko: '보낼 데이터가 있는데도 윈도우가 열릴 때까지 아무것도 보내지 않는다고 보았습니다.',
      en: 'You let a sender with data waiting send nothing at all until the window opens.',
    },
    correction: {
      ko: '보낼 데이터가 있으면 윈도우가 0이어도 주기적으로 탐색 세그먼트를 보냅니다. 윈도우가 열렸다는 ACK가 유실되면 양쪽이 끝없이 기다리기 때문입니다.',
      en: 'A sender with data waiting probes a zero window from time to time; if the ACK that opens it were lost, both sides would wait for ever.',
    },
    rfc: 'RFC 9293 §3.8.6.1',
    drill: ['window.zero-probe'],
  },
  N131: {
    name: { ko: '받는 쪽이 되풀이해 알린다고 봄', en: 'Lets the receiver repeat its window' },
    mistake: {
      ko: '윈도우가 0인 동안 받는 쪽이 스스로 ACK를 되풀이해 보낸다고 보았습니다.',
      en: 'You let the receiver repeat its ACK unasked while its window is zero.',
    },
    correction: {
      ko: '탐색하는 것은 데이터를 보내려는 쪽입니다. 받는 쪽은 탐색에 답하거나 윈도우가 열렸을 때만 ACK를 보냅니다.',
      en: 'Probing is up to the side that has data to send; the receiver sends an ACK only in answer or when its window opens.',
    },
    rfc: 'RFC 9293 §3.8.6.1',
    drill: ['window.zero-probe'],
  },
  ...WINDOWS_HEADER_MISCONCEPTIONS,
} as const satisfies Readonly<Record<string, Misconception>>;
