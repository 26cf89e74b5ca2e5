import { ACK, flagNames } from '../../../tcp/segment.ts';
import type { ExplanationStep } from '../../question.ts';
import { withParticle } from '../../words.ts';
import type { Header, Numbered, Port } from './header-decode.ts';
import { PORTS } from './header-decode-fields.ts';

/** How each item is read off the header. */
export function explanationOf(header: Header, port: Port, number: Numbered): readonly ExplanationStep[] {
  const { offset, bits, ack } = header;
  const rfc = 'RFC 9293 §3.1';
  const at = number === 'seq' ? { from: 4, size: 4 } : { from: 14, size: 2 };
  const names = flagNames(bits).join(',');
  return [
    {
      text: {
        ko: `${PORTS[port].ko}: 오프셋 ${port === 'source' ? 0 : 2}의 ${hex(header[port], 2)} = ${header[port]}.`,
        en: `The ${PORTS[port].en}: ${hex(header[port], 2)} at offset ${port === 'source' ? 0 : 2} is ${header[port]}.`,
      },
      rfc,
    },
    {
      text: {
        ko: `${number}: 오프셋 ${at.from}의 ${hex(header[number], at.size)} = ${header[number]}.`,
        en: `The ${number}: ${hex(header[number], at.size)} at offset ${at.from} is ${header[number]}.`,
      },
      rfc,
    },
    {
      text: {
        ko: `오프셋 12의 높은 4비트는 값이 ${offset}입니다. 헤더 길이는 ${offset} × 4 = ${offset * 4}바이트입니다.`,
        en: `The high four bits at offset 12 are ${offset}, so the header has ${offset} × 4 = ${offset * 4} bytes.`,
      },
      rfc,
    },
    {
      text: {
        ko: `오프셋 13의 ${hex(bits, 1)}에서 켜진 비트는 ${names}입니다.`,
        en: `The bits set in ${hex(bits, 1)} at offset 13 are ${names}.`,
      },
      rfc,
    },
    (bits & ACK) === 0
      ? {
          text: {
            ko: `ACK 비트가 꺼져 있으므로 오프셋 8의 ${hex(ack, 4)}에는 아무 뜻이 없습니다.`,
            en: `The ACK bit is clear, so ${hex(ack, 4)} at offset 8 says nothing.`,
          },
          rfc,
        }
      : {
          text: {
            ko: `ACK 비트가 켜져 있으므로 오프셋 8의 ${hex(ack, 4)} = ${withParticle(ack, '은/는')} 다음에 기다리는 번호입니다.`,
            en: `The ACK bit is set, so ${hex(ack, 4)} = ${ack} at offset 8 is the next number expected.`,
          },
          rfc,
        },
  ];
}

function hex(value: number, size: number): string {
  return `0x${value
    .toString(16)
    .toUpperCase()
    .padStart(2 * size, '0')}`;
}
