import { readdirSync } from 'node:fs';
import { SNAPSHOT_NAME } from '../../src/learning/log/snapshot-file.ts';
import { openStore } from '../../src/learning/log/store.ts';
import { startWriter } from './children.ts';
import { counted, type Row, told, type World } from './part.ts';
import { recordOnDisk } from './record.ts';

const KILLS = 2000;
const LIVES_PER_FOLDER = 10;
/** From the first event of a life to its end, ms at most. */
const LONGEST_MS = 25;
/** A line of many pages: the system may stop writing between two of them. */
const LONG_BYTES = 150_000;

/** What all lives together have come to. */
interface Counts {
  kills: number;
  appended: number;
  lost: number;
  unseen: number;
  torn: number;
  repair: number;
  miscounted: number;
  failed: number;
  /** Snapshots that were being written when the end came. */
  leftovers: number;
  readonly details: string[];
}

/** Small processes that do nothing but append, killed in the middle of it: most kills fall into a write. */
export async function writes(world: World): Promise<readonly Row[]> {
  const wanted = world.count ?? KILLS;
  const counts: Counts = {
    kills: 0,
    appended: 0,
    lost: 0,
    unseen: 0,
    torn: 0,
    repair: 0,
    miscounted: 0,
    failed: 0,
    leftovers: 0,
    details: [],
  };
  let begun = 0;
  const work = async (): Promise<void> => {
    while (begun < wanted) {
      const folder = world.scope.folder();
      const ledger: Ledger = { tears: 0, events: 0 };
      for (let life = 0; life < LIVES_PER_FOLDER && begun < wanted; life++) {
        await oneLife(world, folder, begun++, ledger, counts);
        world.progress(`writes: ${counts.kills} of ${wanted}`);
      }
      countIn(folder, ledger, counts);
      world.scope.remove(folder);
    }
  };
  await Promise.all(Array.from({ length: world.jobs }, work));
  return [
    counted('writers killed', counts.kills, wanted),
    told('  events whose append had returned', counts.appended),
    told('  killed after the write and before that', counts.unseen),
    counted('events lost although append had returned', counts.lost, 0, counts.details),
    counted('logs that need repair', counts.repair, 0),
    told('  logs that ended in a piece of a line', counts.torn),
    told('  pieces of a snapshot left behind', counts.leftovers),
    counted('writers that did not start on such a log', counts.failed, 0),
    counted('folders of which the store counts something else', counts.miscounted, 0),
  ];
}

/** What lies in one folder. */
interface Ledger {
  tears: number;
  events: number;
}

async function oneLife(world: World, folder: string, life: number, ledger: Ledger, counts: Counts): Promise<void> {
  const random = world.random.fork(`write ${life}`);
  const killAfterMs = random.int(0, LONGEST_MS * 1000) / 1000;
  const returned: string[] = [];
  let timer: NodeJS.Timeout | null = null;
  const name = `w${life}`;
  const writer = startWriter(world, {
    folder,
    name,
    count: 0,
    longBytes: random.chance(0.4) ? LONG_BYTES : 0,
    onAppended: (id) => {
      timer ??= setTimeout(writer.kill, killAfterMs);
      returned.push(id);
    },
  });
  const { code, errors } = await writer.ended;
  if (timer !== null) clearTimeout(timer);
  counts.kills++;
  if (code !== null) {
    counts.failed++;
    counts.details.push(`${name} ended by itself: ${errors.split('\n')[0]}`);
  }

  const record = recordOnDisk(folder);
  const ids = new Set(record.events.map(({ id }) => id));
  const lost = returned.filter((id) => !ids.has(id));
  counts.appended += returned.length;
  counts.lost += lost.length;
  if (lost.length > 0) counts.details.push(`${name}: ${lost.join(', ')} returned and not in the log`);
  counts.unseen += record.events.length - ledger.events - (returned.length - lost.length);
  ledger.events = record.events.length;
  // The next writer begins a line of its own, so that a piece is torn off once and damages nothing more.
  if (record.torn) {
    counts.torn++;
    ledger.tears++;
  }
  if (record.damaged.length > ledger.tears) {
    counts.repair++;
    counts.details.push(`${name}: damaged lines ${record.damaged.join(', ')}, ${ledger.tears} torn off`);
  }
}

/** The store reads what all of them have left: every whole line, and one notice at most. */
function countIn(folder: string, { tears, events }: Ledger, counts: Counts): void {
  counts.leftovers += readdirSync(folder).filter((name) => name.startsWith(`${SNAPSHOT_NAME}.`)).length;
  const store = openStore({ folder, now: Date.now, newId: () => 'reader' });
  let read = 0;
  for (const { flipped } of store.state.items.values()) read += flipped;
  const cards = recordOnDisk(folder).events.filter(({ kind }) => kind === 'card').length;
  if (read !== cards || store.problems.length > Math.min(1, tears)) {
    counts.miscounted++;
    counts.details.push(
      `${folder}: ${events} lines with ${cards} cards, ${read} counted; ${store.problems.map(({ en }) => en).join(' ')}`,
    );
  }
}
