import { describe, expect, it } from 'vitest';
import { DAY_MS, dateOf, localStudyDays, weekdayOf } from '../../src/learning/study-day.ts';
import { compile, run, temporaryFolder } from './child.ts';

const PROGRAM = `
  import { dateOf, localStudyDays } from './src/learning/study-day.ts';
  const { dayOf, startOf } = localStudyDays;
  const moments = JSON.parse(process.argv[2] ?? '[]');
  const failures = [];
  for (let day = 19000; day < 22000; day++) {
    if (dayOf(startOf(day)) !== day) failures.push(['start', day]);
    if (dayOf(startOf(day + 1) - 1) !== day) failures.push(['end', day]);
  }
  console.log(JSON.stringify({ days: moments.map((at) => dateOf(dayOf(Date.parse(at)))), failures,
    lengths: moments.map((at) => { const day = dayOf(Date.parse(at)); return (startOf(day + 1) - startOf(day)) / 3600000; }) }));
`;

/** Compiles the program and gives what asks it in a process whose local time is that of a zone. */
async function zones() {
  const program = await compile(PROGRAM, temporaryFolder());
  return async (TZ: string, moments: string[]) =>
    JSON.parse(await run(program, { args: [JSON.stringify(moments)], env: { TZ } })) as {
      days: string[];
      failures: unknown[];
      lengths: number[];
    };
}

describe('study days', () => {
  it('start at 04:00 local time, through daylight saving and in zones far from UTC', async () => {
    const inZone = await zones();

    // 03:59 and 04:00 in Seoul (UTC+9, no daylight saving); midnight UTC falls into the middle of the morning.
    const seoul = await inZone('Asia/Seoul', [
      '2026-03-01T18:59:59Z',
      '2026-03-01T19:00:00Z',
      '2026-03-01T23:59:59Z',
      '2026-03-02T00:00:00Z',
    ]);
    expect(seoul.days).toEqual(['2026-03-01', '2026-03-02', '2026-03-02', '2026-03-02']);
    expect(seoul.failures).toEqual([]);

    // New York: 2026-03-08 02:00 becomes 03:00, 2026-11-01 02:00 becomes 01:00.
    const newYork = await inZone('America/New_York', [
      '2026-03-08T07:59:59Z',
      '2026-03-08T08:00:00Z',
      '2026-11-01T05:30:00Z',
      '2026-11-01T06:30:00Z',
      '2026-11-01T08:59:59Z',
      '2026-11-01T09:00:00Z',
    ]);
    expect(newYork.days).toEqual(['2026-03-07', '2026-03-08', '2026-10-31', '2026-10-31', '2026-10-31', '2026-11-01']);
    expect(newYork.lengths).toEqual([23, 24, 25, 25, 25, 24]);
    expect(newYork.failures).toEqual([]);

    // Half and quarter hours, and a zone whose clocks change at midnight.
    for (const zone of ['Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Santiago', 'Pacific/Kiritimati', 'UTC']) {
      expect((await inZone(zone, [])).failures).toEqual([]);
    }
  });

  it('go on through a night in which a date is left out', async () => {
    const inZone = await zones();
    // Samoa went from the 29th to the 31st of December 2011: the night between is still of the 29th.
    const samoa = await inZone('Pacific/Apia', [
      '2011-12-30T09:59:59Z',
      '2011-12-30T10:00:00Z',
      '2011-12-30T13:59:59Z',
      '2011-12-30T14:00:00Z',
    ]);
    expect(samoa.days).toEqual(['2011-12-29', '2011-12-29', '2011-12-29', '2011-12-31']);
    expect(samoa.failures).toEqual([]);
  });

  it('have the date and weekday of the calendar day they start on', () => {
    const day = Date.UTC(2026, 10, 22) / DAY_MS;
    expect(dateOf(day)).toBe('2026-11-22');
    expect(weekdayOf(day)).toBe(0);
    expect(localStudyDays.dayOf(new Date(2026, 10, 22, 12).getTime())).toBe(day);
  });
});
