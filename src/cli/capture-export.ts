import { segmentPayloads } from '../simulator/segment-payload.ts';
import { captureAt } from '../trace/capture.ts';
import { pcapFile } from '../trace/pcap.ts';
import { HOST_NAMES, type HostName, type Trace } from '../trace/trace.ts';
import { usage } from './failure.ts';
import { print } from './output.ts';
import { writeOutputFile } from './output-file.ts';
import { errors, forms } from './text/errors.ts';
import { readWord } from './values.ts';

/** Standard output, where a file's name is expected. */
const STANDARD_OUTPUT = '-';

export interface CaptureExportOptions {
  readonly pcap?: string;
  readonly at?: string;
  readonly ipv6?: true;
}

/** A capture to be written, as it was asked for. */
export interface CaptureExport {
  readonly file: string;
  readonly toOutput: boolean;
  readonly at: HostName;
  readonly ipv6: boolean;
}

/** What --pcap, --at and --ipv6 ask for; null without --pcap. Throws a usage Failure. */
export function readCaptureExport({ pcap, at, ipv6 }: CaptureExportOptions): CaptureExport | null {
  if (pcap === undefined) {
    if (at !== undefined) throw usage(errors.onlyWith('--at', '--pcap'));
    if (ipv6 !== undefined) throw usage(errors.onlyWith('--ipv6', '--pcap'));
    return null;
  }
  if (pcap === '') throw usage(errors.badForm('--pcap', pcap, forms.file));
  const toOutput = pcap === STANDARD_OUTPUT;
  if (toOutput && process.stdout.isTTY) {
    throw usage(errors.binaryToTerminal('--pcap', 'seqack simulate NAME --pcap - | tshark -r -'));
  }
  return { file: pcap, toOutput, at: readWord('--at', at ?? 'client', HOST_NAMES), ipv6: ipv6 === true };
}

/** Writes the capture and gives the number of segments in it. Throws a Failure when the file cannot be written. */
export async function writeCapture(trace: Trace, { file, toOutput, at, ipv6 }: CaptureExport): Promise<number> {
  const frames = captureAt(trace, { at, ipv6, payloadOf: segmentPayloads(trace) });
  const bytes = pcapFile(frames);
  await (toOutput ? print(bytes) : writeOutputFile(file, bytes));
  return frames.length;
}
