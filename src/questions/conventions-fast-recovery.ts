import type { Text } from '../language.ts';

/*
 * Which of the recoveries that differ a question is about, and what goes with them.
 */

export const RENO: Text = {
  ko: '빠른 회복은 RFC 5681의 Reno 방식입니다.',
  en: "Fast recovery is Reno's, as RFC 5681 describes it.",
};

export const NEWRENO: Text = {
  ko: '빠른 회복은 RFC 6582의 NewReno 방식입니다.',
  en: "Fast recovery is NewReno's, as RFC 6582 describes it.",
};

export const LIMITED_TRANSMIT: Text = {
  ko: '제한 전송(Limited Transmit, RFC 3042)을 씁니다.',
  en: 'Limited transmit (RFC 3042) is in use.',
};

export const FULL_SEGMENTS_ONLY: Text = {
  ko: '보낼 데이터가 많이 남아 있으므로 SMSS를 꽉 채운 세그먼트만 보냅니다.',
  en: 'With much data left to send, only full segments of SMSS bytes are sent.',
};
