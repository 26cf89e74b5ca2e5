import { describe, expect, test } from 'vitest';
import { ladderStyle } from '../../../src/trace/plain.ts';
import { layOutTimeline } from '../../../src/trace/timeline/lay-out.ts';
import { rowTimes } from '../../../src/trace/timeline/moment.ts';
import { storyOf, storySegments } from '../../../src/trace/timeline/related.ts';
import { followingWindow, movedAt, windowUpTo } from '../../../src/trace/timeline/window.ts';
import { nextToFollow } from '../../../src/ui/components/ladder/following.ts';
import { playbackOf } from '../../../src/ui/components/ladder/playback.ts';
import { screenTimes } from '../../../src/ui/components/ladder/scene.ts';
import { storyText } from '../../../src/ui/components/ladder/story.ts';
import { figureTimes, tickAfter } from '../../../src/ui/components/ladder/ticking.ts';
import { timelineDrawer } from '../../../src/ui/components/ladder/timeline-scene.ts';
import { type Line, lineText } from '../../../src/ui/layout/line.ts';
import { played, stormy } from '../../trace/plays.ts';

describe('the window on a ladder in time', () => {
  test('follows the newest row, stands still between jumps, and says when it moved', () => {
    for (const height of [5, 8, 11, 33]) {
      let before = 0;
      for (let seen = 1; seen < 200; seen++) {
        const { from, to } = followingWindow(seen, height);
        expect(to).toBe(seen);
        expect(to - from).toBeLessThanOrEqual(height);
        expect(from).toBeGreaterThanOrEqual(before);
        if (from > before) expect(movedAt(seen, height)).toBe(seen);
        before = from;
      }
    }
  });

  test('scrolled to a row it ends with it, and is full where it can be', () => {
    expect(windowUpTo(20, 50, 10)).toEqual({ from: 11, to: 21 });
    expect(windowUpTo(3, 50, 10)).toEqual({ from: 0, to: 10 });
    expect(windowUpTo(1e9, 50, 10)).toEqual({ from: 40, to: 50 });
    expect(windowUpTo(3, 6, 10)).toEqual({ from: 0, to: 6 });
  });
});

describe('pictures while it plays', () => {
  const trace = stormy('1');
  const style = { ...ladderStyle(trace, { width: 78, language: 'en', numbers: 'relative', ascii: false }), digits: 0 };
  const timeline = layOutTimeline(trace, style, { zoom: 0, flightMs: 20 });
  const playback = playbackOf(trace);
  const times = rowTimes(timeline, screenTimes(playback));
  const drawer = () => timelineDrawer({ timeline, style, times, followed: null, moving: true });

  test('a picture that is drawn anew in parts changes few lines at a time, and becomes what it is to be', () => {
    const draw = drawer();
    const whole = drawer();
    let before: readonly Line[] = [];
    let most = 0;
    for (let at = 1600; at < playback.endAt; at += 33) {
      const { scene } = draw({ at, bottom: null, height: 11, frame: 33 });
      const texts = scene.lines.map(lineText);
      const changed = scene.lines.filter((_, index) => texts[index] !== lineText(before[index] ?? [])).length;
      most = Math.max(most, changed);
      before = scene.lines;
      // Once it stands, it is the same as drawn at once.
      if (at > (times.at(-1) ?? 0) + 200) {
        expect(texts).toEqual(whole({ at, bottom: null, height: 11, frame: 0 }).scene.lines.map(lineText));
      }
    }
    expect(most).toBeLessThanOrEqual(6);
  });

  test('paused in the middle of it everything is there', () => {
    for (const { at } of playback.steps) {
      const { scene, rows } = drawer()({ at, bottom: null, height: 11, frame: 0 });
      const { from, to } = followingWindow(rows, 11);
      expect(scene.lines).toHaveLength(to - from);
      expect(scene.above).toBe(from > 0);
    }
  });
});

