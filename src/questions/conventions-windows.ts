import type { Text } from '../language.ts';

/*
 * Conventions of questions about windows, beside those of conventions.ts.
 */

export const WINDOWS_IN_BYTES: Text = {
  ko: 'cwnd와 rwnd의 단위는 바이트이고, 윈도우 스케일링은 쓰지 않습니다.',
  en: 'cwnd and rwnd are in bytes; window scaling is not in use.',
};

export const NO_CONGESTION_WINDOW: Text = {
  ko: '혼잡 윈도우(cwnd)는 세그먼트에 나타나지 않으므로 따지지 않습니다. rwnd는 스케일을 적용한 바이트 수입니다.',
  en: 'No segment tells the congestion window (cwnd), which is left aside. rwnd is in bytes, after any scaling.',
};

export const FOUR_CASES: Text = {
  ko: 'RFC 9293 §3.4의 네 가지 경우로 판정합니다. 윈도우가 0일 때 RST와 URG에 두는 예외는 따지지 않습니다.',
  en: 'Judged by the four cases of RFC 9293 §3.4; what a zero window allows RST and URG in addition is left aside.',
};

export const DATA_ONLY: Text = {
  ko: '세그먼트에는 SYN도 FIN도 없고, 번호 계산은 2^32를 법으로 합니다.',
  en: 'The segments carry no SYN and no FIN; numbers are modulo 2^32.',
};

export const WINDOW_STAYS: Text = {
  ko: '받는 쪽은 이 세그먼트 말고는 RCV.NXT 뒤로 받아 둔 것이 없고, 윈도우 안의 데이터는 빈 곳 뒤라도 보관합니다.',
  en: 'The receiver holds nothing else above RCV.NXT, and keeps data in the window even above a gap.',
};

export const SCALED_DOWN: Text = {
  ko: '윈도우가 2^shift의 배수가 아니면 내림합니다(RFC 7323의 오른쪽 시프트).',
  en: 'A window that is no multiple of 2^shift is rounded down (shifted right, as in RFC 7323).',
};

export const SCALE_SHOWN: Text = {
  ko: 'Window Scale 옵션은 그 옵션이 있는 SYN에 scale(shift 값)로 표시합니다.',
  en: 'A Window Scale option is shown as scale (its shift) at the SYN that carries it.',
};

export const HEADER_FIRST: Text = {
  ko: 'IP 헤더는 들어 있지 않습니다. 오프셋 0이 TCP 헤더의 첫 바이트입니다.',
  en: 'No IP header is included: offset 0 is the first byte of the TCP header.',
};

export const DECIMAL_UNITS: Text = {
  ko: '1 Mbit/s는 초당 1,000,000비트이고, 헤더를 뺀 TCP 데이터만의 속도입니다.',
  en: '1 Mbit/s is 1,000,000 bits a second, of TCP data alone without headers.',
};

export const THREE_DECIMALS: Text = {
  ko: '소수점 아래 셋째 자리까지 반올림합니다.',
  en: 'Round to three decimals.',
};

export const PROBES_BY_RFC: Text = {
  ko: 'RFC 9293을 따릅니다. 탐색 세그먼트에는 윈도우 바로 뒤의 데이터 1바이트를 싣고, 첫 탐색은 RTO만큼 기다린 뒤에 보냅니다.',
  en: 'By RFC 9293: a probe carries the one byte right beyond the window, and the first is sent after one RTO.',
};

export const NOTHING_READ_OR_LOST: Text = {
  ko: '받는 쪽 애플리케이션은 아무것도 읽지 않고, 유실도 없으며, 양쪽 애플리케이션은 더 부르는 것이 없습니다.',
  en: "The receiver's application reads nothing, nothing is lost, and neither application makes further calls.",
};
