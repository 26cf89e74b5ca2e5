import type { Text } from '../../language.ts';
import type { FaultEffect } from '../../simulator/fault.ts';
import { type HostName, peerOf } from '../../trace/trace.ts';
import { WHO } from './captures.ts';
import { count, grouped } from './format.ts';

/** What the screens of the sandbox say. */
export const sandboxWords = {
  title: { ko: '샌드박스', en: 'Sandbox' },
  entry: { ko: '샌드박스: 양쪽을 직접 조종하기', en: 'Sandbox: play both sides by hand' },
  entryAbout: {
    ko: '두 호스트를 직접 움직입니다. 연결하고, 보내고, 세그먼트를 유실시키거나 위조해 보세요. 해 본 것은 시나리오와 pcap으로 저장할 수 있습니다.',
    en: 'Two hosts wait for you: connect them, send, lose or forge a segment, and see what TCP makes of it. What happened can be saved as a scenario and as a pcap.',
  },
  about: {
    ko: '두 호스트가 있고, 아직 아무 일도 없습니다. 서버가 연결을 기다리게 하고(tab, l) 클라이언트를 연결해 보세요(tab, c). 무엇을 해 볼지 모르겠으면 h를 누르세요.',
    en: 'Two hosts, and nothing has happened yet. Let the server listen (tab, l), then connect the client (tab, c). At a loss what to try? Press h.',
  },
  quiet: { ko: '대기', en: 'quiet' },
  beyondLimit: { ko: '시간 한도', en: 'time limit' },
  score: (right: number, of: number): Text => ({ ko: `예측 ${right}/${of}`, en: `predicted ${right} of ${of}` }),
  predicting: { ko: '예측 모드', en: 'predicting' },
  moves: (n: number): Text => ({ ko: `조작 ${grouped(n)}번`, en: count(n, 'move', 'moves') }),
  acting: (host: HostName): Text => ({ ko: `${WHO[host].ko} 조작 중`, en: `you act for the ${WHO[host].en}` }),
  hosts: WHO,
  listens: { ko: '연결 대기 중', en: 'listening' },
  readingStopped: { ko: '읽기 멈춤', en: 'not reading' },
  stopReading: { ko: '읽기 멈춤', en: 'stop reading' },
  resumeReading: { ko: '읽기 재개', en: 'read on' },
  readSome: { ko: '조금 읽기', en: 'read' },
  loseNext: { ko: '다음 유실', en: 'lose next' },
  delayNext: { ko: '지연', en: 'delay' },
  doubleNext: { ko: '중복', en: 'double' },
  ideas: { ko: '해 볼 것', en: 'ideas' },
  path: { ko: '네트워크', en: 'network' },
} as const;

/** The same in a few words, beside the host. */
export function pendingShort(effect: FaultEffect): Text {
  switch (effect.kind) {
    case 'drop':
      return { ko: '다음 유실', en: 'next lost' };
    case 'mark':
      return { ko: '다음 CE', en: 'next CE' };
    case 'delay': {
      const ms = typeof effect.ms === 'number' ? grouped(effect.ms) : `${effect.ms.min}-${effect.ms.max}`;
      return { ko: `다음 ${ms} ms 지연`, en: `next ${ms} ms late` };
    }
    case 'duplicate':
      return { ko: '다음 중복', en: 'next twice' };
  }
}

/** What will be done to a host's next segment. */
export function pendingText(host: HostName, effect: FaultEffect): Text {
  const { ko, en } = WHO[host];
  switch (effect.kind) {
    case 'drop':
      return { ko: `${ko}의 다음 세그먼트는 유실됩니다`, en: `the ${en}'s next segment will be lost` };
    case 'mark':
      return { ko: `${ko}의 다음 세그먼트에 CE를 표시합니다`, en: `the ${en}'s next segment will be marked CE` };
    case 'delay': {
      const ms = typeof effect.ms === 'number' ? grouped(effect.ms) : `${effect.ms.min}-${effect.ms.max}`;
      return {
        ko: `${ko}의 다음 세그먼트는 ${ms} ms 늦어집니다`,
        en: `the ${en}'s next segment will be ${ms} ms late`,
      };
    }
    case 'duplicate':
      return { ko: `${ko}의 다음 세그먼트는 두 번 도착합니다`, en: `the ${en}'s next segment will arrive twice` };
  }
}

