import { issAbove } from '../tcp/arrives/time-wait-reuse.ts';
import { SEQUENCE_SPACE } from '../tcp/sequence.ts';
import type { ConnectionSettings, Tcb } from '../tcp/tcb.ts';
import { type HostName, peerOf } from '../trace/trace.ts';
import { changedSetup, drawnSetup, type EndpointSetup, endpointOf } from './endpoint-setup.ts';
import type { Host, ResolvedEndpoint } from './host.ts';
import { chooseIsn } from './isn-choice.ts';
import type { EndpointChange } from './move.ts';
import { type Random, randomFrom } from './random.ts';
import type { Scenario } from './scenario.ts';

/** What each end's next connection is made of, by the scenario, the moves so far and the seed. */
export class Setups {
  readonly #scenario: Scenario;
  readonly #seed: string;
  readonly #random: Random;
  readonly #setups: Record<HostName, EndpointSetup>;

  /** `sizes` draws the amounts that the scenario leaves to chance: the client's first. */
  constructor(scenario: Scenario, seed: string, sizes: Random) {
    this.#scenario = scenario;
    this.#seed = seed;
    this.#random = randomFrom(seed);
    this.#setups = {
      client: drawnSetup(scenario.profile, scenario.client, sizes),
      server: drawnSetup(scenario.profile, scenario.server, sizes),
    };
  }

  endpoint(name: HostName): ResolvedEndpoint {
    return endpointOf(this.#scenario, this.#setups[name]);
  }

  change(name: HostName, change: EndpointChange): void {
    this.#setups[name] = changedSetup(this.#setups[name], change);
  }

  /** Of a connection's settings those that moves may change. */
  settings({
    name,
    endpoint,
  }: Host): Pick<ConnectionSettings, 'conventions' | 'mss' | 'receiveBuffer' | 'timestampOffset'> {
    const { conventions, mss, window } = endpoint;
    const timestampOffset = conventions.timestamps ? this.#timestampOffset(name) : 0;
    return { conventions, mss, receiveBuffer: window, timestampOffset };
  }

  /** An ISS for a connection of `host`, its `host.isnsChosen`th; above those of the connection that it reopens. */
  chooseIss(host: Host, nowMs: number, reopens: Tcb | null): number {
    const peer = this.endpoint(peerOf(host.name));
    const chance = this.#random.fork(`isn/${host.name}/${host.isnsChosen}`);
    const secret = `${this.#seed}/${host.name}`;
    const iss = chooseIsn(host.endpoint, peer, host.isnsChosen, nowMs, { chance, secret });
    return reopens === null ? iss : issAbove(reopens, iss);
  }

  /** RFC 7323 §7.1: an offset that tells nothing of the host's uptime; the same for every incarnation (§5.4). */
  #timestampOffset(name: HostName): number {
    return this.#random.fork(`timestamps/${name}`).int(0, SEQUENCE_SPACE - 1);
  }
}
