import type { Route } from '../../../src/ui/route.ts';
import { playedCapture } from '../../captures/survey/played-capture.ts';
import { recorded, slowFile } from '../../ui/captures/files.ts';
import type { WorldOptions } from '../../ui/world.tsx';
import type { GoldenStates } from '../golden-state.ts';

const CAPTURES = {
  'lost.pcap': recorded('lost_data_rto.pcap'),
  'sack.pcap': recorded('fast_retransmit_sack.pcap'),
  'many.pcap': playedCapture(['four-way-close', 'lost-segment', 'handshake', 'closed-port', 'zero-window'], {
    ipv6: true,
  }),
};
const FILES: WorldOptions = { captures: CAPTURES };

const opened = (path: string): Route => ({ screen: 'capture', path, at: null, conversation: null });
const ENTER = '\r';

export const captureFile: GoldenStates = [
  { name: 'capture-file', route: { screen: 'capture-file' }, says: { ko: '캡처', en: 'capture' }, hasNoHelpKey: true },
  {
    name: 'capture-file-missing',
    route: { screen: 'capture-file' },
    keys: ['없는 파일.pcap', ENTER],
    world: FILES,
    says: { ko: '없는 파일.pcap', en: '없는 파일.pcap' },
    hasNoHelpKey: true,
    hasLearnersOwnText: true,
  },
];

export const capture: GoldenStates = [
  { name: 'capture', route: opened('lost.pcap'), world: FILES, says: { ko: 'lost.pcap', en: 'lost.pcap' } },
  {
    name: 'capture-many',
    route: opened('many.pcap'),
    keys: ['s', 'j'],
    world: FILES,
    says: { ko: '대화', en: 'conversations' },
  },
  {
    name: 'capture-reading',
    route: opened('slow.pcap'),
    world: () => {
      const file = slowFile(CAPTURES['many.pcap']);
      file.give(CAPTURES['many.pcap'].length >> 1);
      return { openCapture: file.open };
    },
    says: { ko: '읽', en: 'Reading' },
  },
];

export const captureConversation: GoldenStates = [
  {
    name: 'capture-conversation',
    route: opened('sack.pcap'),
    keys: [ENTER],
    world: FILES,
    says: { ko: '대화 1', en: 'conversation 1' },
  },
  {
    name: 'capture-conversation-finding',
    route: opened('lost.pcap'),
    keys: [ENTER, 'n', 'a'],
    world: FILES,
    says: { ko: '대화 1', en: 'conversation 1' },
  },
  {
    name: 'capture-conversation-analysis',
    route: opened('lost.pcap'),
    keys: [ENTER, 'n', 'e'],
    world: FILES,
    says: { ko: '대화 1', en: 'conversation 1' },
  },
  {
    name: 'capture-conversation-replayed',
    route: opened('many.pcap'),
    keys: ['j', ENTER, 'w', 'G'],
    world: FILES,
    says: { ko: '다시 보기', en: 'Replay' },
  },
];

export const capturePractice: GoldenStates = [
  {
    name: 'capture-practice',
    route: opened('sack.pcap'),
    keys: [ENTER, ENTER],
    world: FILES,
    says: { ko: '캡처 문제', en: 'Questions on a capture' },
  },
  {
    name: 'capture-practice-verdict',
    route: opened('lost.pcap'),
    // Ctrl+N passes the question over, whatever its field takes.
    keys: [ENTER, ENTER, '\u000e', '1', ENTER],
    world: FILES,
    says: { ko: '풀이', en: 'Why' },
  },
];
