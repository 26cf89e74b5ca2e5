import { joined, type Text } from '../../language.ts';
import { withParticle } from '../../questions/words.ts';
import type { Signal } from '../../tcp/signal.ts';
import { isControl } from '../../trace/control.ts';
import { type Bases, shownNumbers } from '../../trace/relative.ts';
import { purposeOf } from '../../trace/timer-purpose.ts';
import type { Call, HostName, Snapshot, Trace, TracedSegment } from '../../trace/trace.ts';
import { NOTES, toldNotes } from './notes.ts';

/** What a step of a trace was, in words, with the RFC sections it follows. */
export interface Happening {
  readonly text: Text;
  readonly rfc: readonly string[];
}

/** How numbers are shown now. */
export interface Numbers {
  readonly shown: 'absolute' | 'relative';
  readonly bases: readonly Bases[];
}

/** Both Korean names end in a vowel: 가, 는, 의, 에 follow. */
const WHO: Readonly<Record<HostName, Text>> = {
  client: { ko: '클라이언트', en: 'the client' },
  server: { ko: '서버', en: 'the server' },
};
const AT_START: Readonly<Record<HostName, Text>> = {
  client: { ko: '클라이언트', en: 'The client' },
  server: { ko: '서버', en: 'The server' },
};

/** Tells of the events `first` to `last` of a trace: one that causes others, then what follows from it at once. */
export function happening(
  trace: Trace,
  first: number,
  last: number,
  after: Snapshot | null,
  numbers: Numbers,
): Happening {
  const event = trace.events[first];
  const closes = trace.events
    .slice(first + 1, last + 1)
    .some((one) => one.kind === 'state' && one.to === 'CLOSED' && one.host === event?.host);
  const givesUp = event?.kind === 'timer' && event.timer === 'retransmission' && closes;
  const told = givesUp ? gaveUp(event.host) : cause(trace, first, after, numbers);
  const followed: Text[] = [];
  for (const event of trace.events.slice(first + 1, last + 1)) {
    if (event.kind === 'state') {
      const change = event.from === null ? event.to : `${event.from} → ${event.to}`;
      followed.push({ ko: `${WHO[event.host].ko}: ${change}.`, en: `${AT_START[event.host].en}: ${change}.` });
    }
    if (event.kind === 'signal') {
      const { ko, en } = SIGNALS[event.signal];
      followed.push({
        ko: `${WHO[event.host].ko}의 애플리케이션에 알립니다: ${ko}.`,
        en: `${AT_START[event.host].en}'s application is told: ${en}.`,
      });
    }
  }
  const all = [told.text, ...followed];
  return {
    text: joined(all, ' '),
    rfc: told.rfc,
  };
}

function cause(trace: Trace, index: number, after: Snapshot | null, numbers: Numbers): Happening {
  const event = trace.events[index];
  const nothing: Happening = { text: { ko: '', en: '' }, rfc: [] };
  if (event === undefined) return nothing;
  switch (event.kind) {
    case 'call':
      return called(event.host, event.call, event.error);
    case 'timer':
      return TIMERS[purposeOf(event)](event.host);
    case 'send': {
      const segment = trace.segments[event.segment - 1];
      return segment === undefined ? nothing : { text: sent(segment, numbers), rfc: [] };
    }
    case 'lost':
      return {
        text: {
          ko: `#${withParticle(event.segment, '이/가')} 네트워크에서 유실됩니다. 보낸 쪽은 아직 모릅니다.`,
          en: `The network loses segment #${event.segment}. Its sender does not know yet.`,
        },
        rfc: [],
      };
    case 'arrive': {
      const segment = trace.segments[event.segment - 1];
      return segment === undefined ? nothing : arrived(event.host, segment, event.notes, after, numbers);
    }
    default:
      return nothing;
  }
}

