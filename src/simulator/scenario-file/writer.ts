import { isDeepStrictEqual } from 'node:util';
import { Document, YAMLSeq } from 'yaml';
import type { Text } from '../../language.ts';
import type { Conventions } from '../../tcp/conventions.ts';
import type { HostName } from '../../trace/trace.ts';
import type { NetworkSpec } from '../network-spec.ts';
import type { Action, EndpointSpec, Scenario } from '../scenario.ts';
import { ADDRESSES, LISTEN_AT_START, saysWhoListens } from './usual.ts';
import { unless, writtenAction, writtenFaults, writtenForgery, writtenMove, writtenNetwork } from './writer-entries.ts';
import { type Written, writtenConventions } from './writer-words.ts';

/** Columns before which a map on one line is broken. */
const WIDTH = 120;

/**
 * A scenario as the file that says it (docs/scenarios.md), with what is usual left out. Read again it is the same scenario:
 * with the same seed it plays to the same trace.
 */
export function scenarioYaml(scenario: Scenario): string {
  const document = new Document({});
  const block = (key: string, value: unknown) => document.set(key, value);
  const line = (key: string, value: Written) => {
    if (Object.keys(value).length > 0) document.set(key, document.createNode(value, { flow: true }));
  };
  const list = (key: string, entries: readonly Written[]) => {
    const node = new YAMLSeq();
    for (const entry of entries) node.add(document.createNode(entry, { flow: true }));
    if (entries.length > 0) document.set(key, node);
  };
  const { name, title, about, profile, mslMs, limitMs } = scenario;
  block('name', name);
  block('title', written(title));
  if (about.ko !== '' || about.en !== '') block('about', written(about));
  if (profile !== 'rfc') block('profile', profile);
  line('conventions', writtenConventions(commonConventions(scenario)));
  line('client', endpoint(scenario, 'client'));
  line('server', { ...endpoint(scenario, 'server'), ...listens(scenario) });
  line('network', network(scenario.network));
  const actions = listedActions(scenario).map(writtenAction);
  if (actions.length === 0) document.set('actions', document.createNode([], { flow: true }));
  list('actions', actions);
  list('faults', writtenFaults(scenario.faults));
  list('forge', scenario.forgeries.map(writtenForgery));
  list('moves', scenario.moves.map(writtenMove));
  if (mslMs !== null) block('msl', mslMs);
  if (limitMs !== 600_000) block('limit', limitMs);
  return document.toString({ lineWidth: WIDTH });
}

/** One line for both languages where it is the same. */
function written({ ko, en }: Text): string | Text {
  return ko === en ? ko : { ko, en };
}

/** `msl` of its own key takes precedence over the convention, and a file must not say both. */
function commonConventions({ conventions, mslMs }: Scenario): Partial<Conventions> {
  if (mslMs === null || conventions.mslMs === undefined) return conventions;
  const { mslMs: _, ...others } = conventions;
  return others;
}

function endpoint(scenario: Scenario, host: HostName): Written {
  const spec = scenario[host];
  const conventions = writtenConventions(spec.conventions);
  return {
    ...isn(spec),
    ...unless(1460, { mss: spec.mss }),
    ...unless(65_535, { window: spec.window }),
    ...unless(host === 'client' ? 50_000 : 80, { port: spec.port }),
    ...address(scenario, host),
    // Where the end's conventions say it, they are what holds, and a file must not say both.
    ...(spec.conventions.nagle === undefined ? unless(scenario.conventions.nagle ?? false, { nagle: spec.nagle }) : {}),
    ...(spec.conventions.delayedAckMs === undefined ? unless(true, { 'delayed-ack': spec.delayedAck }) : {}),
    ...unless(true, { reads: spec.reads }),
    ...(Object.keys(conventions).length === 0 ? {} : { conventions }),
  };
}

function isn({ isn }: EndpointSpec): Written {
  if (typeof isn === 'string') return unless('random', { isn });
  return { isn: isn.length === 1 ? isn[0] : [...isn] };
}

/** Both addresses are said, or none. */
function address({ client, server }: Scenario, host: HostName): Written {
  const usual = client.address === ADDRESSES.client[0] && server.address === ADDRESSES.server[0];
  return usual ? {} : { address: host === 'client' ? client.address : server.address };
}

function network(spec: NetworkSpec): Written {
  const usual = writtenNetwork({ delayMs: 20, loss: 0, duplicate: 0, reorder: 0, reorderMs: 40, mark: 0 });
  return Object.fromEntries(Object.entries(writtenNetwork(spec)).filter(([key, value]) => value !== usual[key]));
}

/** The actions that a file has to name: that the server listens from the start goes without saying beside others. */
function listedActions({ actions, moves }: Scenario): readonly Action[] {
  const [first, ...others] = actions;
  const unsaid = isDeepStrictEqual(first, LISTEN_AT_START) && !saysWhoListens(others);
  return unsaid && others.length + moves.length > 0 ? others : actions;
}

function listens({ actions }: Scenario): Written {
  return saysWhoListens(actions) ? {} : { listens: false };
}
