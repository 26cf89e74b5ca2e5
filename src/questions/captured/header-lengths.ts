import { numberField } from '../fields.ts';
import type { Hints } from '../question.ts';
import type { Posed } from '../skills/windows/header-length.ts';
import { bytes as countedBytes } from '../words.ts';
import type { CapturedHeader } from './headers.ts';

const RFC = 'RFC 9293 §3.1';

const HINTS: Hints = [
  {
    ko: '데이터 오프셋은 TCP 헤더의 길이를 32비트 워드로 나타낸 값입니다. 옵션과 채움까지 들어갑니다.',
    en: 'The data offset is the length of the TCP header in 32-bit words, options and padding included.',
  },
  {
    ko: '옵션이 없는 TCP 헤더는 20바이트입니다. IP 페이로드의 길이는 바이트로 주어져 있습니다.',
    en: 'A TCP header without options has 20 bytes. The length of the IP payload is given in bytes.',
  },
  {
    ko: '헤더 길이 = 데이터 오프셋 × 4, 옵션 = 헤더 길이 - 20, 데이터 = IP 페이로드 - 헤더 길이입니다.',
    en: 'Header = data offset × 4; options = header - 20; data = IP payload - header.',
  },
];

/** How many bytes of options and of data a captured segment carries. What its IP header is like does not matter. */
export function poseCaptured({ at, bytes, len }: CapturedHeader): Posed {
  const header = bytes.length;
  const offset = header / 4;
  const total = header + len;
  return {
    prompt: {
      ko: `${at.ko}에 있는 값입니다. TCP 옵션은 채움(padding)까지 합쳐 몇 바이트이고, 데이터는 몇 바이트입니까?`,
      en: `These are values of ${at.en}. How many bytes are the TCP options, padding included, and how many bytes of data are there?`,
    },
    figure: {
      kind: 'values',
      title: null,
      values: [
        { name: { ko: 'IP 페이로드(바이트)', en: 'IP payload in bytes' }, value: total },
        { name: 'TCP Data Offset', value: offset },
        { name: 'TCP Window', value: (bytes[14] ?? 0) * 256 + (bytes[15] ?? 0) },
      ],
    },
    hints: HINTS,
    fields: [
      numberField(
        { id: 'options', label: { ko: 'TCP 옵션(바이트)', en: 'TCP options in bytes' }, place: null },
        header - 20,
        { required: [['N138', offset - 5]] },
        'amount',
      ),
      numberField(
        { id: 'data', label: { ko: '데이터(바이트)', en: 'data bytes' }, place: null },
        len,
        { required: [['N138', total - offset]] },
        'amount',
      ),
    ],
    explanation: [
      {
        text: {
          ko: `TCP 헤더는 ${offset} × 4 = ${header}바이트이고, 고정된 20바이트를 빼면 옵션은 ${header - 20}바이트입니다.`,
          en: `The TCP header has ${offset} × 4 = ${header} bytes; less the fixed 20 the options have ${header - 20} bytes.`,
        },
        rfc: RFC,
      },
      {
        text: {
          ko: `IP 페이로드는 TCP 헤더와 데이터이므로 데이터는 ${total} - ${header} = ${len}바이트입니다.`,
          en: `The IP payload is the TCP header and the data, so the data has ${total} - ${header} = ${countedBytes(len)}.`,
        },
        rfc: RFC,
      },
    ],
  };
}
