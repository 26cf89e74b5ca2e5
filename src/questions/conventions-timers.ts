import type { Text } from '../language.ts';

export const RTO_WEIGHTS: Text = {
  ko: 'RFC 6298의 값을 씁니다: alpha = 1/8, beta = 1/4, K = 4.',
  en: 'The constants are those of RFC 6298: alpha = 1/8, beta = 1/4, K = 4.',
};

export const RTO_WITHOUT_BOUNDS: Text = {
  ko: 'RTO에 하한과 상한을 두지 않고, 시계 단위 G는 무시할 만큼 작다고 봅니다.',
  en: 'No lower or upper bound is applied to the RTO, and the clock granularity G is negligible.',
};

export const EXACT_DECIMALS: Text = {
  ko: '단위는 ms이며, 반올림하지 않은 값입니다(소수점 아래 셋째 자리까지면 정확합니다).',
  en: 'Values are in ms and not rounded (three decimals are enough to be exact).',
};

export const NO_UPPER_BOUND_REACHED: Text = {
  ko: 'RTO는 상한에 이르지 않고, 타이머는 오차 없이 만료됩니다.',
  en: 'The RTO stays below any upper bound, and timers expire exactly on time.',
};

export const BACKED_OFF_SINCE_SAMPLE: Text = {
  ko: '타임아웃은 모두 마지막 RTT 표본을 얻은 뒤에 난 것이고, K = 4입니다.',
  en: 'All timeouts came after the last RTT sample; K = 4.',
};

/** How round trips are measured: by the clock of the sender alone, or by timestamps. */
export const KARN_CONVENTIONS = {
  clock: [
    {
      ko: '타임스탬프 옵션은 쓰지 않습니다.',
      en: 'The timestamps option is not in use.',
    },
    {
      ko: '가능하면 데이터 세그먼트마다 RTT를 재고, SYN에서 얻는 표본은 세지 않습니다.',
      en: 'The RTT of every data segment is measured where that is possible; the sample of the SYN is not counted.',
    },
  ],
  timestamps: [
    {
      ko: '양쪽 모두 타임스탬프 옵션을 쓰고, 보내는 쪽은 TSecr로 RTT를 잽니다.',
      en: 'Both sides use the timestamps option, and the sender measures the RTT by TSecr.',
    },
    {
      ko: '새 데이터를 확인 응답하는 ACK마다 표본을 하나 얻고, SYN에서 얻는 표본은 세지 않습니다.',
      en: 'Each ACK of new data gives one sample; that of the SYN is not counted.',
    },
  ],
} as const satisfies Readonly<Record<string, readonly Text[]>>;

const AT_THE_SENDER: Text = {
  ko: '시각은 보내는 쪽에서 본 것이고, 표의 첫 전송을 0 ms로 셉니다.',
  en: 'Times are as seen at the sender, counted from the first sending of the table as 0 ms.',
};

/** The same for captured segments. */
export const KARN_CAPTURED = {
  clock: [
    { ko: '타임스탬프 옵션은 없습니다.', en: 'There is no timestamps option.' },
    {
      ko: '가능하면 데이터 세그먼트마다 RTT를 잽니다.',
      en: 'The RTT of every data segment is measured where that is possible.',
    },
    AT_THE_SENDER,
  ],
  timestamps: [
    {
      ko: '양쪽 모두 타임스탬프 옵션을 싣습니다. 보내는 쪽이 TSecr로 RTT를 잰다고 할 때의 표본입니다.',
      en: 'Both sides send the timestamps option; the samples are those of a sender that measures the RTT by TSecr.',
    },
    AT_THE_SENDER,
  ],
} as const satisfies Readonly<Record<string, readonly Text[]>>;

/** What the lower bound of the RTO holds for, by whose it is. */
export const LOWER_BOUND = {
  rfc: {
    ko: 'RFC 6298에 따라 RTO 전체에 하한 1초를 둡니다.',
    en: 'The lower bound is the 1 s of RFC 6298, for the whole RTO.',
  },
  lower: {
    ko: '이 구현은 RFC 6298의 1초 대신 주어진 하한을 RTO 전체에 둡니다.',
    en: 'This implementation replaces the 1 s of RFC 6298 by the lower bound given, for the whole RTO.',
  },
  linux: {
    ko: 'Linux처럼 하한 200 ms를 RTO 전체가 아니라 4·RTTVAR 항에 두고, 1초 하한은 쓰지 않습니다.',
    en: 'As in Linux, the lower bound of 200 ms holds for the term 4*RTTVAR and not for the whole RTO; there is no bound of 1 s.',
  },
} as const satisfies Readonly<Record<string, Text>>;
