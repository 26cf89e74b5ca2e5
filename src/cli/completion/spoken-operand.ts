import { Argument, Option } from 'commander';
import { type Taken, takenOf } from './taken.ts';

/** An operand that knows what it is a name of. */
export class SpokenOperand extends Argument {
  readonly takes: Taken;

  constructor(name: string, about: string, takes: Taken = takenOf(name)) {
    super(name, about);
    this.takes = takes;
  }
}

/** An option that knows what its value is a name of. */
export class SpokenOption extends Option {
  readonly takes: Taken;

  constructor(flags: string, about: string, takes: Taken = takenOf(flags)) {
    super(flags, about);
    this.takes = takes;
  }
}
