import type { Text } from '../../../language.ts';
import type { Random } from '../../../simulator/random.ts';
import { ACK, FIN, PSH, RST, SYN } from '../../../tcp/segment.ts';
import { type CapturedHeader, ofCapture, pickHeader } from '../../captured/headers.ts';
import { HEADER_FIRST } from '../../conventions-windows.ts';
import { allFields } from '../../fields.ts';
import { NO_TRACE } from '../../no-trace.ts';
import { drawIsn } from '../../situations/conversation.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { ackedField, flagField, lengthField, portField, seqField, windowField } from './header-decode-fields.ts';
import { explanationOf } from './header-decode-words.ts';

export interface Header {
  readonly source: number;
  readonly destination: number;
  readonly seq: number;
  /** What stands in the field, also where the ACK bit is clear. */
  readonly ack: number;
  /** In 32-bit words. */
  readonly offset: number;
  readonly bits: number;
  readonly window: number;
  readonly bytes: readonly number[];
}

export type Port = 'source' | 'destination';
export type Numbered = 'seq' | 'window';

function drawHeader(random: Random): Header {
  // SYN,ACK reads the same from either end, so that no wrong order could be told.
  const bits = random.pick([SYN, SYN, RST, ACK, PSH | ACK, FIN | ACK, RST | ACK, FIN | PSH | ACK]);
  const [one, other] = [random.int(49_152, 65_535), random.pick([22, 25, 53, 80, 143, 443, 5432, 8080])];
  const [source, destination] = random.chance(0.5) ? [one, other] : [other, one];
  const options = drawOptions(random, bits);
  const data = (bits & PSH) === 0 ? [] : Array.from({ length: random.int(4, 12) }, () => random.int(32, 126));
  const header = {
    source,
    destination,
    seq: drawIsn(random),
    ack: drawIsn(random),
    offset: 5 + options.length / 4,
    bits,
    window: random.int(257, 65_535),
  };
  const { seq, ack, offset, window } = header;
  const fixed = [
    ...split(source, 2),
    ...split(destination, 2),
    ...split(seq, 4),
    ...split(ack, 4),
    offset * 16,
    bits,
    ...split(window, 2),
    ...split(random.int(1, 65_535), 2),
    ...split(0, 2),
  ];
  return { ...header, bytes: [...fixed, ...options, ...data] };
}

/** MSS and more on a SYN, timestamps elsewhere, padded to whole words by NOPs; none at times. */
function drawOptions(random: Random, bits: number): readonly number[] {
  const stamps = [1, 1, 8, 10, ...split(random.int(1, 0xffff_ffff), 4), ...split(random.int(0, 0xffff_ffff), 4)];
  if ((bits & RST) !== 0 || random.chance(0.3)) return [];
  if ((bits & SYN) === 0) return stamps;
  const mss = [2, 4, ...split(random.int(536, 1460), 2)];
  return random.pick([mss, [...mss, 1, 3, 3, random.int(0, 14)], [...mss, 1, 1, 4, 2], [...mss, ...stamps]]);
}

function split(value: number, size: number): readonly number[] {
  return Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** (size - 1 - i)) % 256);
}

export const headerDecode: Skill = {
  id: 'header.decode',
  title: { ko: '헤더를 16진수로 읽기', en: 'Reading a header in hexadecimal' },
  type: 33,
  level: 'hard',
  concepts: ['tcp', 'numbers'],
  after: ['ack.in-order'],
  pose: (random) => {
    const header = drawHeader(random);
    return decodeDraft(header, random.pick(['source', 'destination']), random.pick(['seq', 'window']), {
      ko: 'TCP 세그먼트 하나를 첫 바이트부터 16진수로 나타낸 것입니다. 아래 항목을 헤더에서 읽으세요.',
      en: 'This is a TCP segment in hexadecimal, from its first byte on. Read the items below off its header.',
    });
  },
  poseOn: (captured, random) => {
    const one = pickHeader(captured, random);
    if (one === null) return null;
    const { at } = one;
    return ofCapture(
      captured,
      decodeDraft(headerOf(one), random.pick(['source', 'destination']), random.pick(['seq', 'window']), {
        ko: `${at.ko}의 TCP 헤더를 첫 바이트부터 16진수로 나타낸 것입니다. 아래 항목을 읽으세요.`,
        en: `This is the TCP header of ${at.en}, in hexadecimal, from its first byte on. Read the items below off it.`,
      }),
    );
  },
};

/** A captured header taken apart; it is a plain one (see pickHeader). */
function headerOf({ bytes }: CapturedHeader): Header {
  const at = (offset: number, size: number) =>
    bytes.slice(offset, offset + size).reduce((number, byte) => number * 256 + byte, 0);
  return {
    source: at(0, 2),
    destination: at(2, 2),
    seq: at(4, 4),
    ack: at(8, 4),
    offset: Math.floor(at(12, 1) / 16),
    bits: at(13, 1),
    window: at(14, 2),
    bytes,
  };
}

function decodeDraft(header: Header, port: Port, number: Numbered, prompt: Text): QuestionDraft | null {
  const fields = allFields([
    portField(header, port),
    number === 'seq' ? seqField(header) : windowField(header),
    lengthField(header),
    flagField(header),
    ackedField(header),
  ]);
  return (
    fields && {
      prompt,
      conventions: [HEADER_FIRST],
      trace: NO_TRACE,
      view: questionView(NO_TRACE, { until: 0, asked: [], focus: [] }),
      figures: [{ kind: 'bytes', title: null, bytes: header.bytes }],
      fields,
      hints: [
        {
          ko: '필드는 포트 둘(2바이트씩), seq와 ack(4바이트씩), 데이터 오프셋, 플래그, window(2바이트)의 순서이고, 높은 바이트부터 적습니다.',
          en: 'The fields are two ports (2 bytes each), seq and ack (4 each), data offset, flags, window (2), the high byte first.',
        },
        {
          ko: '오프셋은 0부터 셉니다. seq는 4, ack는 8, 데이터 오프셋은 12(높은 4비트), 플래그는 13, window는 14에 있습니다.',
          en: 'Counting from 0: seq is at 4, ack at 8, the data offset at 12 (high four bits), the flags at 13, the window at 14.',
        },
        {
          ko: '헤더 길이는 데이터 오프셋 × 4바이트입니다. 플래그는 낮은 비트부터 FIN, SYN, RST, PSH, ACK, URG이며, ACK 비트에 따라 ack를 읽을지 정합니다.',
          en: 'The header length is data offset × 4 bytes. From the low bit up the flags are FIN, SYN, RST, PSH, ACK, URG; the ACK bit says whether ack is read.',
        },
      ],
      explanation: explanationOf(header, port, number),
    }
  );
}
