import type { Text } from '../../language.ts';

/** First bytes of what people take for captures, and what to do with it. Bytes as characters. */
const KNOWN: readonly (readonly [string, Text])[] = [
  ['\x28\xb5\x2f\xfd', compressedWith('zstd', 'zstd -d')],
  ['\x04\x22\x4d\x18', compressedWith('lz4', 'lz4 -d')],
  ['\xfd7zXZ\0', compressedWith('xz', 'xz -d')],
  ['BZh', compressedWith('bzip2', 'bzip2 -d')],
  ['\x1f\x8b', compressedWith('gzip', 'gzip -d')],
  ['PK\x03\x04', archive('ZIP')],
  ['7z\xbc\xaf\x27\x1c', archive('7z')],
  ['Rar!', archive('RAR')],
  ['snoop\0\0\0', otherCapture('snoop')],
  ['TRSNIFF data', otherCapture('Sniffer')],
  ['GMBU', otherCapture('Microsoft Network Monitor')],
  ['RTSS', otherCapture('Microsoft Network Monitor')],
  ['iptrace ', otherCapture('AIX iptrace')],
  ['\x7fELF', { ko: 'ELF 실행 파일입니다. 캡처가 아닙니다.', en: 'this is an ELF program, not a capture' }],
  ['MZ', { ko: 'Windows 실행 파일입니다. 캡처가 아닙니다.', en: 'this is a Windows program, not a capture' }],
  ['%PDF', { ko: 'PDF 문서입니다. 캡처가 아닙니다.', en: 'this is a PDF document, not a capture' }],
  ['\x89PNG', { ko: 'PNG 그림입니다. 캡처가 아닙니다.', en: 'this is a PNG picture, not a capture' }],
];

/** The most bytes that are looked at. */
export const LOOKED_AT = 64;

export const EMPTY: Text = {
  ko: '파일이 비어 있습니다. 캡처가 기록되지 않았습니다.',
  en: 'the file is empty: nothing was captured into it',
};

export const HEADER_CUT: Text = {
  ko: '파일이 헤더 안에서 끝났습니다. 캡처가 기록되다 말았습니다.',
  en: 'the file ends inside its own header: no frame was captured into it',
};

const TEXT_FILE: Text = {
  ko: '캡처가 아니라 텍스트 파일입니다. tcpdump는 -w FILE로 캡처를 저장합니다.',
  en: 'this is text, not a capture: tcpdump writes one with -w FILE',
};

const UNKNOWN: Text = {
  ko: 'pcap도 pcapng도 아닙니다. 다른 형식의 캡처라면 Wireshark에서 pcapng로 저장해 주십시오.',
  en: 'this is neither pcap nor pcapng: if it is a capture of another format, save it as pcapng with Wireshark',
};

/** What a file that begins with these bytes is, as far as they tell; one line. */
export function whatItIs(start: Uint8Array): Text {
  if (start.length === 0) return EMPTY;
  const bytes = String.fromCharCode(...start.subarray(0, LOOKED_AT));
  const known = KNOWN.find(([magic]) => bytes.startsWith(magic));
  if (known !== undefined) return known[1];
  return isText(start.subarray(0, LOOKED_AT)) ? TEXT_FILE : UNKNOWN;
}

/** Whether bytes are UTF-8 without control characters but tabs and ends of lines. The last character may be cut off. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return !/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/.test(text);
  } catch {
    return false;
  }
}

/** Link types that captures often have and that hold no frames which are read here. */
const LINK_NAMES: Readonly<Record<number, string>> = {
  105: 'IEEE 802.11',
  127: 'IEEE 802.11 radiotap',
  163: 'IEEE 802.11 AVS',
  187: 'Bluetooth HCI',
  189: 'USB',
  195: 'IEEE 802.15.4',
  201: 'Bluetooth HCI',
  220: 'USB',
  239: 'NFLOG',
  249: 'USBPcap',
  258: 'PKTAP',
};

/** Said of a pcap file, all of whose frames are of a link type that is not read. */
export function otherLinkType(linkType: number): Text {
  const name = LINK_NAMES[linkType];
  const type = name === undefined ? `${linkType}` : `${linkType}, ${name}`;
  return {
    ko: `링크 계층 종류(${type})를 읽을 수 없습니다. Ethernet, Linux cooked, BSD loopback, raw IP, PPP만 읽습니다.`,
    en: `its link type (${type}) is not read here: only Ethernet, Linux cooked, BSD loopback, raw IP and PPP are`,
  };
}

function compressedWith(how: string, command: string): Text {
  return {
    ko: `${how}로 압축된 파일입니다. 먼저 ${command}로 푸십시오.`,
    en: `this is compressed with ${how}: unpack it first with ${command}`,
  };
}

function archive(kind: string): Text {
  return {
    ko: `${kind} 묶음 파일입니다. 먼저 안의 캡처를 꺼내십시오.`,
    en: `this is a ${kind} archive: take the capture out of it first`,
  };
}

function otherCapture(kind: string): Text {
  return {
    ko: `${kind} 형식의 캡처입니다. pcap과 pcapng만 읽습니다. editcap IN OUT으로 바꾸십시오.`,
    en: `this is a capture of the ${kind} format, and only pcap and pcapng are read: convert it with editcap IN OUT`,
  };
}