describe('ticks', () => {
  const playback = playbackOf(played('whole'));

  test('thirty a second while something flies, ten for figures, one a step with reduced motion', () => {
    const full = { speed: 1, motion: 'full' } as const;
    expect(tickAfter(playback, 0, { flying: true, ...full })).toBe(33);
    expect(tickAfter(playback, 0, { flying: false, ...full })).toBe(100);
    const [first, second] = playback.steps;
    const reduced = { flying: true, speed: 2, motion: 'reduced' } as const;
    expect(tickAfter(playback, first?.at ?? 0, reduced)).toBe(Math.ceil(((second?.at ?? 0) - (first?.at ?? 0)) / 2));
  });

  test('figures change at most ten times a second, and never those of both ends at once', () => {
    for (const speed of [0.5, 1, 2, 4]) {
      let changes = 0;
      let both = 0;
      let before = figureTimes(0, speed);
      for (let tick = 1; tick <= 300; tick++) {
        const now = figureTimes(tick * 33 * speed, speed);
        if (now.client !== before.client) changes++;
        if (now.client !== before.client && now.server !== before.server) both++;
        expect(now.client).toBeLessThanOrEqual(tick * 33 * speed);
        before = now;
      }
      expect(changes).toBeLessThanOrEqual(100);
      expect(changes).toBeGreaterThan(90);
      expect(both).toBeLessThan(changes / 10);
    }
  });
});

describe('a segment that is followed', () => {
  const trace = played('lost');
  const all = trace.events.length;
  const tell = (n: number, until: number, nowMs: number, language: 'ko' | 'en') => {
    const story = storyOf(trace, n, until);
    if (story === null) throw new Error(`no segment ${n}`);
    return storyText(story, { numbers: 'absolute', bases: [], nowMs, language }).rest;
  };

  test('with none, the newest; then one after the other, only those seen', () => {
    const sent = trace.events.findIndex((event) => event.kind === 'send' && event.segment === 4);
    expect(nextToFollow(trace, 0, null, -1)).toBeNull();
    expect(nextToFollow(trace, sent + 1, null, -1)).toBe(4);
    expect(nextToFollow(trace, sent + 1, 4, 1)).toBeNull();
    expect(nextToFollow(trace, sent + 1, 4, -1)).toBe(3);
    expect(nextToFollow(trace, all, 4, 1)).toBe(5);
    expect(nextToFollow(trace, all, 1, -1)).toBeNull();
  });

  test('lost, sent again, acknowledged: all that belongs to it, as far as it has happened', () => {
    const story = storyOf(trace, 4, all);
    expect(story === null ? null : [...storySegments(story)].sort((a, b) => a - b)).toEqual([4, 7, 8]);
    expect(tell(4, all, trace.endMs, 'en')).toBe(
      'PSH,ACK seq 4294966001 ack 820015 len 500: sent at 0.040 s; lost on its way; sent again as #7 at 1.040 s; acknowledged by #8.',
    );
    const timer = trace.events.findIndex((event) => event.kind === 'timer');
    expect(tell(4, timer, 500, 'en')).toMatch(/lost on its way; not acknowledged so far\.$/);
    expect(tell(4, all, trace.endMs, 'ko')).toMatch(
      /: 0\.040초 송신, 가는 길에 유실, 1\.040초 #7로 재전송, #8 세그먼트가 확인 응답\.$/,
    );
    expect(tell(7, all, trace.endMs, 'en')).toMatch(
      /sends #4 again; sent at 1\.040 s; arrived at 1\.050 s \(0\.010 s on its way\)/,
    );
  });

  test('an ACK names what it is the first to acknowledge', () => {
    const acknowledged = (n: number) => storyOf(trace, n, all)?.acknowledges.map((one) => one.n);
    expect([2, 3, 6, 8].map(acknowledged)).toEqual([[1], [2], [], [4, 5, 7]]);
    expect(tell(8, all, trace.endMs, 'en')).toMatch(/acknowledges #4, #5, #7\.$/);
    expect(tell(8, all, trace.endMs, 'ko')).toMatch(/, #4, #5, #7 확인 응답\.$/);
    // What is said of both ends of an acknowledgement agrees.
    for (const seed of ['1', '2', '3']) {
      const storm = stormy(seed);
      const stories = storm.segments.map(({ n }) => storyOf(storm, n, storm.events.length));
      for (const story of stories) {
        const by = story?.acknowledgedBy;
        if (story === null || by === null || by === undefined) continue;
        expect(seqGeq(by.ack, story.segment.seq + story.segment.len)).toBe(true);
        expect(by.n).toBeGreaterThan(story.segment.n);
      }
    }
  });

  test('a copy belongs to its original', () => {
    const twice = played('twice');
    const story = storyOf(twice, 4, twice.events.length);
    expect(story?.copies.map(({ n }) => n)).toEqual([5]);
    expect(story?.acknowledgedBy?.n).toBe(6);
  });
});

/** Sequence numbers compared on the circle. */
function seqGeq(a: number, b: number): boolean {
  return ((a - b) | 0) >= 0;
}
