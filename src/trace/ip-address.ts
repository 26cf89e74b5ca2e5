/** An address and a port as people write them together: an IPv6 address in brackets (RFC 5952 §6). */
export function socketText({ address, port }: { readonly address: string; readonly port: number }): string {
  return `${hostText({ address })}:${port}`;
}

/** The part of it before the port. */
export function hostText({ address }: { readonly address: string }): string {
  return address.includes(':') ? `[${address}]` : address;
}

/** The bytes of an IP address as people write it: 4 for IPv4, 16 for IPv6 (RFC 4291 §2.2, without a zone); else null. */
export function addressBytes(text: string): Uint8Array | null {
  return text.includes(':') ? ipv6Bytes(text) : ipv4Bytes(text);
}

function ipv4Bytes(text: string): Uint8Array | null {
  const parts = text.split('.');
  const fits = parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
  return fits ? Uint8Array.from(parts, Number) : null;
}

/** Eight groups of up to four hexadecimal digits; `::` stands once for one group of zeros or more; the last two may be an IPv4 address. */
function ipv6Bytes(text: string): Uint8Array | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = halves.map((half, i) => groupBytes(half, i === halves.length - 1));
  if (head === null || head === undefined || tail === null) return null;
  if (tail === undefined) return head.length === 16 ? Uint8Array.from(head) : null;
  const zeros = 16 - head.length - tail.length;
  return zeros >= 2 ? Uint8Array.from([...head, ...new Array<number>(zeros).fill(0), ...tail]) : null;
}

function groupBytes(text: string, last: boolean): number[] | null {
  if (text === '') return [];
  const groups = text.split(':');
  const bytes: number[] = [];
  for (const [i, group] of groups.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >>> 8, value & 0xff);
      continue;
    }
    const ipv4 = last && i === groups.length - 1 ? ipv4Bytes(group) : null;
    if (ipv4 === null) return null;
    bytes.push(...ipv4);
  }
  return bytes;
}
