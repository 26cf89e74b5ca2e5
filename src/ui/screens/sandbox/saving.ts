import { blankScenario } from '../../../simulator/sandbox/blank-scenario.ts';
import type { Sandbox } from '../../../simulator/sandbox/sandbox.ts';
import type { Scenario } from '../../../simulator/scenario.ts';
import { isScenarioName } from '../../../simulator/scenario-file/schema.ts';
import { scenarioYaml } from '../../../simulator/scenario-file/writer.ts';
import { segmentPayloads } from '../../../simulator/segment-payload.ts';
import { captureAt } from '../../../trace/capture.ts';
import { pcapFile } from '../../../trace/pcap.ts';
import { traceSoFar } from '../../../trace/so-far.ts';
import type { Trace } from '../../../trace/trace.ts';
import type { Services } from '../../services.ts';
import { saveWords } from '../../text/sandbox.ts';
import type { Moment } from './moment.ts';

/** What can be saved of a sandbox. */
export const SAVED_KINDS = ['both', 'scenario', 'pcap'] as const;
export type SavedKind = (typeof SAVED_KINDS)[number];

interface FileToSave {
  readonly path: string;
  readonly bytes: () => Uint8Array;
}

/** The name offered for the files of a sandbox, without an ending. */
export function defaultName({ base }: Sandbox): string {
  if (base.name === blankScenario('closed').name) return 'my-sandbox';
  return base.name.startsWith('my-') ? base.name : `my-${base.name}`;
}

/** The scenario under the name of its file where that can be one, and with a title that says how it came about. */
function scenarioToSave({ scenario }: Sandbox, stem: string): Scenario {
  const name = stem.split(/[/\\]/).at(-1) ?? '';
  const { ko, en } = scenario.title;
  const told = en.endsWith(saveWords.byHand.en);
  const title = told ? scenario.title : { ko: `${ko}${saveWords.byHand.ko}`, en: `${en}${saveWords.byHand.en}` };
  const fits = title.ko.length <= LONGEST_TITLE && title.en.length <= LONGEST_TITLE;
  return {
    ...scenario,
    name: isScenarioName(name) ? name : scenario.name,
    title: fits ? title : scenario.title,
  };
}

/** Of a scenario file, characters. */
const LONGEST_TITLE = 100;

/** The part of a sandbox's run that is shown: what a pcap of it holds. */
export interface ShownPart {
  readonly trace: Trace;
  /** Virtual time it ends at, ms; null where nothing comes after it. */
  readonly untilMs: number | null;
  /** Moves made later than that. */
  readonly laterMoves: number;
}

/** What happened until a moment; what is still to come may be undone, and nobody has seen it. */
export function shownPart({ trace, moves }: Sandbox, { events, ms, actMs }: Moment): ShownPart {
  const laterMoves = moves.filter((one) => one.ms > actMs).length;
  return { trace: traceSoFar(trace, events), untilMs: events < trace.events.length ? ms : null, laterMoves };
}

/** The files to be written for a name, with or without an ending: the scenario with all its moves, a pcap of what is shown. */
export function filesToSave(
  sandbox: Sandbox,
  { trace }: ShownPart,
  name: string,
  what: SavedKind,
): readonly FileToSave[] {
  const stem = name.replace(/\.(ya?ml|pcap)$/i, '');
  return [
    ...(what === 'pcap'
      ? []
      : [{ path: `${stem}.yaml`, bytes: () => new TextEncoder().encode(scenarioYaml(scenarioToSave(sandbox, stem))) }]),
    ...(what === 'scenario' ? [] : [{ path: `${stem}.pcap`, bytes: () => pcapOf(trace) }]),
  ];
}

/** As the client's end captures it. */
function pcapOf(trace: Trace): Uint8Array {
  return pcapFile(captureAt(trace, { at: 'client', ipv6: false, payloadOf: segmentPayloads(trace) }));
}

/**
 * Writes all of the files, or none where one of them is there already and may not be written over; these are given back.
 * Throws what the writer throws.
 */
export async function saveFiles(
  files: readonly FileToSave[],
  writer: Services['writeFile'],
  over: boolean,
): Promise<readonly string[]> {
  const present: string[] = [];
  if (!over) {
    for (const { path } of files) if (await writer.exists(path)) present.push(path);
  }
  if (present.length > 0) return present;
  for (const { path, bytes } of files) await writer.write(path, bytes());
  return [];
}
