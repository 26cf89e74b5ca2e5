import { type Bounds, computedTimeout } from '../../misconceptions/timers-rules.ts';
import type { ExplanationStep } from '../../question.ts';
import type { Connection } from '../../situations/rto-bounds.ts';

/** The RTO of one connection, reckoned step by step: its sum, the lower bound, the back-off, the upper bound. */
export function boundsStep(name: string, bounds: Bounds, one: Connection): ExplanationStep {
  const { granularity, least, leastOf, most } = bounds;
  const computed = computedTimeout(bounds, one);
  const terms = [granularity, ...(leastOf === 'variance' ? [least] : []), `4 × ${one.rttvar}`].join(', ');
  const sum = `${one.srtt} + max(${terms}) = ${computed} ms`;
  const ko = [`${name}: ${sum}입니다.`];
  const en = [`${name}: ${sum}.`];
  const rto = Math.max(computed, least);
  if (rto !== computed) {
    ko.push(`하한보다 작으므로 ${rto} ms로 올립니다.`);
    en.push(`That is below the lower bound and becomes ${rto} ms.`);
  }
  const doubled = rto * 2 ** one.timeouts;
  if (one.timeouts > 0) {
    ko.push(`타임아웃이 ${one.timeouts}번 났으므로 ${rto} × 2^${one.timeouts} = ${doubled} ms입니다.`);
    en.push(
      `${one.timeouts === 1 ? 'One timeout makes' : `${one.timeouts} timeouts make`} it ${rto} * 2^${one.timeouts} = ${doubled} ms.`,
    );
  }
  if (doubled > most) {
    ko.push(`상한을 넘을 수 없으므로 RTO는 ${most} ms입니다.`);
    en.push(`It cannot go beyond the upper bound: the RTO is ${most} ms.`);
  }
  return { text: { ko: ko.join(' '), en: en.join(' ') }, rfc: sectionOf(bounds, one, doubled) };
}

/** Where the rule stands that settles this RTO. */
function sectionOf(bounds: Bounds, { settles, timeouts }: Connection, doubled: number): string {
  if (doubled > bounds.most) return 'RFC 6298 §2.5';
  if (settles === 'floor' && bounds.leastOf === 'rto') return 'RFC 6298 §2.4';
  return timeouts > 0 && settles === 'back-off' ? 'RFC 6298 §5.5' : 'RFC 6298 §2.3';
}
