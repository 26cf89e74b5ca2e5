import type { Hints } from '../question.ts';
import type { Happening } from './state-case.ts';

/*
 * Hints of the questions on the next state, by the kind of event. None names a state.
 */

const ONLY_ON_ITS_EVENT = {
  ko: '상태는 상태도에서 그 전이를 일으키는 사건이 있을 때만 바뀝니다.',
  en: 'A state changes only on the event that the state diagram gives for that transition.',
};

export const STATE_HINTS: Readonly<Record<Happening['kind'], Hints>> = {
  arrive: [
    ONLY_ON_ITS_EVENT,
    {
      ko: '도착한 세그먼트의 플래그를 보고, seq를 다음에 받을 번호와, ack를 자기 SYN이나 FIN의 번호와 비교해 봅니다.',
      en: "Look at the flags of the segment; compare its seq with the next number expected, its ack with the number of the host's own SYN or FIN.",
    },
    {
      ko: '자기 SYN이나 FIN이 확인되었는지, 상대의 SYN이나 FIN을 순서에 맞게 받았는지 따로 정합니다. 둘 다 그대로면 상태도 그대로입니다.',
      en: "Decide separately whether the host's own SYN or FIN is acknowledged now, and whether the peer's has come in its turn. If neither, the state stays.",
    },
  ],
  call: [
    ONLY_ON_ITS_EVENT,
    {
      ko: '지금 상태와, 애플리케이션이 무엇을 호출했는지를 봅니다. 같은 호출도 지금 상태에 따라 다른 상태로 갑니다.',
      en: 'Look at the present state and at what the application calls: from another state the same call leads elsewhere.',
    },
    {
      ko: '그 호출로 무엇을 보내게 되는지, 그다음에 무엇을 기다리게 되는지로 상태를 정합니다.',
      en: 'Decide by what the call makes the host send, and by what it then has to wait for.',
    },
  ],
  timer: [
    ONLY_ON_ITS_EVENT,
    {
      ko: '이 타이머가 무엇을 위해 기다리던 것인지 봅니다.',
      en: 'See what this timer has been waiting for.',
    },
    {
      ko: '기다림이 끝난 뒤에도 연결에 남아 있는 일이 있는지로 정합니다.',
      en: 'Decide by whether anything is left for the connection to do after that.',
    },
  ],
};
