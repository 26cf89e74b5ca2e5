import type { Text } from '../../language.ts';

/** Something to try in the sandbox, and what it shows. */
export interface Idea {
  readonly text: Text;
  /** Where it is written; '' where nothing is to be looked up. */
  readonly rfc: string;
}

export type IdeaName = keyof typeof ideaWords;

/** Each names the keys it needs. */
export const ideaWords = {
  'listen-first': {
    text: {
      ko: '서버가 연결을 기다리게 하세요: tab으로 서버를 고르고 l. 그다음 tab, c로 클라이언트를 연결합니다.',
      en: 'Let the server wait for connections: tab to the server, then l. After that tab and c connect the client.',
    },
    rfc: 'RFC 9293 §3.10.1',
  },
  'closed-port': {
    text: {
      ko: '아무도 기다리지 않는 포트에 연결해 보세요(클라이언트에서 c). 무엇이 돌아올까요?',
      en: 'Connect to a port on which nobody listens (c as the client). What comes back?',
    },
    rfc: 'RFC 9293 §3.5.2',
  },
  handshake: {
    text: {
      ko: '클라이언트에서 c를 누르면 3-way 핸드셰이크가 시작됩니다. p를 먼저 누르면 세그먼트마다 번호를 맞혀 볼 수 있습니다.',
      en: 'As the client, c starts the three-way handshake. Press p first, and you predict the numbers of each segment.',
    },
    rfc: 'RFC 9293 §3.5',
  },
  'lose-the-syn': {
    text: {
      ko: '클라이언트의 첫 SYN을 유실시켜 보세요: d, 그다음 c. 언제, 몇 번 다시 보낼까요?',
      en: 'Lose the client’s first SYN: d, then c. When is it sent again, and how often?',
    },
    rfc: 'RFC 6298 §5',
  },
  'simultaneous-open': {
    text: {
      ko: 'SYN이 도착하기 전에 반대쪽에서도 연결해 보세요(tab, c). 동시 열기가 됩니다.',
      en: 'Connect from the other side too before the SYN arrives (tab, c): a simultaneous open.',
    },
    rfc: 'RFC 9293 §3.5',
  },
  'lose-the-last-ack': {
    text: {
      ko: '핸드셰이크의 마지막 ACK를 유실시켜 보세요(클라이언트에서 d). 그래도 연결될까요? 클라이언트가 데이터를 보내면요?',
      en: 'Lose the last ACK of the handshake (d as the client). Does the connection come about? And if the client sends data?',
    },
    rfc: 'RFC 9293 §3.5',
  },
  'read-a-little': {
    text: {
      ko: '윈도우가 닫혔습니다. 읽는 쪽에서 R로 조금만 읽어 보세요. 윈도우를 바로 열까요?',
      en: 'The window is shut. On the reading side read just a little (R): is the window opened at once?',
    },
    rfc: 'RFC 9293 §3.8.6.2',
  },
  'fill-the-window': {
    text: {
      ko: '읽기를 멈춘 쪽의 버퍼보다 많이 보내 보세요(s, 예를 들어 70,000). 윈도우가 닫히고 탐색이 시작됩니다.',
      en: 'Send more than the buffer of the side that does not read holds (s, say 70,000): its window closes, and probes begin.',
    },
    rfc: 'RFC 9293 §3.8.6.1',
  },
  'lose-data': {
    text: {
      ko: '데이터 하나를 유실시켜 보세요: d, 그다음 s로 6,000바이트. 타이머와 중복 ACK 가운데 무엇이 먼저 알아챌까요?',
      en: 'Lose a piece of data: d, then s with 6,000 bytes. What notices first, the timer or the duplicate ACKs?',
    },
    rfc: 'RFC 5681 §3.2',
  },
  overtake: {
    text: {
      ko: '데이터 하나를 늦춰 뒤의 것이 앞지르게 해 보세요: e로 60 ms, 그다음 s로 6,000바이트. 받는 쪽의 ACK 번호를 보세요.',
      en: 'Hold one segment back so that others pass it: e with 60 ms, then s with 6,000 bytes. Watch the receiver’s ACK numbers.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
  },
  'forge-rst': {
    text: {
      ko: 'RST를 위조해 보세요(f). 번호가 정확할 때와 1만큼 클 때가 다릅니다.',
      en: 'Forge a RST (f): with the exact number, and with one that is 1 too high. They end differently.',
    },
    rfc: 'RFC 5961 §3.2',
  },
  'stop-reading': {
    text: {
      ko: '한쪽의 애플리케이션이 읽기를 멈추게 하고(r) 반대쪽에서 계속 보내 보세요. 윈도우가 줄어듭니다.',
      en: 'Let one application stop reading (r) and go on sending from the other side: the window shrinks.',
    },
    rfc: 'RFC 9293 §3.8.6',
  },
  'half-open': {
    text: {
      ko: '한쪽을 다운시키고(C) 반대쪽에서 보내 보세요. 살아 있는 쪽은 무엇을 알게 될까요?',
      en: 'Crash one side (C) and send from the other. What does the survivor learn?',
    },
    rfc: 'RFC 9293 §3.5.1',
  },
  'simultaneous-close': {
    text: {
      ko: '양쪽을 거의 동시에 닫아 보세요: x, tab, x. FIN이 엇갈리면 CLOSING이 됩니다.',
      en: 'Close both sides at almost the same time: x, tab, x. FINs that cross lead to CLOSING.',
    },
    rfc: 'RFC 9293 §3.6',
  },
  'half-close': {
    text: {
      ko: '한쪽만 닫혔습니다. CLOSE-WAIT인 쪽은 아직 보낼 수 있습니다(s). 다 보냈으면 닫으세요(x).',
      en: 'Only one half is closed. The side in CLOSE-WAIT may still send (s); when it is done, close it (x).',
    },
    rfc: 'RFC 9293 §3.6',
  },
  'lose-the-fin': {
    text: {
      ko: 'FIN이나 그 ACK를 유실시켜 보세요(d). 누가 무엇을 다시 보낼까요?',
      en: 'Lose the FIN, or the ACK for it (d). Who sends what again?',
    },
    rfc: 'RFC 9293 §3.6',
  },
  'time-wait': {
    text: {
      ko: 'TIME-WAIT입니다. 옛 RST나 SYN을 위조해(f) 이 상태를 끝내 보세요. 아니면 2MSL을 기다립니다(G).',
      en: 'TIME-WAIT. Try to end it with a forged RST or SYN (f), or wait for 2 MSL (G).',
    },
    rfc: 'RFC 1337 §2',
  },
  'half-open-talks': {
    text: {
      ko: '한쪽만 연결을 기억합니다. 기억하는 쪽에서 보내 보세요(s): RST가 돌아옵니다.',
      en: 'Only one side remembers the connection. Send from it (s): a RST comes back.',
    },
    rfc: 'RFC 9293 §3.5.1',
  },
  'another-network': {
    text: {
      ko: 'n으로 지연, 유실률, MSS, 윈도우, 옵션을 바꿔 보세요. 옵션과 MSS는 다음 연결부터 적용됩니다.',
      en: 'n changes delay, loss, MSS, windows and options. Options and the MSS hold from the next connection.',
    },
    rfc: '',
  },
  predict: {
    text: {
      ko: 'p로 예측 모드를 켜면 세그먼트가 나타나기 전에 플래그와 번호를 묻습니다.',
      en: 'p turns predicting on: before each segment is shown you are asked for its flags and numbers.',
    },
    rfc: '',
  },
  keep: {
    text: {
      ko: 'w로 시나리오와 pcap을 저장하고, o로 방금 일어난 일에 대한 문제를 풀어 보세요.',
      en: 'w saves this as a scenario and a pcap; o asks you questions about what just happened.',
    },
    rfc: '',
  },
} as const satisfies Readonly<Record<string, Idea>>;