function sent(segment: TracedSegment, { shown, bases }: Numbers): Text {
  const { seq, ack } = shownNumbers(segment, bases[segment.n - 1], shown);
  const flags = segment.flags.filter((flag) => flag !== 'PSH').join(',');
  const figures = `seq ${seq}${segment.flags.includes('ACK') ? `, ack ${ack}` : ''}`;
  const { n, from, len, origin, repeats } = segment;
  const control = isControl(segment);
  const particle = /(SYN|FIN)$/.test(flags) ? '을' : '를';
  const ko =
    len > 0 ? `데이터 ${len}바이트${control ? `와 ${flags}` : ''}${control ? particle : '를'}` : `${flags}${particle}`;
  const en = `${len > 0 ? `${len} ${len === 1 ? 'byte' : 'bytes'}${control ? ` with ${flags}` : ''}` : flags}`;
  if (origin === 'forged') {
    return {
      ko: `경로 밖의 누군가가 ${WHO[from].ko}인 척하며 ${ko} 보냅니다(#${n}): ${figures}.`,
      en: `Someone off the path, posing as ${WHO[from].en}, sends ${en} (#${n}): ${figures}.`,
    };
  }
  if (origin === 'copy') {
    return {
      ko: `네트워크를 떠돌던 옛 연결의 ${WHO[from].ko} 세그먼트가 나타납니다(#${n}): ${flags}, ${figures}.`,
      en: `An old duplicate from an earlier connection of ${WHO[from].en} turns up (#${n}): ${flags}, ${figures}.`,
    };
  }
  return repeats === null
    ? {
        ko: `${WHO[from].ko}가 ${ko} 보냅니다(#${n}): ${figures}.`,
        en: `${AT_START[from].en} sends ${en} (#${n}): ${figures}.`,
      }
    : {
        ko: `${WHO[from].ko}가 ${ko} 다시 보냅니다(#${n}): ${figures}.`,
        en: `${AT_START[from].en} sends ${en} again (#${n}): ${figures}.`,
      };
}

function arrival(host: HostName, n: number): Text {
  return {
    ko: `${WHO[host].ko}에 #${withParticle(n, '이/가')} 도착합니다.`,
    en: `Segment #${n} arrives at ${WHO[host].en}.`,
  };
}

/** Of an ACK that changes nothing: such as the answer to a probe of a window that is still closed, or a challenge ACK. */
function nothingNew(host: HostName, n: number, { sndWnd }: Snapshot): Text {
  const { ko, en } = arrival(host, n);
  const closed: Text =
    sndWnd === 0
      ? { ko: ' 윈도우는 아직 0입니다.', en: ' The window is still zero.' }
      : { ko: ' 새로 확인하는 것은 없습니다.', en: ' It acknowledges nothing new.' };
  return { ko: ko + closed.ko, en: en + closed.en };
}

function arrived(
  host: HostName,
  segment: TracedSegment,
  notes: Parameters<typeof toldNotes>[0],
  after: Snapshot | null,
  { shown, bases }: Numbers,
): Happening {
  const relative = (value: number, base: number | undefined) =>
    String(shown === 'absolute' || base === undefined ? value : (value - base) >>> 0);
  const context = {
    who: WHO[host],
    Who: AT_START[host],
    ack: String(shownNumbers(segment, bases[segment.n - 1], shown).ack),
    una: after === null ? '?' : relative(after.sndUna, after.iss),
    rcvNxt: after === null ? '?' : relative(after.rcvNxt, after.irs),
    sndWnd: String(after?.sndWnd ?? '?'),
  };
  const told = toldNotes(notes);
  const said = told.map((note) => NOTES[note].say(context));
  const origin: Text[] =
    segment.origin === 'copy' && segment.repeats === null
      ? [{ ko: '옛 중복 세그먼트가 도착합니다.', en: 'The old duplicate arrives.' }]
      : segment.origin === 'copy'
        ? [{ ko: '네트워크가 만든 중복 세그먼트가 도착합니다.', en: 'A copy that the network made arrives.' }]
        : segment.origin === 'forged'
          ? [{ ko: '위조된 세그먼트가 도착합니다.', en: 'The forged segment arrives.' }]
          : [];
  const isBareAck = segment.len === 0 && segment.flags.includes('ACK') && !isControl(segment);
  const plain = isBareAck && after !== null ? nothingNew(host, segment.n, after) : arrival(host, segment.n);
  const all = [...origin, ...(said.length > 0 ? said : [plain])];
  return {
    text: joined(all, ' '),
    rfc: [...new Set(told.map((note) => NOTES[note].rfc))],
  };
}

function called(host: HostName, call: Call, error: string | null): Happening {
  const { text, rfc } = CALLS[call.name](host, 'bytes' in call ? call.bytes : 'ms' in call ? call.ms : 0);
  if (error === null) return { text, rfc };
  return {
    text: { ko: `${text.ko} 하지만 거절됩니다(${error}).`, en: `${text.en} It is refused (${error}).` },
    rfc,
  };
}

