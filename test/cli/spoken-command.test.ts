import { CommanderError } from 'commander';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/cli/failure.ts';
import { SpokenCommand } from '../../src/cli/spoken-command.ts';
import type { Language } from '../../src/language.ts';

interface Said {
  readonly out: string;
  /** What a usage Failure says; null when there was none. */
  readonly failure: string | null;
  readonly ran: readonly string[];
}

/** A program with `log check [file]`, `log merge <other...>` and `quiz`. */
function say(line: string, language: Language = 'en'): Said {
  let out = '';
  const ran: string[] = [];
  const program = new SpokenCommand('seqack', language);
  program.option('--lang <ko|en>').helpCommand('help [command]', 'explain');
  program.configureOutput({
    writeOut: (text) => {
      out += text;
    },
    writeErr: (text) => {
      out += `ERR ${text}`;
    },
  });
  program.action(() => void ran.push('home'));
  program.command('quiz').action(() => void ran.push('quiz'));
  const log = program.command('log').description('about the log').holdsOthers();
  log
    .command('check')
    .argument('[file]')
    .option('--json')
    .examples([{ line: 'seqack log check', does: { en: 'look', ko: '보기' } }])
    .action((file?: string) => void ran.push(`check ${file ?? '-'}`));
  log
    .command('merge')
    .argument('<other...>')
    .action((others: string[]) => void ran.push(`merge ${others.join('+')}`));
  const config = program.command('config').holdsOthers((given) => void ran.push(`config ${JSON.stringify(given)}`));
  config.option('--json');
  config
    .command('get')
    .argument('<name>')
    .action((name: string) => void ran.push(`get ${name}`));
  try {
    program.parse(line.split(' '), { from: 'user' });
  } catch (error) {
    if (error instanceof Failure) {
      expect(error.exitCode).toBe(2);
      return { out, failure: error.text[language], ran };
    }
    if (!(error instanceof CommanderError && error.exitCode === 0)) throw error;
  }
  return { out, failure: null, ran };
}

describe('a command under a command', () => {
  test.each([
    ['log check', 'check -'],
    ['log check a.jsonl --json', 'check a.jsonl'],
    ['log --lang ko check', 'check -'],
    ['log check --lang ko', 'check -'],
    ['log merge a b', 'merge a+b'],
  ])('%s runs', (line, ran) => {
    expect(say(line)).toEqual({ out: '', failure: null, ran: [ran] });
  });

  test.each([
    ['log', 'seqack log needs one of: check, merge. See: seqack log --help'],
    ['log chek', 'There is no command "log chek". Did you mean log check?'],
    ['log frobnicate', 'There is no command "log frobnicate". See: seqack log --help'],
    ['log check a b', '"b" is one argument too many. See: seqack log check --help'],
    ['log check --jsn', 'There is no option "--jsn" here. Did you mean --json?'],
    ['log check --lng', 'There is no option "--lng" here. Did you mean --lang?'],
    ['log --frobnicate', 'There is no option "--frobnicate" here. See: seqack log --help'],
    ['log merge', '<other> is missing. See: seqack log merge --help'],
    ['logg check', 'There is no command "logg". Did you mean log?'],
    ['help logg', 'There is no command "logg". Did you mean log?'],
    ['help log chek', 'There is no command "log chek". Did you mean log check?'],
    ['log help chek', 'There is no command "log chek". Did you mean log check?'],
    ['help log check more', '"more" is one argument too many. See: seqack log check --help'],
  ])('%s is wrong usage', (line, failure) => {
    expect(say(line)).toEqual({ out: '', failure, ran: [] });
  });

  test('does what it does alone, with its options, where it has that', () => {
    expect(say('config').ran).toEqual(['config {}']);
    expect(say('config --json').ran).toEqual(['config {"json":true}']);
    expect(say('config get x').ran).toEqual(['get x']);
    expect(say('config gett').failure).toBe('There is no command "config gett". Did you mean config get?');
  });

  test('speaks Korean when it is wrong', () => {
    expect(say('log', 'ko').failure).toBe('seqack log 뒤에 check, merge 중 하나를 쓰세요. 참고: seqack log --help');
    expect(say('log chek', 'ko').failure).toBe('"log chek" 명령은 없습니다. 혹시 log check인가요?');
    expect(say('log merge', 'ko').failure).toBe('<other> 인자가 빠졌습니다. 참고: seqack log merge --help');
  });

  test('is listed in the help of the command it is under', () => {
    const { out } = say('log --help');
    expect(out).toContain('Usage: seqack log');
    expect(out).toMatch(
      /^Commands:\n {2}check \[file\].*\n {2}merge <other...>.*\n {2}help \[command\] +Show the help of a command$/m,
    );
  });

  test.each([['help log check'], ['log help check'], ['log check --help'], ['log check -h']])(
    '%s explains it',
    (line) => {
      const { out, failure } = say(line);
      expect(failure).toBeNull();
      expect(out).toContain('Usage: seqack log check [options] [file]');
      expect(out).toMatch(/^Options of every command:\n(.*\n)* {2}--lang <ko\|en>/m);
      expect(out).toMatch(/^Examples:\n {2}seqack log check {2}look$/m);
    },
  );

  test('help of the others is as it was', () => {
    expect(say('help quiz').out).toBe(say('quiz --help').out);
    expect(say('help').out).toBe(say('--help').out);
  });
});