/** Questions for an amount. */
export const amountWords = {
  send: (host: HostName): Text => ({
    ko: `${WHO[host].ko}가 보낼 바이트`,
    en: `bytes for the ${WHO[host].en} to send`,
  }),
  read: (host: HostName): Text => ({
    ko: `${WHO[host].ko}가 읽을 바이트`,
    en: `bytes for the ${WHO[host].en} to read`,
  }),
  delay: (host: HostName): Text => ({
    ko: `${WHO[host].ko}의 다음 세그먼트를 늦출 시간(ms)`,
    en: `ms to hold the ${WHO[host].en}'s next segment back`,
  }),
  range: (least: number, most: number): Text => ({
    ko: `${grouped(least)}에서 ${grouped(most)} 사이의 수를 쓰세요.`,
    en: `A number from ${grouped(least)} to ${grouped(most)}.`,
  }),
} as const;

/** The form for a forged segment. */
export const forgeWords = {
  title: { ko: '세그먼트 위조', en: 'Forge a segment' },
  about: (from: HostName): Text => ({
    ko: `경로 밖의 누군가가 ${WHO[from].ko}인 척하고 ${WHO[peerOf(from)].ko}에 보내는 세그먼트입니다. 좌우 화살표로 보기를 넘기거나 직접 쓰세요.`,
    en: `Someone off the path poses as the ${WHO[from].en} and sends this to the ${WHO[peerOf(from)].en}. Step through choices with the arrows, or type.`,
  }),
  syntax: {
    flags: {
      ko: 'S, F, R, P, U, A, E, C를 눌러 플래그를 켜고 끕니다.',
      en: 'The letters S, F, R, P, U, A, E and C set and clear flags.',
    },
    seq: {
      ko: '수, random, 또는 "rcv.nxt + 10", "server snd.nxt" 같은 변수(iss, irs, snd.una, snd.nxt, rcv.nxt)를 쓰세요.',
      en: 'A number, random, or a variable such as "rcv.nxt + 10" or "server snd.nxt" (iss, irs, snd.una, snd.nxt, rcv.nxt).',
    },
    ack: {
      ko: 'ACK 플래그가 있을 때만 쓰입니다. 쓰는 방법은 seq와 같습니다.',
      en: 'Used only with the ACK flag; written as seq is.',
    },
    len: { ko: '데이터 바이트 수. 내용은 모두 X입니다.', en: 'Bytes of data, each an X.' },
  },
  fields: {
    flags: { ko: '플래그', en: 'flags' },
    seq: { ko: 'seq', en: 'seq' },
    ack: { ko: 'ack', en: 'ack' },
    len: { ko: '데이터', en: 'data' },
  },
  now: (value: number): Text => ({ ko: `지금 ${value}`, en: `now ${value}` }),
  drawn: { ko: '시드가 정함', en: 'drawn by the seed' },
  unused: { ko: '쓰이지 않음', en: 'not used' },
  none: { ko: '없음', en: 'none' },
  expects: (to: HostName, value: number): Text => ({
    ko: `${WHO[to].ko}가 기다리는 번호: ${value}`,
    en: `The ${WHO[to].en} expects ${value} next.`,
  }),
  expectsNothing: (to: HostName): Text => ({
    ko: `${WHO[to].ko}가 기다리는 번호는 아직 없습니다.`,
    en: `The ${WHO[to].en} expects no number yet.`,
  }),
  refused: {
    seq: { ko: 'seq를 읽을 수 없습니다.', en: 'This seq cannot be read.' },
    ack: { ko: 'ack를 읽을 수 없습니다.', en: 'This ack cannot be read.' },
    len: { ko: '데이터는 0에서 65,495바이트까지입니다.', en: 'Data: 0 to 65,495 bytes.' },
    flags: { ko: '플래그를 읽을 수 없습니다.', en: 'These flags cannot be read.' },
  },
} as const;

