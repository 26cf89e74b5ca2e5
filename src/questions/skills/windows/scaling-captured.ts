import type { CapturedTrace } from '../../../captures/trace/captured-trace.ts';
import type { Text } from '../../../language.ts';
import type { Random } from '../../../simulator/random.ts';
import { type HostName, peerOf, type TracedSegment } from '../../../trace/trace.ts';
import { excerptAround, inExcerpt, momentsOf, pickMoment } from '../../captured/moment.ts';
import { hasFinding } from '../../captured/stream-scan.ts';
import { shiftsOn } from '../../captured/windows.ts';
import { allFields, numberField } from '../../fields.ts';
import type { Cell } from '../../figure.ts';
import { unshifted } from '../../misconceptions/windows-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import type { ExplanationStep } from '../../question.ts';
import type { QuestionDraft } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { HOST, withParticle } from '../../words.ts';
import { SCALING_HINTS } from './scaling-hints.ts';

/** A segment after two offers, a SYN that makes one, a segment after one offer only. */
const SHAPES = ['scaled', 'scaled', 'syn', 'one-offer'] as const;
type Shape = (typeof SHAPES)[number];

/** The shift counts of the SYNs: null for a SYN without the option. */
type Shifts = Readonly<Record<HostName, number | null>>;

interface Offered {
  readonly shape: Shape;
  readonly segment: TracedSegment;
  readonly shifts: Shifts;
}

/** A larger shift count is an error, which not every TCP treats alike (RFC 7323 §2.3). */
const LARGEST_SHIFT = 14;

/** Segments that offer a window, where both SYNs are in the capture. */
const offeredOn = momentsOf((captured): readonly Offered[] => {
  const shifts = shiftsOn(captured);
  if (shifts === null) return [];
  const scaled = shifts.client !== null && shifts.server !== null;
  return captured.trace.segments.flatMap((segment): Offered[] => {
    const { flags, n, window, from } = segment;
    if (window === 0 || flags.includes('RST') || !flags.includes('ACK') || hasFinding(captured, n, 'bad-checksum'))
      return [];
    const isSyn = flags.includes('SYN');
    const shift = isSyn || scaled ? shifts[from] : (shifts.client ?? shifts.server);
    return shift === null || shift === 0 || shift > LARGEST_SHIFT
      ? []
      : [{ shape: isSyn ? 'syn' : scaled ? 'scaled' : 'one-offer', segment, shifts }];
  });
});

/** What a window field of a captured segment means in bytes. */
export function scalingOn(captured: CapturedTrace, random: Random): QuestionDraft | null {
  const shape = random.pick(SHAPES);
  const moment = pickMoment(
    random,
    offeredOn(captured).filter((one) => one.shape === shape),
  );
  const excerpt = moment && excerptAround(captured, [moment.segment.n, moment.segment.n]);
  if (moment === null || excerpt === null) return null;
  const { shifts } = moment;
  const { trace } = excerpt.captured;
  const segment = excerpt.at(moment.segment.n);
  const own = shifts[segment.from] ?? 0;
  const answer = shape === 'scaled' ? unshifted(segment.window, own) : segment.window;
  const fields = allFields([
    numberField(
      { id: 'bytes', label: { ko: '윈도우(바이트)', en: 'window in bytes' }, place: null },
      answer,
      wrongBytes(moment),
      'amount',
    ),
  ]);
  if (fields === null) return null;
  const who = HOST[segment.from];
  const shiftOf = (host: HostName): Cell => shifts[host] ?? { ko: '옵션 없음', en: 'no option' };
  return inExcerpt(excerpt, {
    prompt: {
      ko: `${who.ko}가 보낸 세그먼트(${nameOf(segment).ko})의 window 필드와 양쪽 SYN의 shift가 주어져 있습니다. 이 세그먼트가 알리는 ${who.ko}의 수신 윈도우는 몇 바이트입니까?`,
      en: `The window field of a segment of ${who.en} (${nameOf(segment).en}) is given, with the shifts of both SYNs. How many bytes is the receive window of ${who.en} that it advertises?`,
    },
    conventions: [],
    trace,
    view: questionView(trace, { until: untilSeen(trace, segment.n), asked: [], marks: false, focus: [segment.n] }),
    figures: [
      {
        kind: 'values',
        title: null,
        values: [
          { name: { ko: 'window 필드', en: 'window field' }, value: segment.window },
          { name: { ko: '클라이언트 SYN의 shift', en: 'shift of the SYN of the client' }, value: shiftOf('client') },
          { name: { ko: '서버 SYN의 shift', en: 'shift of the SYN of the server' }, value: shiftOf('server') },
        ],
      },
    ],
    fields,
    hints: SCALING_HINTS,
    explanation: steps(moment, answer),
  });
}

function wrongBytes({ shape, segment, shifts }: Offered) {
  const { window, from } = segment;
  const other = shifts[peerOf(from)];
  const by = (shift: number): number => unshifted(window, shift);
  const required: (readonly [MisconceptionId, number])[] =
    shape === 'scaled'
      ? [['N134', window]]
      : shape === 'syn'
        ? [['M45', by(shifts[from] ?? 0)]]
        : [['N136', by(shifts[from] ?? other ?? 0)]];
  return { required, optional: shape === 'scaled' && other !== null ? [['N135', by(other)] as const] : [] };
}

function nameOf({ flags, seq, len }: TracedSegment): Text {
  const kind = flags.filter((flag) => flag !== 'PSH').join(',');
  return len === 0
    ? { ko: `${kind}, seq=${seq}`, en: `${kind}, seq ${seq}` }
    : { ko: `데이터 ${len}바이트, seq=${seq}`, en: `data, ${len} bytes, seq ${seq}` };
}

function steps({ shape, segment, shifts }: Offered, answer: number): readonly ExplanationStep[] {
  const { from, window } = segment;
  const own = shifts[from] ?? 0;
  switch (shape) {
    case 'syn':
      return [
        {
          text: {
            ko: `SYN이 있는 세그먼트의 window 필드에는 스케일을 적용하지 않습니다. 필드의 값 ${withParticle(answer, '이/가')} 곧 바이트 수입니다.`,
            en: `The window field of a segment with SYN is never scaled: its value, ${answer}, is the number of bytes.`,
          },
          rfc: 'RFC 7323 §2.2',
        },
      ];
    case 'one-offer':
      return [
        {
          text: {
            ko: `Window Scale 옵션이 한쪽 SYN에만 있으므로 두 방향 모두 스케일을 쓰지 않습니다. 필드의 값 ${withParticle(answer, '이/가')} 곧 바이트 수입니다.`,
            en: `Only one SYN carries a Window Scale option, so neither direction is scaled: the value of the field, ${answer}, is the number of bytes.`,
          },
          rfc: 'RFC 7323 §2.2',
        },
      ];
    default:
      return [
        {
          text: {
            ko: `양쪽 SYN에 옵션이 있으므로 스케일을 씁니다. ${HOST[from].ko}가 보내는 window에는 ${HOST[from].ko}가 알린 shift ${withParticle(own, '을/를')} 적용합니다.`,
            en: `Both SYNs carried the option, so windows are scaled; those ${HOST[from].en} sends by the shift it announced, ${own}.`,
          },
          rfc: 'RFC 7323 §2.2',
        },
        {
          text: { ko: `${window} × 2^${own} = ${answer}바이트입니다.`, en: `${window} × 2^${own} = ${answer} bytes.` },
          rfc: 'RFC 7323 §2.3',
        },
      ];
  }
}
