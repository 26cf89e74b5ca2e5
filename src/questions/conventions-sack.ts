import type { Text } from '../language.ts';

/*
 * Conventions of questions about selective acknowledgments, beside those of conventions.ts.
 */

export const SACK_ALONE: Text = {
  ko: '양쪽 모두 SACK을 쓰고, D-SACK과 타임스탬프는 쓰지 않습니다.',
  en: 'Both sides use SACK, but neither D-SACK nor timestamps.',
};

export const SACK_WITH_TIMESTAMPS: Text = {
  ko: '양쪽 모두 SACK과 타임스탬프를 쓰고, D-SACK은 쓰지 않습니다.',
  en: 'Both sides use SACK and timestamps, but not D-SACK.',
};

/** Of captured ends it is not known whether they use D-SACK: said where nothing comes twice. */
export const SACK_CAPTURED: Text = {
  ko: '양쪽 모두 SACK을 쓰고, ACK에 타임스탬프는 싣지 않습니다.',
  en: 'Both sides use SACK, and the ACK carries no timestamps.',
};

export const SACK_CAPTURED_WITH_TIMESTAMPS: Text = {
  ko: '양쪽 모두 SACK을 쓰고, ACK에는 타임스탬프도 실립니다.',
  en: 'Both sides use SACK, and the ACK carries timestamps too.',
};

export const DSACK_CAPTURED: Text = {
  ko: '받는 쪽은 SACK과 D-SACK(RFC 2883)을 쓰고, ACK에 타임스탬프는 싣지 않습니다.',
  en: 'The receiver uses SACK with D-SACK (RFC 2883), and its ACK carries no timestamps.',
};

export const DSACK_CAPTURED_WITH_TIMESTAMPS: Text = {
  ko: '받는 쪽은 SACK과 D-SACK(RFC 2883)을 쓰고, ACK에는 타임스탬프도 실립니다.',
  en: 'The receiver uses SACK with D-SACK (RFC 2883), and its ACK carries timestamps too.',
};

export const BLOCKS_AS_CARRIED: Text = {
  ko: 'ACK에는 옵션 자리에 들어가는 만큼 블록을 모두 싣고, 답은 실리는 순서대로 왼쪽 경계-오른쪽 경계로 적습니다.',
  en: 'The ACK carries as many blocks as its options have room for; write them in the order carried, as left edge-right edge.',
};

export const DSACK_ALONE: Text = {
  ko: '양쪽 모두 SACK과 D-SACK(RFC 2883)을 쓰고, 타임스탬프는 쓰지 않습니다.',
  en: 'Both sides use SACK with D-SACK (RFC 2883), but no timestamps.',
};

export const DSACK_WITH_TIMESTAMPS: Text = {
  ko: '양쪽 모두 SACK과 D-SACK(RFC 2883), 타임스탬프를 씁니다.',
  en: 'Both sides use SACK with D-SACK (RFC 2883), and timestamps.',
};

export const FULL_SIZED_BY_RFC_6675: Text = {
  ko: 'RFC 6675를 따르고 DupThresh는 3입니다. 세그먼트는 모두 SMSS 크기이고 rwnd는 충분합니다.',
  en: 'By RFC 6675, with DupThresh 3; every segment is SMSS bytes long, and rwnd is large enough.',
};

export const HIGH_RXT: Text = {
  ko: 'HighRxt는 이번 복구에서 다시 보낸 데이터의 마지막 바이트 번호입니다. SACK된 범위의 오른쪽 경계는 마지막 바이트의 다음 번호입니다.',
  en: 'HighRxt is the number of the last byte sent again in this recovery; the right edge of a SACKed range is the number after its last byte.',
};

export const NEW_DATA_WAITS: Text = {
  ko: '아직 보내지 않은 새 데이터가 충분히 있습니다.',
  en: 'There is plenty of new data that has not been sent yet.',
};

export const NO_NEW_DATA: Text = {
  ko: '보낼 새 데이터는 없습니다.',
  en: 'There is no new data to send.',
};
