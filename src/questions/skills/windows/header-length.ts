import type { Text } from '../../../language.ts';
import type { Random } from '../../../simulator/random.ts';
import { poseCaptured } from '../../captured/header-lengths.ts';
import { pickHeader } from '../../captured/headers.ts';
import { allFields, numberField } from '../../fields.ts';
import type { Figure } from '../../figure.ts';
import { NO_TRACE } from '../../no-trace.ts';
import type { ExplanationStep, Field, Hints } from '../../question.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { bytes } from '../../words.ts';
import { HEADER_LENGTH_HINTS } from './header-length-hints.ts';

/** What one shape of the question gives and asks. */
export interface Posed {
  readonly prompt: Text;
  readonly figure: Figure;
  readonly hints: Hints;
  readonly fields: readonly (Field | null)[];
  readonly explanation: readonly ExplanationStep[];
}

export const headerLength: Skill = {
  id: 'header.length',
  title: { ko: '데이터 오프셋과 길이', en: 'Data offset and lengths' },
  type: 34,
  level: 'medium',
  concepts: ['tcp'],
  after: ['header.decode'],
  pose: (random) => {
    return draft(random.chance(0.6) ? poseReading(random) : poseWriting(random));
  },
  poseOn: (captured, random) => {
    const header = pickHeader(captured, random);
    return header && draft(poseCaptured(header));
  },
};

function draft({ prompt, figure, hints, fields: asked, explanation }: Posed): QuestionDraft | null {
  const fields = allFields(asked);
  return (
    fields && {
      prompt,
      conventions: [],
      trace: NO_TRACE,
      view: questionView(NO_TRACE, { until: 0, asked: [], focus: [] }),
      figures: [figure],
      fields,
      hints,
      explanation,
    }
  );
}

const RFC = 'RFC 9293 §3.1';

/** How many bytes of options and of data an IPv4 packet carries. */
function poseReading(random: Random): Posed {
  const offset = random.int(6, 15);
  const ihl = random.chance(0.5) ? 5 : random.int(6, 15);
  const data = random.int(1, 60_000);
  const total = 4 * (ihl + offset) + data;
  const options = offset * 4 - 20;
  return {
    prompt: {
      ko: 'IPv4 패킷 하나의 IP 헤더와 TCP 헤더에 있는 값입니다. TCP 옵션은 채움(padding)까지 합쳐 몇 바이트이고, 데이터는 몇 바이트입니까?',
      en: 'These are values of the IP and TCP headers of an IPv4 packet. How many bytes are the TCP options, padding included, and how many bytes of data are there?',
    },
    hints: HEADER_LENGTH_HINTS,
    figure: {
      kind: 'values',
      title: null,
      values: [
        { name: 'IP Total Length', value: total },
        { name: 'IP IHL', value: ihl },
        { name: 'TCP Data Offset', value: offset },
        // Of no use here, as most of a header is.
        { name: 'TCP Window', value: random.int(1000, 65_535) },
      ],
    },
    fields: [
      numberField(
        { id: 'options', label: { ko: 'TCP 옵션(바이트)', en: 'TCP options in bytes' }, place: null },
        options,
        { required: [['N138', offset - 5]] },
        'amount',
      ),
      numberField(
        { id: 'data', label: { ko: '데이터(바이트)', en: 'data bytes' }, place: null },
        data,
        { required: [['N138', total - ihl - offset]], optional: [['N138', total - 4 * ihl - offset]] },
        'amount',
      ),
    ],
    explanation: [
      {
        text: {
          ko: `TCP 헤더는 ${offset} × 4 = ${offset * 4}바이트이고, 고정된 20바이트를 빼면 옵션은 ${options}바이트입니다.`,
          en: `The TCP header has ${offset} × 4 = ${offset * 4} bytes; less the fixed 20 the options have ${options} bytes.`,
        },
        rfc: RFC,
      },
      {
        text: {
          ko: `IP 헤더는 ${ihl} × 4 = ${ihl * 4}바이트입니다.`,
          en: `The IP header has ${ihl} × 4 = ${ihl * 4} bytes.`,
        },
        rfc: 'RFC 791 §3.1',
      },
      {
        text: {
          ko: `데이터는 ${total} - ${ihl * 4} - ${offset * 4} = ${data}바이트입니다.`,
          en: `The data has ${total} - ${ihl * 4} - ${offset * 4} = ${data} bytes.`,
        },
        rfc: RFC,
      },
    ],
  };
}

/** Which lengths the headers of a SYN with options and data carry. */
function poseWriting(random: Random): Posed {
  const others = random
    .shuffle([
      ['SACK-Permitted', 2],
      ['Timestamps', 10],
      ['Window Scale', 3],
    ] as const)
    .slice(0, random.int(1, 3));
  // A cookie of 4 to 16 bytes, an even number (RFC 7413 §4.1.1).
  const rows = random.shuffle([['MSS', 4], ...others, ['Fast Open', 2 + 2 * random.int(2, 8)]] as const);
  const options = rows.reduce((sum, [, length]) => sum + length, 0);
  const padding = (4 - (options % 4)) % 4;
  const header = 20 + options + padding;
  const data = random.int(1, 1400);
  const ip = 4 * random.int(5, 15);
  const total = ip + header + data;
  return {
    prompt: {
      ko: `TCP Fast Open으로 보내는 SYN에 데이터 ${data}바이트와 다음 옵션이 실려 있습니다. 옵션 뒤는 헤더가 32비트 경계에서 끝나도록 필요한 만큼만 채우고, IPv4 헤더는 ${ip}바이트입니다. TCP 데이터 오프셋 필드와 IP Total Length 필드에는 어떤 값이 실립니까?`,
      en: `A SYN sent with TCP Fast Open carries ${bytes(data)} of data and these options. Just enough padding after them ends the header on a 32-bit boundary; the IPv4 header has ${ip} bytes. Which values do the TCP data offset field and the IP Total Length field carry?`,
    },
    hints: HEADER_LENGTH_HINTS,
    figure: {
      kind: 'table',
      title: null,
      head: [
        { ko: '옵션', en: 'option' },
        { ko: '길이(바이트)', en: 'length in bytes' },
      ],
      rows,
    },
    fields: [
      numberField(
        { id: 'offset', label: { ko: '데이터 오프셋 필드', en: 'data offset field' }, place: null },
        header / 4,
        { required: [['N138', header]] },
        'amount',
      ),
      numberField(
        { id: 'total', label: { ko: 'Total Length 필드', en: 'Total Length field' }, place: null },
        total,
        { required: [['N138', ip / 4 + header / 4 + data]], optional: [['N138', ip + header / 4 + data]] },
        'amount',
      ),
    ],
    explanation: [
      {
        text: {
          ko: `옵션 ${options}바이트에 ${padding}바이트를 채우면 TCP 헤더는 20 + ${options} + ${padding} = ${header}바이트입니다.`,
          en: `With ${options} bytes of options and ${padding} of padding the TCP header has 20 + ${options} + ${padding} = ${header} bytes.`,
        },
        rfc: RFC,
      },
      {
        text: {
          ko: `데이터 오프셋의 단위는 워드입니다. ${header} / 4 = ${header / 4}.`,
          en: `The data offset is in words: ${header} / 4 = ${header / 4}.`,
        },
        rfc: RFC,
      },
      {
        text: {
          ko: `Total Length의 단위는 바이트입니다. ${ip} + ${header} + ${data} = ${total}.`,
          en: `Total Length is in bytes: ${ip} + ${header} + ${data} = ${total}.`,
        },
        rfc: 'RFC 791 §3.1',
      },
    ],
  };
}
