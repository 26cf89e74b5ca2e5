import type { Card, InterviewQuestion, Module } from '../../src/curriculum/module.ts';

/** Two small concepts, invented for the tests: every kind of block and text once. */

function card(id: string): Card {
  return {
    id,
    front: {
      ko: `${id} 카드의 앞면: SYN은 순서 번호를 몇 개 차지합니까?`,
      en: `Front of ${id}: how many numbers does a SYN take?`,
    },
    back: {
      ko: `${id} 카드의 뒷면: 하나입니다. ACK 번호는 ISN + 1입니다.`,
      en: `Back of ${id}: one. Its ACK is ISN + 1.`,
    },
    rfc: ['RFC 9293 §3.4'],
  };
}

const question: InterviewQuestion = {
  id: 'why-three',
  question: { ko: '왜 세 단계입니까?', en: 'Why three steps?' },
  expected: { ko: '양쪽의 ISN을 주고받아 확인하기 위해서입니다.', en: 'To exchange and confirm both ISNs.' },
  precise: { ko: '주된 이유는 오래된 중복 SYN입니다.', en: 'The principal reason is old duplicate SYNs.' },
  mustHave: [
    {
      text: { ko: '양쪽 ISN의 교환과 확인', en: 'both ISNs exchanged and confirmed' },
      keywords: { ko: [['ISN', '초기 순서 번호']], en: [['ISN', 'initial sequence number']] },
    },
    { text: { ko: 'SYN이 번호 하나를 차지한다는 점', en: 'a SYN takes one number' }, keywords: null },
  ],
  bonus: [{ text: { ko: '오래된 중복 SYN', en: 'old duplicate SYNs' }, keywords: null }],
  traps: [
    {
      text: { ko: '준비가 되었다는 보장', en: 'a guarantee of being ready' },
      keywords: { ko: [['준비']], en: [['ready']] },
    },
  ],
  followUps: [
    {
      question: { ko: '두 단계로는 왜 안 됩니까?', en: 'Why not two?' },
      answer: { ko: '서버의 ISN이 확인되지 않습니다.', en: 'The ISN of the server stays unconfirmed.' },
      keywords: { ko: [['서버'], ['확인']], en: [['server'], ['confirmed', 'unconfirmed']] },
    },
  ],
  rfc: ['RFC 9293 §3.5'],
};

function lesson(language: 'ko' | 'en'): Module['lesson']['ko'] {
  const ko = language === 'ko';
  return [
    { kind: 'heading', level: 1, text: ko ? '세 번의 악수' : 'Three steps' },
    {
      kind: 'paragraph',
      inlines: [
        { kind: 'text', text: ko ? '클라이언트가 ' : 'The client sends a ' },
        { kind: 'code', text: 'SYN' },
        { kind: 'text', text: ko ? '을 보내고, 서버는 ' : ' and the server answers with ' },
        { kind: 'strong', text: 'SYN,ACK' },
        {
          kind: 'text',
          text: ko
            ? '로 답합니다. 연결은 양쪽이 서로의 초기 순서 번호를 확인한 다음에야 수립됩니다.'
            : '. A connection stands only after each side has confirmed the initial sequence number of the other one.',
        },
      ],
    },
    {
      kind: 'list',
      ordered: true,
      items: [[{ kind: 'text', text: 'SYN' }], [{ kind: 'text', text: 'SYN,ACK' }], [{ kind: 'text', text: 'ACK' }]],
    },
    { kind: 'verbatim', lines: ['  client          server', '    │── SYN ────────▶│'] },
    {
      kind: 'table',
      header: ko ? ['상태', '뜻'] : ['state', 'meaning'],
      rows: [['SYN-SENT', ko ? 'SYN을 보냈습니다' : 'a SYN has been sent']],
    },
    ...Array.from({ length: 20 }, (_, at) => ({
      kind: 'paragraph' as const,
      inlines: [{ kind: 'text' as const, text: ko ? `${at + 1}번째 문단입니다.` : `This is paragraph ${at + 1}.` }],
    })),
  ];
}

function make(id: string, order: number, ko: string, en: string, skills: readonly string[]): Module {
  return {
    id,
    order,
    title: { ko, en },
    summary: { ko: `${ko}의 요약입니다.`, en: `A summary of ${en}.` },
    minutes: 6,
    scenarios: ['handshake'],
    skills,
    requires: [],
    rfc: [{ section: 'RFC 9293 §3.5', about: { ko: '연결 수립', en: 'establishing a connection' } }],
    lesson: { ko: lesson('ko'), en: lesson('en') },
    keyPoints: [{ ko: 'SYN은 번호 하나를 차지합니다.', en: 'A SYN takes one number.' }],
    cards: [card('one'), card('two')],
    interview: [question],
  };
}

export const modules: readonly Module[] = [
  make('handshake', 1, '3-way 핸드셰이크', 'The 3-way handshake', ['handshake.flags', 'handshake.syn-ack-number']),
  make(
    'close',
    2,
    '연결 종료(4-way close)와 아주 긴 제목이 붙은 개념',
    'Closing a connection, with a rather long title for once',
    ['close.fin-ack'],
  ),
];
