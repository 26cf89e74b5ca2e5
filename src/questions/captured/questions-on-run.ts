import { simulatedCaptures } from '../../captures/trace/simulated-captures.ts';
import type { HostName, Trace } from '../../trace/trace.ts';
import { skills } from '../catalogue.ts';
import type { Question } from '../question.ts';
import type { Skill } from '../skill.ts';
import { isPosable } from './make-on.ts';
import { questionsOn } from './questions-on.ts';

export interface RunPlan {
  /** The same run, end, count and seed give the same questions. At most LONGEST_CAPTURED_SEED letters, less a number's. */
  readonly seed: string;
  readonly count: number;
  /** The end at which the run is looked at, as a capture is. */
  readonly at: HostName;
}

/**
 * Up to `count` questions on a simulated run, by all skills that find something to ask of it. They are those of the run's
 * capture at that end, so that each has an answer which the segments settle; by their names `seqack questions --capture`
 * makes them again from the run's pcap file. None where no skill finds anything.
 */
export function questionsOnRun(trace: Trace, { seed, count, at }: RunPlan): readonly Question[] {
  const conversations = simulatedCaptures(trace, at, 'absolute');
  return questionsOn(
    conversations.map((one) => () => one),
    { seed, count, skills: skills.filter((skill) => skill.poseOn !== undefined) },
  );
}

/** The skills that have something to ask of a run, in the order of the catalogue. */
export function skillsOnRun(trace: Trace, at: HostName): readonly Skill[] {
  const conversations = simulatedCaptures(trace, at, 'absolute');
  return skills.filter((skill) => conversations.some((one) => isPosable(one, skill)));
}
