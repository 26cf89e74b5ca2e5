/** Option kinds of the TCP header (RFC 9293 §3.1, RFC 7323 §2.2 and §3.2, RFC 2018 §2 and §3). */
export const END_OF_LIST = 0;
export const NO_OPERATION = 1;
export const MAXIMUM_SEGMENT_SIZE = 2;
export const WINDOW_SCALE = 3;
export const SACK_PERMITTED = 4;
export const SACK = 5;
export const TIMESTAMPS = 8;

/** The most bytes options may take: a header of 15 words without the 20 bytes that are always there. */
export const MOST_OPTION_BYTES = 40;
