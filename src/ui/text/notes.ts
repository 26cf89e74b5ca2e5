import type { Text } from '../../language.ts';
import type { Note } from '../../trace/trace.ts';

/** What a sentence about an arrival can name: the receiver, and numbers as they are shown now. */
export interface NoteContext {
  readonly who: Text;
  /** The receiver at the start of a sentence. */
  readonly Who: Text;
  readonly ack: string;
  readonly una: string;
  readonly rcvNxt: string;
  readonly sndWnd: string;
}

interface NoteWords {
  readonly say: (context: NoteContext) => Text;
  readonly rfc: string;
}

const STEPS = 'RFC 9293 §3.10.7.4';

/** What each note of the receiving TCP means, in words, with the section it follows. */
export const NOTES: Readonly<Record<Note, NoteWords>> = {
  'syn-accepted': {
    say: ({ who, Who, rcvNxt }) => ({
      ko: `${who.ko}가 SYN을 받아들입니다. SYN이 번호 하나를 차지하므로 rcv.nxt = ${rcvNxt}입니다.`,
      en: `${Who.en} takes the SYN, which occupies one number: rcv.nxt = ${rcvNxt}.`,
    }),
    rfc: 'RFC 9293 §3.10.7',
  },
  'our-syn-acked': {
    say: ({ who, Who, una }) => ({
      ko: `${who.ko}의 SYN이 확인되었습니다(snd.una = ${una}).`,
      en: `${Who.en}'s own SYN is acknowledged (snd.una = ${una}).`,
    }),
    rfc: 'RFC 9293 §3.10.7',
  },
  'ack-advanced': {
    say: ({ ack, una }) => ({
      ko: `${ack} 앞까지 모두 확인되었습니다(snd.una = ${una}).`,
      en: `Everything before ${ack} is acknowledged (snd.una = ${una}).`,
    }),
    rfc: STEPS,
  },
  'ack-duplicate': {
    say: ({ ack }) => ({
      ko: `중복 ACK입니다. 상대는 여전히 ${ack}번을 기다립니다.`,
      en: `A duplicate ACK: the peer still waits for ${ack}.`,
    }),
    rfc: 'RFC 5681 §2',
  },
  sacked: {
    say: ({ ack }) => ({
      ko: `SACK 블록: 상대는 ${ack}번이 비어 있지만 그 뒤의 일부를 이미 갖고 있습니다.`,
      en: `SACK blocks: ${ack} is missing, but the peer holds some of what follows.`,
    }),
    rfc: 'RFC 2018 §5',
  },
  dsack: {
    say: () => ({
      ko: 'D-SACK: 같은 데이터를 두 번 받았다고 상대가 알립니다. 재전송이 필요 없었던 것입니다.',
      en: 'D-SACK: the peer received the same data twice, so a retransmission was not needed.',
    }),
    rfc: 'RFC 2883 §4',
  },
  'ack-old': {
    say: () => ({ ko: 'ACK 번호에 새로운 것이 없습니다.', en: 'Its ACK says nothing new.' }),
    rfc: STEPS,
  },
  'ack-of-unsent': {
    say: ({ ack }) => ({
      ko: `보낸 적 없는 번호를 확인하는 ACK(${ack})입니다. ACK로 답하고 버립니다.`,
      en: `It acknowledges ${ack}, which was never sent: an ACK is due, and the segment is dropped.`,
    }),
    rfc: STEPS,
  },
  'fin-acked': {
    say: ({ who, Who }) => ({ ko: `${who.ko}의 FIN이 확인되었습니다.`, en: `${Who.en}'s FIN is acknowledged.` }),
    rfc: STEPS,
  },
  'in-order': {
    say: ({ rcvNxt }) => ({
      ko: `순서에 맞는 데이터입니다. rcv.nxt = ${rcvNxt}입니다.`,
      en: `The data is the next in order: rcv.nxt = ${rcvNxt}.`,
    }),
    rfc: STEPS,
  },
  'gap-filled': {
    say: ({ rcvNxt }) => ({
      ko: `빈 곳이 채워졌습니다. 보관하던 데이터까지 이어져 rcv.nxt = ${rcvNxt}입니다.`,
      en: `It fills the gap: with the data held behind it, rcv.nxt = ${rcvNxt}.`,
    }),
    rfc: STEPS,
  },
  'held-out-of-order': {
    say: ({ rcvNxt }) => ({
      ko: `앞의 바이트가 비어 있어 보관만 합니다. ACK 번호는 여전히 ${rcvNxt}입니다.`,
      en: `Bytes before it are missing: it is held, and the ACK number stays ${rcvNxt}.`,
    }),
    rfc: STEPS,
  },
  'discarded-out-of-order': {
    say: ({ rcvNxt }) => ({
      ko: `앞의 바이트가 비어 있어 버립니다. ACK 번호는 여전히 ${rcvNxt}입니다.`,
      en: `Bytes before it are missing: it is discarded, and the ACK number stays ${rcvNxt}.`,
    }),
    rfc: STEPS,
  },
  'fin-held': {
    say: () => ({
      ko: 'FIN도 앞의 바이트가 채워질 때까지 기다립니다. 상태는 아직 그대로입니다.',
      en: 'The FIN waits until the bytes before it are here; the state does not change yet.',
    }),
    rfc: STEPS,
  },
  'fin-processed': {
    say: ({ rcvNxt }) => ({
      ko: `FIN 앞의 바이트가 모두 도착했습니다. FIN이 번호 하나를 차지하므로 rcv.nxt = ${rcvNxt}입니다.`,
      en: `Every byte before the FIN is here; the FIN takes one number: rcv.nxt = ${rcvNxt}.`,
    }),
    rfc: STEPS,
  },
  unacceptable: {
    say: () => ({
      ko: '여기서 받아들일 수 없는 세그먼트라서 버립니다.',
      en: 'The segment is not acceptable here: it is dropped.',
    }),
    rfc: 'RFC 9293 §3.10.7',
  },
  'old-duplicate': {
    say: ({ rcvNxt }) => ({
      ko: `모두 rcv.nxt(${rcvNxt}) 앞의 바이트입니다. 버리고 ACK로 답합니다.`,
      en: `All of it lies before rcv.nxt (${rcvNxt}): it is dropped and answered with an ACK.`,
    }),
    rfc: STEPS,
  },
  urgent: {
    say: ({ who }) => ({
      ko: `긴급 포인터가 앞으로 나아갑니다. ${who.ko}는 애플리케이션에 긴급 데이터가 있음을 알립니다.`,
      en: `The urgent pointer moves ahead: ${who.en} tells its application of urgent data.`,
    }),
    rfc: STEPS,
  },
  'text-lost': {
    say: () => ({
      ko: '애플리케이션이 이미 떠나 데이터를 받을 곳이 없습니다. 데이터가 버려졌음을 RST로 알립니다.',
      en: 'The application is gone and no one is left to take the data: a RST says that it was lost.',
    }),
    rfc: 'RFC 9293 §3.6.1',
  },
  'congestion-marked': {
    say: ({ who, Who }) => ({
      ko: `라우터가 혼잡을 표시했습니다(CE). ${who.ko}는 CWR을 받을 때까지 ACK에 ECE를 실어 알립니다.`,
      en: `A router has marked congestion (CE). ${Who.en} says so with ECE on its ACKs until a CWR comes.`,
    }),
    rfc: 'RFC 3168 §6.1.3',
  },
  'congestion-echoed': {
    say: ({ who, Who }) => ({
      ko: `ECE가 혼잡을 알립니다. ${who.ko}는 유실이 있었을 때처럼 cwnd를 줄이고, 다음 새 데이터에 CWR을 싣습니다.`,
      en: `ECE tells of congestion. ${Who.en} lowers cwnd as for a loss, and puts CWR on its next new data.`,
    }),
    rfc: 'RFC 3168 §6.1.2',
  },
  'text-ignored': {
    say: () => ({ ko: '이 상태에서는 데이터를 받지 않습니다.', en: 'In this state data is ignored.' }),
    rfc: STEPS,
  },
  'challenge-ack': {
    say: () => ({
      ko: '위조일 수 있어 challenge ACK로만 답합니다. 그 밖에는 아무것도 바뀌지 않습니다.',
      en: 'It may be forged: a challenge ACK is the only answer, and nothing else changes.',
    }),
    rfc: 'RFC 5961',
  },
  'rst-ignored': {
    say: () => ({ ko: 'RST가 검사를 통과하지 못해 무시합니다.', en: 'The RST fails its checks and is ignored.' }),
    rfc: 'RFC 9293 §3.5.3',
  },
  reset: {
    say: () => ({ ko: '연결이 리셋되어 사라집니다.', en: 'The connection is reset and gone.' }),
    rfc: 'RFC 9293 §3.5.3',
  },
  'rst-sent': {
    say: () => ({ ko: 'RST로 답합니다.', en: 'It is answered with a RST.' }),
    rfc: 'RFC 9293 §3.5.2',
  },
  'time-wait-restarted': {
    say: () => ({
      ko: '상대의 FIN이 다시 왔습니다. 한 번 더 ACK하고 2MSL을 처음부터 다시 셉니다.',
      en: "The peer's FIN came again: one more ACK, and the 2 MSL start anew.",
    }),
    rfc: STEPS,
  },
  'time-wait-reused': {
    say: () => ({
      ko: '이전 연결보다 나중의 SYN으로 보입니다. TIME-WAIT를 일찍 끝내고 새 연결을 받아들입니다.',
      en: 'The SYN looks newer than the old connection: TIME-WAIT ends early, for a new one.',
    }),
    rfc: 'RFC 9293 §3.6.1',
  },
  'window-updated': {
    say: ({ sndWnd }) => ({
      ko: `상대의 수신 윈도우가 ${sndWnd}바이트로 바뀌었습니다.`,
      en: `The peer's window is now ${sndWnd} bytes.`,
    }),
    rfc: STEPS,
  },
  'window-probe-refused': {
    say: () => ({
      ko: '수신 윈도우가 0이라 데이터를 받지 않고 ACK로만 답합니다.',
      en: 'The window is zero: the data is not taken, an ACK says so.',
    }),
    rfc: 'RFC 9293 §3.8.6.1',
  },
  'paws-rejected': {
    say: () => ({
      ko: '이미 받은 것보다 오래된 타임스탬프입니다(PAWS). 옛 중복으로 보아 버리고 ACK로 답합니다.',
      en: 'Its timestamp is older than one received before (PAWS): an old duplicate, dropped and answered with an ACK.',
    }),
    rfc: 'RFC 7323 §5.3',
  },
  'timestamp-missing': {
    say: () => ({
      ko: '쓰기로 협상한 타임스탬프 옵션이 없습니다. 답하지 않고 버립니다.',
      en: 'It lacks the timestamps that both ends agreed on: it is dropped without an answer.',
    }),
    rfc: 'RFC 7323 §3.2',
  },
  'window-scale-capped': {
    say: () => ({
      ko: '상대가 알린 윈도우 스케일이 14를 넘습니다. 14로 씁니다.',
      en: 'The peer offers a window scale over 14; 14 is used.',
    }),
    rfc: 'RFC 7323 §2.3',
  },
  'no-connection': {
    say: ({ who }) => ({ ko: `${who.ko}에는 이 연결이 없습니다.`, en: `There is no such connection at ${who.en}.` }),
    rfc: 'RFC 9293 §3.10.7.1',
  },
};

/** Notes that say nothing beside these others. */
const IMPLIED: Partial<Record<Note, readonly Note[]>> = {
  'window-updated': ['in-order', 'gap-filled', 'our-syn-acked', 'ack-advanced', 'fin-processed', 'fin-acked'],
  'ack-advanced': ['fin-acked'],
};

/** The notes worth telling, in order, each once. */
export function toldNotes(notes: readonly Note[]): Note[] {
  return [...new Set(notes)].filter((note) => !(IMPLIED[note] ?? []).some((other) => notes.includes(other)));
}
