import type { LineProblem } from '../../documents/problem.ts';
import { limits } from './limits.ts';
import { transferMessages as messages } from './transfer-messages.ts';

/** Problems of one file: no more than anyone reads, and how many more there are. */
export class ProblemList {
  private readonly kept: LineProblem[] = [];
  private more = 0;

  readonly report = (problem: LineProblem): void => {
    if (this.kept.length < limits.problems) this.kept.push(problem);
    else this.more++;
  };

  /** In the order in which they were found. */
  all(): LineProblem[] {
    const last = this.kept.at(-1);
    if (this.more === 0 || last === undefined) return this.kept;
    return [...this.kept, { line: last.line, message: messages.more(this.more) }];
  }
}