/** The form for saving. */
export const saveWords = {
  title: { ko: '저장', en: 'Save' },
  about: {
    ko: '시나리오 파일에는 직접 한 조작이 모두 들어가고 seqack simulate로 다시 재생합니다. pcap에는 지금까지 본 것이 담기고 Wireshark로 엽니다.',
    en: 'A scenario file has all your moves, and seqack simulate plays it again. A pcap has what was shown until now, and opens in Wireshark.',
  },
  /** After the title of the scenario that was played on. */
  byHand: { ko: ', 직접 조종', en: ', by hand' },
  name: { ko: '파일 이름', en: 'file name' },
  what: {
    both: { ko: '시나리오와 pcap', en: 'scenario and pcap' },
    scenario: { ko: '시나리오만', en: 'scenario only' },
    pcap: { ko: 'pcap만', en: 'pcap only' },
  },
  writes: (files: readonly string[]): Text => ({
    ko: `저장할 파일: ${files.join(', ')}`,
    en: `To be written: ${files.join(', ')}`,
  }),
  exists: (files: readonly string[]): Text => ({
    ko: `이미 있는 파일입니다: ${files.join(', ')}. 덮어쓰려면 enter를 한 번 더 누르세요.`,
    en: `Already there: ${files.join(', ')}. Press enter once more to overwrite.`,
  }),
  saved: (files: readonly string[]): Text => ({
    ko: `저장했습니다: ${files.join(', ')}.`,
    en: `Saved: ${files.join(', ')}.`,
  }),
  replay: (file: string, seed: string): Text => ({
    ko: `다시 보기: seqack simulate ${file} --seed ${seed}`,
    en: `Play it again: seqack simulate ${file} --seed ${seed}`,
  }),
  /** How far the pcap goes, where the run goes on after what is shown. */
  pcapEnds: (time: string): Text => ({
    ko: `pcap에는 지금 보고 있는 ${time}까지 담습니다.`,
    en: `The pcap ends at ${time}, the moment shown.`,
  }),
  laterMoves: (n: number): Text => ({
    ko: `시나리오에는 그 뒤에 한 조작 ${grouped(n)}번도 들어갑니다.`,
    en: `The scenario also has the ${n === 1 ? 'move' : `${grouped(n)} moves`} you made after it.`,
  }),
  pcapEmpty: {
    ko: '아직 세그먼트가 없어 pcap은 비어 있습니다.',
    en: 'No segment was sent yet: the pcap will be empty.',
  },
} as const;

/** Questions on what happened. */
export const askWords = {
  title: { ko: '방금 일어난 일', en: 'What just happened' },
  nothing: {
    ko: '아직 낼 수 있는 문제가 없습니다. 연결하고 데이터를 주고받은 뒤 다시 해 보세요.',
    en: 'There is nothing to ask yet. Connect, send some data, then try again.',
  },
} as const;

/** What is asked before the sandbox is left. */
export const leaveWords = {
  title: { ko: '나가기', en: 'Leaving' },
  question: { ko: '저장하지 않고 나갈까요?', en: 'Leave without saving?' },
  about: (moves: number): Text => ({
    ko: `직접 한 조작 ${grouped(moves)}번은 아직 저장하지 않았습니다.`,
    en: `Your ${count(moves, 'move', 'moves')} ${moves === 1 ? 'is' : 'are'} in no file yet.`,
  }),
} as const;

/** A text as a sentence of its own. */
export function sentence({ ko, en }: Text): Text {
  return { ko: `${ko}.`, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.` };
}
