import type { Hints } from '../question.ts';

/*
 * Hints of the questions on data that comes out of order or a second time.
 */

export const ABOVE_GAP_HINTS: Hints = [
  {
    ko: 'ACK는 누적입니다. 빈 곳 없이 이어진 데이터의 다음 번호를 가리킵니다.',
    en: 'ACKs are cumulative: they name the number after the data received without a gap.',
  },
  {
    ko: '방금 도착한 세그먼트가 아니라, 그 전에 빈 곳 없이 받은 마지막 세그먼트를 찾습니다.',
    en: 'Do not look at the segment that has just arrived, but for the last one received before any gap.',
  },
  {
    ko: '빈 곳 바로 앞 세그먼트의 seq + 그 세그먼트가 차지한 번호의 수(mod 2^32)를 구합니다.',
    en: 'Take the seq of the segment right before the gap + the numbers it takes (mod 2^32).',
  },
];

export const GAP_FILLED_HINTS: Hints = [
  {
    ko: 'ACK는 누적입니다. 빈 곳이 채워지면 그 뒤에 받아 둔 데이터까지 한꺼번에 이어집니다.',
    en: 'ACKs are cumulative: once a gap is filled, the data held behind it joins on at once.',
  },
  {
    ko: '채운 세그먼트의 끝에 바로 이어지는, 이미 받아 둔 데이터를 찾습니다. 그 뒤에 또 빈 곳이 있는지도 봅니다.',
    en: 'Find the data held already that starts where the filling segment ends, and see whether another gap follows.',
  },
  {
    ko: '채운 세그먼트의 seq + 그 길이 + 다음 빈 곳 앞까지 받아 둔 데이터의 길이(mod 2^32)를 구합니다.',
    en: 'Take the seq of the filling segment + its length + the lengths of the data held up to any further gap (mod 2^32).',
  },
];

const NUMBER_STAYS = {
  ko: '답하는 쪽은 다음에 받을 번호(RCV.NXT)를 알립니다. 이미 받은 바이트가 다시 와도 그 번호는 변하지 않습니다.',
  en: 'The answer names the next number expected (RCV.NXT), which bytes that come again do not change.',
};

export const DUPLICATE_NUMBER_HINTS: Hints = [
  NUMBER_STAYS,
  {
    ko: '다시 온 세그먼트가 아니라, 이 호스트가 그때까지 빈 곳 없이 받은 것의 끝을 찾습니다.',
    en: 'Do not look at the segment that came again, but for the end of all that this host has received without a gap.',
  },
  {
    ko: '빈 곳 없이 받은 마지막 세그먼트의 seq + 데이터 길이(mod 2^32)를 구합니다. 다시 온 바이트는 더하지 않습니다.',
    en: 'Take the seq of the last segment received without a gap + its length (mod 2^32), adding nothing for the bytes that came again.',
  },
];

export const DUPLICATE_REACTION_HINTS: Hints = [
  NUMBER_STAYS,
  {
    ko: '세그먼트의 번호를 RCV.NXT와 비교하고, 상대가 ACK를 받았는지 이 호스트가 알 수 있는지 생각해 봅니다.',
    en: 'Compare the numbers of the segment with RCV.NXT, and ask whether this host can know that its ACK got through.',
  },
  {
    ko: '선택지마다 세 가지를 봅니다. 데이터를 두 번 전달하는지, 상대의 재전송을 멈추게 하는지, 알리는 번호가 뒤로 가는지입니다.',
    en: 'Ask of each choice: does it deliver data twice, does it stop the peer from retransmitting, does the number it names go backwards?',
  },
];
