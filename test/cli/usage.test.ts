import { describe, expect, test } from 'vitest';
import { run } from './run.ts';

describe('wrong usage is one line and exit code 2', () => {
  test.each([
    [['reviw'], 'There is no command "reviw". Did you mean review?'],
    [['handshake'], 'There is no command "handshake". Did you mean seqack learn handshake?'],
    [['ack.in-order@7'], 'There is no command "ack.in-order@7". Did you mean seqack practice ack.in-order@7?'],
    [['lost-segment', '--plain'], 'There is no command "lost-segment". Did you mean seqack simulate lost-segment?'],
    [['trace.pcapng.gz'], 'There is no command "trace.pcapng.gz". Did you mean seqack capture trace.pcapng.gz?'],
    [['own.yaml'], 'There is no command "own.yaml". Did you mean seqack simulate own.yaml?'],
    [['sim'], 'There is no command "sim". Did you mean simulate?'],
    [['simualte', 'handshake', '--plain'], 'There is no command "simualte". Did you mean simulate?'],
    [['practice', 'm01'], 'There is no skill "m01". Did you mean M01?'],
    [['practice', 'handshake.third'], 'There is no skill "handshake.third". Did you mean handshake.third-segment?'],
    [
      ['questions', 'ack.in-order'],
      '"ack.in-order" is a skill; one question of it is named ack.in-order@SEED. Did you mean --skill ack.in-order?',
    ],
    [
      ['simulate', 'handshake', '--plain', '--profile', 'linxu'],
      '--profile does not take "linxu"; expected rfc, linux, textbook. Did you mean linux?',
    ],
    [['frobnicate'], 'There is no command "frobnicate". See: seqack --help'],
    [['stats', '--jsn'], 'There is no option "--jsn" here. Did you mean --json?'],
    [['-v'], 'There is no option "-v" here. Did you mean -V?'],
    [['quiz', '--H'], 'There is no option "--H" here. Did you mean --help?'],
    [['-x'], 'There is no option "-x" here. See: seqack --help'],
    [['--frobnicate'], 'There is no option "--frobnicate" here. See: seqack --help'],
    [['review', 'extra'], '"extra" is one argument too many. See: seqack review --help'],
    [['quiz', '--time'], 'The option --time <time> needs a value.'],
    [['quiz', '--time', '5x'], '--time does not take "5x"; expected a time from 10s to 3h, such as 5m, 90s or 1m30s.'],
    [['quiz', '--time', '5s'], '--time does not take "5s"; expected a time from 10s to 3h, such as 5m, 90s or 1m30s.'],
    [['quiz', '--count', '0'], '--count does not take "0"; expected a whole number from 1 to 200.'],
    [['quiz', '--count', '3.5'], '--count does not take "3.5"; expected a whole number from 1 to 200.'],
    [['quiz', '--feedback', 'never'], '--feedback does not take "never"; expected end or each.'],
    [['quiz', '--seed', 'a b'], `--seed does not take "a b"; expected 1 to 59 letters, digits, '.', '_' or '-'.`],
    [['--lang', 'fr', 'stats'], '--lang does not take "fr"; expected ko or en.'],
    [['--data', process.execPath, 'stats'], `--data takes a folder; ${process.execPath} is a file.`],
    [['learn', 'handshak'], 'There is no module "handshak". Did you mean handshake?'],
    [['practice', 'ack.in-ordr'], 'There is no skill "ack.in-ordr". Did you mean ack.in-order?'],
    [['practice', 'ack.in-ordr@7'], 'There is no skill "ack.in-ordr". Did you mean ack.in-order?'],
    [['questions', '--skill', 'ack.in-ordr'], 'There is no skill "ack.in-ordr". Did you mean ack.in-order?'],
    [['questions', '--format', 'moodle-xm'], 'There is no format "moodle-xm". Did you mean moodle-xml?'],
    [['questions', '--format', 'docx'], 'There is no format "docx". See: json, md, html, gift, moodle-xml, anki'],
    [['questions', '--topics', 'handshake,closs'], 'There is no topic "closs". Did you mean close?'],
    [['questions', '--format', 'md', '--json'], '--json and --format md do not go together; give one of them.'],
    [['questions', '--format', 'gift', '--answers', 'key'], '--answers works only together with --format md|html.'],
    [
      ['questions', '--format', 'md', '--answers', 'all'],
      '--answers does not take "all"; expected none, key, solutions.',
    ],
    [['questions', '--variant', 'ann'], '--variant works only together with --seed.'],
    [
      ['questions', '--seed', 'class-3b', '--variant', 'Ann Lee'],
      `--variant does not take "Ann Lee"; expected 1 to 50 letters, digits, '.', '_' or '-'.`,
    ],
    [
      ['questions', 'ack.in-order@7', '--variant', 'ann'],
      'SKILL@SEED and --variant do not go together; give one of them.',
    ],
    [['questions', 'ack.in-order@7', '--count', '2'], 'SKILL@SEED and --count do not go together; give one of them.'],
    [['simulate', 'handshak', '--plain'], 'There is no scenario "handshak". Did you mean handshake?'],
    [['simulate', '--plain'], 'Which scenario? Give a name or a file. See: seqack simulate --help'],
    [['simulate', 'handshake', '--plain', '--json'], '--plain and --json do not go together; give one of them.'],
    [['simulate', 'handshake', '--json', '--numbers', 'relative'], '--numbers works only together with --plain.'],
    [
      ['simulate', 'handshake', '--json', '--profile', 'bsd'],
      '--profile does not take "bsd"; expected rfc, linux, textbook.',
    ],
    [['simulate', 'handshake', '--at', 'server'], '--at works only together with --pcap.'],
    [['simulate', 'handshake', '--json', '--ipv6'], '--ipv6 works only together with --pcap.'],
    [['simulate', '--pcap', 'a.pcap'], 'Which scenario? Give a name or a file. See: seqack simulate --help'],
    [
      ['simulate', 'handshake', '--pcap', ''],
      '--pcap does not take ""; expected the name of a file, or - for standard output.',
    ],
    [
      ['simulate', 'handshake', '--pcap', 'a.pcap', '--at', 'middle'],
      '--at does not take "middle"; expected client or server.',
    ],
    [['simulate', 'handshake', '--pcap', '-', '--json'], '--pcap - and --json do not go together; give one of them.'],
    [
      ['simulate', 'handshake', '--json', '--set', 'delayed-ak=none'],
      'There is no convention "delayed-ak". Did you mean delayed-ack?',
    ],
    [
      ['simulate', 'handshake', '--json', '--set', 'frobnicate=1'],
      'There is no convention "frobnicate". See: seqack simulate --conventions',
    ],
    [
      ['simulate', 'handshake', '--json', '--set', 'sack'],
      '--set does not take "sack"; expected NAME=VALUE such as delayed-ack=none; all names: seqack simulate --conventions.',
    ],
    [
      ['simulate', 'handshake', '--json', '--set', 'msl=0'],
      '--set msl does not take "0"; expected a whole number from 1 to 3,600,000.',
    ],
    [
      ['simulate', 'handshake', '--json', '--set', 'loss-recovery=\u001b[31mvegas'],
      '--set loss-recovery does not take "?[31mvegas"; expected one of: tahoe, reno, newreno.',
    ],
    [
      ['simulate', 'handshake', '--json', '--set', 'maximum-rto=500'],
      'minimum-rto (1000) is above maximum-rto (500); change one of them.',
    ],
    [
      ['simulate', 'handshake', '--json', '--loss', '2'],
      '--loss does not take "2"; expected a probability from 0 to 1, such as 0.05.',
    ],
    [
      ['simulate', 'handshake', '--conventions'],
      '--conventions stands alone: no scenario and no other option with it.',
    ],
    [['simulate', '--set', 'sack=true'], 'Which scenario? Give a name or a file. See: seqack simulate --help'],
    [['tune', '--plain', '--json'], '--plain and --json do not go together; give one of them.'],
    [['tune', '--dry-run', '--reset'], '--dry-run and --reset do not go together; give one of them.'],
    [['log'], 'seqack log needs one of: check, merge, export, import. See: seqack log --help'],
    [['log', 'chek'], 'There is no command "log chek". Did you mean log check?'],
    [['log', 'merge'], '<other> is missing. See: seqack log merge --help'],
    [['log', 'merge', 'a', '--out', ''], '--out does not take ""; expected the name of a file.'],
    [['log', 'import', 'a', 'b'], '"b" is one argument too many. See: seqack log import --help'],
    [['log', 'export', '--format', 'xml'], '--format does not take "xml"; expected jsonl, json, csv.'],
    [['stats', '--plain', '--json'], '--plain and --json do not go together; give one of them.'],
  ])('%j', async (args, message) => {
    expect(await run(args)).toEqual({ exitCode: 2, stdout: '', stderr: `seqack: ${message}\n` });
  });

  test('the first part of skills’ names is answered with those skills', async () => {
    const { stderr } = await run(['practice', 'seq']);
    expect(stderr).toMatch(/^seqack: There is no skill "seq". See: (seq\.[a-z-]+, )+seq\.[a-z-]+\n$/);
  });

  test('in Korean too', async () => {
    expect(await run(['reviw', '--lang', 'ko'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'seqack: "reviw" 명령은 없습니다. 혹시 review인가요?\n',
    });
  });

  test('what was typed comes back without its control characters', async () => {
    for (const args of [
      ['a\u001b[31mb'],
      ['stats', '--a\u0007'],
      ['learn', 'x\u202e'],
      ['practice', 'ack@\u001b[2J'],
    ]) {
      const { exitCode, stderr } = await run(args);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/^seqack: [^\p{Cc}\p{Cf}]*\n$/u);
    }
  });
});

describe('a screen without a terminal', () => {
  test.each([
    [[], 'seqack --help'],
    [['review'], 'seqack due'],
    [['learn'], 'seqack learn --help'],
    [['learn', 'handshake'], 'seqack learn --help'],
    [['practice'], 'seqack questions'],
    [['practice', 'ack.in-order@7'], 'seqack questions'],
    [['quiz'], 'seqack questions --seed SEED --count N'],
    [['quiz', '--count', '5'], 'seqack questions --seed SEED --count N'],
    [['simulate'], 'seqack simulate NAME --plain'],
    [['simulate', 'handshake'], 'seqack simulate NAME --plain'],
  ])('%j is one clear line and exit code 2', async (args, instead) => {
    const message = `This opens a screen and needs a terminal for input and output. Without one: ${instead}`;
    expect(await run(args)).toEqual({ exitCode: 2, stdout: '', stderr: `seqack: ${message}\n` });
  });
});
