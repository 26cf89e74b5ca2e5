import type { Text } from '../language.ts';

export const ACK_ZERO_WHERE_CLEAR: Text = {
  ko: 'ACK 플래그가 꺼진 세그먼트의 ack는 0으로 씁니다.',
  en: 'Where the ACK flag is clear, give ack as 0.',
};

export const ATTACKER_KNOWS_TUPLE: Text = {
  ko: '공격자는 4-튜플은 알지만 오가는 세그먼트를 볼 수 없습니다. 그동안 번호는 움직이지 않고, ack 검사는 통과한다고 봅니다.',
  en: 'The attacker knows the 4-tuple but sees no segment. Meanwhile the numbers stand still, and the check of the ack field is taken to be passed.',
};
