import type { Text } from '../../../language.ts';
import type { Random } from '../../../simulator/random.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../../trace/trace.ts';
import { SCALE_SHOWN, SCALED_DOWN } from '../../conventions-windows.ts';
import { numberField } from '../../fields.ts';
import type { Figure } from '../../figure.ts';
import { shifted, unshifted } from '../../misconceptions/windows-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import { arrivalOf, sendIndex, sentBy, snapshotBefore } from '../../moments.ts';
import type { ExplanationStep, Field } from '../../question.ts';
import { drawScaled } from '../../situations/windows.ts';
import type { Skill } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { HOST, HOST_FIRST, withParticle } from '../../words.ts';
import { scalingOn } from './scaling-captured.ts';
import { SCALING_HINTS } from './scaling-hints.ts';

/** The field of a later segment; of a SYN; of a segment after one offer only; and what a field means in bytes. */
type Shape = 'later' | 'syn' | 'one-offer' | 'bytes';

type Wrong = readonly (readonly [MisconceptionId, number])[];

interface Moment {
  readonly shape: Shape;
  readonly trace: Trace;
  readonly segment: TracedSegment;
  /** RCV.WND of its sender. */
  readonly rcvWnd: number;
  /** The shift counts the SYNs carried, null for none. */
  readonly shifts: Readonly<Record<HostName, number | null>>;
}

function drawMoment(random: Random): Moment | null {
  const shape = random.pick([
    'later',
    'later',
    'later',
    'syn',
    'one-offer',
    'one-offer',
    'bytes',
    'bytes',
    'bytes',
  ] as const);
  const { trace, room } = drawScaled(random, shape !== 'one-offer');
  const shiftOf = (host: HostName): number | null => sentBy(trace, host)[0]?.options.windowScale ?? null;
  const shifts = { client: shiftOf('client'), server: shiftOf('server') };
  const fit = trace.segments.filter((s) => s.flags.includes('SYN') === (shape === 'syn'));
  if (fit.length === 0) return null;
  const segment = random.pick(fit);
  const after = snapshotBefore(trace, segment.from, sendIndex(trace, segment.n) + 1);
  if (after === null) return null;
  // The RCV.WND of a SYN is what there is room for: nothing has been offered yet.
  return { shape, trace, segment, rcvWnd: shape === 'syn' ? room[segment.from] : after.rcvWnd, shifts };
}

export const scaling: Skill = {
  id: 'window.scaling',
  title: { ko: '윈도우 스케일링', en: 'Window scaling' },
  type: 32,
  level: 'medium',
  concepts: ['tcp', 'handshake'],
  after: ['window.usable'],
  pose: (random) => {
    const moment = drawMoment(random);
    const field = moment && fieldOf(moment);
    if (moment === null || field === null) return null;
    const { trace, segment } = moment;
    const until = untilSeen(trace, segment.n);
    return {
      prompt: promptOf(moment),
      conventions: moment.shape === 'bytes' ? [SCALE_SHOWN] : [SCALE_SHOWN, SCALED_DOWN],
      trace,
      view: questionView(trace, { until, asked: field.place ? [field.place] : [], marks: false, focus: [segment.n] }),
      figures: [figureOf(moment)],
      fields: [field],
      hints: SCALING_HINTS,
      explanation: explanationOf(moment, field),
    };
  },
  poseOn: scalingOn,
};

function fieldOf(moment: Moment): Field | null {
  const { shape, trace, segment, rcvWnd, shifts } = moment;
  const own = shifts[segment.from];
  const other = shifts[peerOf(segment.from)];
  if (shape === 'bytes') {
    const arrival = arrivalOf(trace, segment.n);
    const after = arrival && snapshotBefore(trace, peerOf(segment.from), arrival.index + 1);
    if (own === null || other === null || after === null) return null;
    return numberField(
      { id: 'bytes', label: { ko: '윈도우(바이트)', en: 'window in bytes' }, place: null },
      after.sndWnd,
      {
        required: [
          ['N134', segment.window],
          ['N135', unshifted(segment.window, other)],
        ],
      },
      'amount',
    );
  }
  const place = { segment: segment.n, part: 'window' } as const;
  const head = { id: 'window', label: { ko: 'window 필드', en: 'window field' }, place };
  const required = wrongFields(shape, rcvWnd, own, other);
  return required && numberField(head, segment.window, { required }, 'amount');
}

function wrongFields(shape: Shape, rcvWnd: number, own: number | null, other: number | null): Wrong | null {
  switch (shape) {
    case 'syn':
      return own === null ? null : [['M45', shifted(rcvWnd, own)]];
    case 'one-offer': {
      const offered = own ?? other;
      return offered === null ? null : [['N136', shifted(rcvWnd, offered)]];
    }
    default:
      return own === null || other === null
        ? null
        : [
            ['N134', rcvWnd],
            ['N135', shifted(rcvWnd, other)],
          ];
  }
}