/** `amount`: the bytes or the ms of the call. */
const CALLS: Readonly<Record<Call['name'], (host: HostName, amount: number) => Happening>> = {
  listen: (host) => ({
    text: {
      ko: `${WHO[host].ko}의 애플리케이션이 연결을 기다립니다(수동 OPEN).`,
      en: `${AT_START[host].en}'s application waits for connections: a passive OPEN.`,
    },
    rfc: ['RFC 9293 §3.10.1'],
  }),
  connect: (host) => ({
    text: {
      ko: `${WHO[host].ko}의 애플리케이션이 연결을 요청합니다(능동 OPEN).`,
      en: `${AT_START[host].en}'s application asks for a connection: an active OPEN.`,
    },
    rfc: ['RFC 9293 §3.10.1'],
  }),
  send: (host, bytes) => ({
    text: {
      ko: `${WHO[host].ko}의 애플리케이션이 ${bytes}바이트를 씁니다.`,
      en: `${AT_START[host].en}'s application writes ${bytes} ${bytes === 1 ? 'byte' : 'bytes'}.`,
    },
    rfc: ['RFC 9293 §3.10.2'],
  }),
  read: (host, bytes) => ({
    text: {
      ko: `${WHO[host].ko}의 애플리케이션이 ${bytes}바이트까지 읽습니다.`,
      en: `${AT_START[host].en}'s application reads up to ${bytes} ${bytes === 1 ? 'byte' : 'bytes'}.`,
    },
    rfc: ['RFC 9293 §3.10.3'],
  }),
  'stop-reading': (host) => ({
    text: {
      ko: `${WHO[host].ko}의 애플리케이션이 읽기를 멈춥니다. 데이터는 버퍼에 쌓입니다.`,
      en: `${AT_START[host].en}'s application stops reading: data stays in the buffer.`,
    },
    rfc: [],
  }),
  'resume-reading': (host) => ({
    text: {
      ko: `${WHO[host].ko}의 애플리케이션이 다시 읽기 시작합니다.`,
      en: `${AT_START[host].en}'s application reads again as data comes.`,
    },
    rfc: ['RFC 9293 §3.10.3'],
  }),
  'set-receive-buffer': (host, bytes) => ({
    text: {
      ko: `${WHO[host].ko}의 애플리케이션이 수신 버퍼를 ${bytes}바이트로 바꿉니다. 이미 알린 윈도우는 줄이지 않습니다.`,
      en: `${AT_START[host].en}'s application sets its receive buffer to ${bytes} ${bytes === 1 ? 'byte' : 'bytes'}; what was offered is not taken back.`,
    },
    rfc: ['RFC 9293 §3.8.6'],
  }),
  'listen-for-peer': (host) => ({
    text: {
      ko: `${WHO[host].ko}의 애플리케이션이 정해 둔 상대의 연결을 기다립니다(상대를 지정한 수동 OPEN).`,
      en: `${AT_START[host].en}'s application waits for one known peer: a passive OPEN that names the remote socket.`,
    },
    rfc: ['RFC 9293 §3.10.1'],
  }),
  'connect-with-data': (host, bytes) => ({
    text: {
      ko: `${WHO[host].ko}의 애플리케이션이 보낼 데이터 ${bytes}바이트와 함께 연결을 요청합니다(능동 OPEN).`,
      en: `${AT_START[host].en}'s application asks for a connection with ${bytes} ${bytes === 1 ? 'byte' : 'bytes'} to send: an active OPEN.`,
    },
    rfc: ['RFC 9293 §3.9.1.2', 'RFC 9293 §3.10.1'],
  }),
  'send-urgent': (host, bytes) => ({
    text: {
      ko: `${WHO[host].ko}의 애플리케이션이 긴급 데이터 ${bytes}바이트를 씁니다.`,
      en: `${AT_START[host].en}'s application writes ${bytes} ${bytes === 1 ? 'byte' : 'bytes'} as urgent.`,
    },
    rfc: ['RFC 9293 §3.10.2', 'RFC 9293 §3.8.5'],
  }),
  'send-unpushed': (host, bytes) => ({
    text: {
      ko: `${WHO[host].ko}의 애플리케이션이 PUSH 없이 ${bytes}바이트를 씁니다. TCP는 더 모일 때까지 기다릴 수 있습니다.`,
      en: `${AT_START[host].en}'s application writes ${bytes} ${bytes === 1 ? 'byte' : 'bytes'} without PUSH: TCP may wait for more.`,
    },
    rfc: ['RFC 9293 §3.9.1.2'],
  }),
  'set-user-timeout': (host, ms) => ({
    text: {
      ko: `${WHO[host].ko}의 애플리케이션이 사용자 타임아웃을 ${ms / 1000}초로 정합니다.`,
      en: `${AT_START[host].en}'s application sets the user timeout to ${ms / 1000} s.`,
    },
    rfc: ['RFC 9293 §3.9.1.2'],
  }),
  'close-fully': (host) => ({
    text: {
      ko: `${WHO[host].ko}의 애플리케이션이 보내기와 읽기를 모두 끝냅니다. 읽지 않은 데이터가 있으면 RST를 보냅니다.`,
      en: `${AT_START[host].en}'s application is done with sending and reading: a RST if data is unread, else a FIN.`,
    },
    rfc: ['RFC 9293 §3.6.1'],
  }),
  close: (host) => ({
    text: {
      ko: `${WHO[host].ko}의 애플리케이션이 보내기를 끝냅니다. 남은 데이터 뒤에 FIN을 보냅니다.`,
      en: `${AT_START[host].en}'s application has no more to send: a FIN goes out after what is left.`,
    },
    rfc: ['RFC 9293 §3.10.4'],
  }),
  abort: (host) => ({
    text: {
      ko: `${WHO[host].ko}의 애플리케이션이 연결을 강제로 끊습니다.`,
      en: `${AT_START[host].en}'s application aborts the connection.`,
    },
    rfc: ['RFC 9293 §3.10.5'],
  }),
  crash: (host) => ({
    text: {
      ko: `${WHO[host].ko}가 다운되어 연결에 대한 기억을 모두 잃습니다. 상대는 아무것도 모릅니다.`,
      en: `${AT_START[host].en} crashes and forgets its connections; the other side is not told.`,
    },
    rfc: ['RFC 9293 §3.5.1'],
  }),
};

