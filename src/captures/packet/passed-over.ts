/** Frames without a TCP segment that can be read, by the reason. */
export type PassedOver =
  /** ARP, UDP, ICMP ...: whole, and nothing of TCP. */
  | 'not-tcp'
  /** A link type, or an encapsulation, that is not read here. */
  | 'unknown-link'
  /** An IP or TCP header that contradicts itself. */
  | 'malformed'
  /** The snap length cut off part of the TCP header. */
  | 'header-cut'
  /** A fragment whose datagram never became whole in this file. */
  | 'fragment';