function promptOf({ shape, segment, trace }: Moment): Text {
  const host = segment.from;
  const name = nameOf(segment);
  if (shape === 'bytes') {
    const nth = trace.segments.filter((s) => s.from === host && s.n <= segment.n).length;
    return {
      ko: `${HOST[host].ko}가 ${nth}번째로 보낸 세그먼트(${name.ko})의 window 필드 값이 주어져 있습니다. 이 세그먼트가 알리는 ${HOST[host].ko}의 수신 윈도우는 몇 바이트입니까?`,
      en: `Segment no. ${nth} of those ${HOST[host].en} sends (${name.en}) carries the window field given. How many bytes is the receive window of ${HOST[host].en} that it advertises?`,
    };
  }
  return {
    ko: `${HOST[host].ko}가 window를 비워 둔 세그먼트(${name.ko})를 보냅니다. 이때 ${HOST[host].ko}의 수신 윈도우(RCV.WND)가 주어져 있습니다. 헤더의 window 필드에는 어떤 값이 실립니까?`,
    en: `${HOST_FIRST[host].en} sends the segment whose window is left blank (${name.en}). Its receive window (RCV.WND) at that moment is given. Which value does the window field of the header carry?`,
  };
}

function nameOf({ flags, seq, len }: TracedSegment): Text {
  const kind = flags.filter((flag) => flag !== 'PSH').join(',');
  return len === 0
    ? { ko: kind, en: kind }
    : { ko: `데이터 ${len}바이트, seq=${seq}`, en: `data, ${len} bytes, seq ${seq}` };
}

function figureOf({ shape, segment, rcvWnd }: Moment): Figure {
  const given =
    shape === 'bytes'
      ? { name: { ko: 'window 필드', en: 'window field' }, value: segment.window }
      : { name: { ko: 'RCV.WND (바이트)', en: 'RCV.WND (bytes)' }, value: rcvWnd };
  return { kind: 'values', title: null, values: [given] };
}

function explanationOf({ shape, segment, rcvWnd, shifts }: Moment, field: Field): readonly ExplanationStep[] {
  const host = segment.from;
  const own = shifts[host] ?? 0;
  const answer = String(field.answer);
  switch (shape) {
    case 'syn':
      return [
        {
          text: {
            ko: `SYN이 있는 세그먼트의 window 필드에는 스케일을 적용하지 않습니다. ${rcvWnd}바이트는 16비트에 들어가지 않으므로 가장 큰 값 ${answer}를 싣습니다.`,
            en: `The window field of a segment with SYN is never scaled. ${rcvWnd} bytes do not fit 16 bits, so it carries the largest value, ${answer}.`,
          },
          rfc: 'RFC 7323 §2.2',
        },
      ];
    case 'one-offer':
      return [
        {
          text: {
            ko: '서버의 SYN,ACK에 Window Scale 옵션이 없으므로 두 방향 모두 스케일을 쓰지 않습니다.',
            en: "The server's SYN,ACK carries no Window Scale option, so neither direction is scaled.",
          },
          rfc: 'RFC 7323 §2.2',
        },
        {
          text: {
            ko: `window 필드는 바이트 수 그대로 ${answer}입니다.`,
            en: `The window field is the number of bytes itself: ${answer}.`,
          },
          rfc: 'RFC 9293 §3.1',
        },
      ];
    default:
      return [
        {
          text: {
            ko: `양쪽 SYN에 옵션이 있으므로 스케일을 씁니다. ${HOST[host].ko}가 보내는 window에는 ${HOST[host].ko}가 알린 shift ${withParticle(own, '을/를')} 적용합니다.`,
            en: `Both SYNs carried the option, so windows are scaled; those ${HOST[host].en} sends by the shift it announced, ${own}.`,
          },
          rfc: 'RFC 7323 §2.2',
        },
        shape === 'bytes'
          ? {
              text: {
                ko: `${segment.window} × 2^${own} = ${answer}바이트입니다.`,
                en: `${segment.window} × 2^${own} = ${answer} bytes.`,
              },
              rfc: 'RFC 7323 §2.3',
            }
          : {
              text: {
                ko: `${rcvWnd} / 2^${withParticle(own, '을/를')} 내림해 ${answer}입니다.`,
                en: `${rcvWnd} / 2^${own}, rounded down, is ${answer}.`,
              },
              rfc: 'RFC 7323 §2.3',
            },
      ];
  }
}