function gaveUp(host: HostName): Happening {
  return {
    text: {
      ko: `${WHO[host].ko}의 재전송 타이머가 또 만료됩니다. 너무 오래 답이 없어 연결을 포기합니다.`,
      en: `${AT_START[host].en}'s retransmission timer expires once more: after so long without an answer it gives up.`,
    },
    rfc: ['RFC 9293 §3.8.3'],
  };
}

const TIMERS: Readonly<Record<Snapshot['timers'][number]['name'], (host: HostName) => Happening>> = {
  retransmission: (host) => ({
    text: {
      ko: `${WHO[host].ko}의 재전송 타이머가 만료됩니다. 가장 오래된 미확인 세그먼트를 다시 보내고 RTO를 두 배로 늘립니다.`,
      en: `${AT_START[host].en}'s retransmission timer expires: the oldest unacknowledged segment goes again, and the RTO doubles.`,
    },
    rfc: ['RFC 6298 §5'],
  }),
  'delayed-ack': (host) => ({
    text: {
      ko: `${WHO[host].ko}가 미뤄 둔 ACK를 보낼 때가 되었습니다.`,
      en: `${AT_START[host].en}'s delayed ACK is due.`,
    },
    rfc: ['RFC 9293 §3.8.6.3'],
  }),
  'time-wait': (host) => ({
    text: {
      ko: `${WHO[host].ko}의 TIME-WAIT가 2MSL을 채우고 끝납니다.`,
      en: `${AT_START[host].en}'s TIME-WAIT is over after 2 MSL.`,
    },
    rfc: ['RFC 9293 §3.10.8'],
  }),
  persist: (host) => ({
    text: {
      ko: `${WHO[host].ko}가 상대의 윈도우가 열렸는지 탐색할 때입니다(영 윈도우 탐색).`,
      en: `${AT_START[host].en} probes whether the peer's zero window has opened.`,
    },
    rfc: ['RFC 9293 §3.8.6.1'],
  }),
  user: (host) => ({
    text: {
      ko: `${WHO[host].ko}의 사용자 타임아웃이 만료되어 연결을 포기합니다.`,
      en: `${AT_START[host].en}'s user timeout expires: the connection is given up.`,
    },
    rfc: ['RFC 9293 §3.10.8'],
  }),
  'keep-alive': (host) => ({
    text: {
      ko: `${WHO[host].ko}가 오래 아무것도 받지 못해 상대가 살아 있는지 확인할 때입니다(keep-alive).`,
      en: `${AT_START[host].en} has heard nothing for long: a keep-alive asks whether the peer is still there.`,
    },
    rfc: ['RFC 9293 §3.8.4'],
  }),
};

/** What an application is told unasked. */
const SIGNALS: Readonly<Record<Signal, Text>> = {
  'urgent data': { ko: '긴급 데이터가 있음', en: 'urgent data' },
  'excessive retransmissions': { ko: '재전송이 너무 많음', en: 'excessive retransmissions' },
  'connection closing': { ko: '상대가 연결을 닫는 중', en: 'connection closing' },
  'connection reset': { ko: '연결이 리셋됨', en: 'connection reset' },
  'connection refused': { ko: '연결이 거부됨', en: 'connection refused' },
  'connection aborted due to user timeout': {
    ko: '시간 초과로 연결이 중단됨',
    en: 'connection aborted due to user timeout',
  },
};
