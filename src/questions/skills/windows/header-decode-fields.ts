import { ACK, flagNames } from '../../../tcp/segment.ts';
import { seqAdd } from '../../../tcp/sequence.ts';
import { choiceField, flagsField, LABELS, numberField } from '../../fields.ts';
import { bytesReversed, flagsReversed } from '../../misconceptions/windows-rules.ts';
import type { Field } from '../../question.ts';
import type { Header, Port } from './header-decode.ts';

export const PORTS = {
  source: { ko: '출발지 포트', en: 'source port' },
  destination: { ko: '목적지 포트', en: 'destination port' },
} as const;

export function portField(header: Header, which: Port): Field | null {
  const value = header[which];
  const required = [['N137', bytesReversed(value, 2)]] as const;
  return numberField({ id: which, label: PORTS[which], place: null }, value, { required }, 'amount');
}

export function seqField({ seq, ack, bits }: Header): Field | null {
  return numberField({ id: 'seq', label: LABELS.seq, place: null }, seq, {
    required: [['N137', bytesReversed(seq, 4)]],
    optional: (bits & ACK) === 0 ? [] : [['M11', ack]],
  });
}

export function windowField({ window }: Header): Field | null {
  const label = { ko: 'window 필드', en: 'window field' };
  const required = [['N137', bytesReversed(window, 2)]] as const;
  return numberField({ id: 'window', label, place: null }, window, { required }, 'amount');
}

export function lengthField({ offset }: Header): Field | null {
  const label = { ko: '헤더 길이(바이트)', en: 'header length in bytes' };
  return numberField({ id: 'header', label, place: null }, offset * 4, { required: [['N138', offset]] }, 'amount');
}

export function flagField({ bits }: Header): Field | null {
  const required = [['N127', flagNames(flagsReversed(bits))]] as const;
  return flagsField({ id: 'flags', label: LABELS.flags, place: null }, flagNames(bits), { required });
}

export function ackedField({ ack, bits }: Header): Field | null {
  const last = seqAdd(ack, -1);
  return choiceField(
    { id: 'acked', label: { ko: 'ack 필드의 뜻', en: 'what the ack field says' }, place: null },
    [
      {
        id: 'next',
        text: { ko: `${last}까지 받았고 다음은 ${ack}`, en: `all up to ${last} is here, ${ack} comes next` },
      },
      {
        id: 'last',
        text: {
          ko: `${ack}까지 받았고 다음은 ${seqAdd(ack, 1)}`,
          en: `all up to ${ack} is here, ${seqAdd(ack, 1)} comes next`,
        },
      },
      { id: 'nothing', text: { ko: '아무 뜻도 없음', en: 'nothing' } },
    ],
    (bits & ACK) === 0 ? 'nothing' : 'next',
    { required: (bits & ACK) === 0 ? [['M47', 'next']] : [['M01', 'last']] },
  );
}
