import { modules } from 'seqack:content';
import type { Route } from '../../../src/ui/route.ts';
import type { GoldenStates } from '../golden-state.ts';

const QUESTION: Route = { screen: 'interview-question', module: 'handshake', question: 'why-not-two' };
const FOLLOW_UPS =
  modules.find(({ id }) => id === 'handshake')?.interview.find(({ id }) => id === 'why-not-two')?.followUps ?? [];
/** Ctrl+D: the answer is complete. */
const DONE = '\u0004';
const answer = (language: 'ko' | 'en') =>
  language === 'ko'
    ? '서버는 자기 ISN이 확인되었는지 알 수 없습니다. 오래된 중복 SYN도 걸러내지 못합니다.'
    : 'The server cannot know whether its ISN was confirmed. Old duplicate SYNs would open a connection.';

export const interview: GoldenStates = [
  { name: 'interview', route: { screen: 'interview', module: null }, says: { ko: '면접', en: 'Interview' } },
];

export const interviewQuestion: GoldenStates = [
  { name: 'interview-question', route: QUESTION, hasNoHelpKey: true, says: { ko: '면접', en: 'Interview' } },
  {
    name: 'interview-written',
    route: QUESTION,
    hasNoHelpKey: true,
    keys: [answer],
    says: { ko: '서버는', en: 'The server' },
  },
  { name: 'interview-check', route: QUESTION, keys: [answer, DONE, ' ', 'j'], says: { ko: '[x]', en: '[x]' } },
  {
    name: 'interview-follow-up',
    route: QUESTION,
    hasNoHelpKey: true,
    keys: [answer, DONE, ' ', '\r'],
    says: { ko: '면접', en: 'Interview' },
  },
  {
    name: 'interview-done',
    route: QUESTION,
    keys: [answer, DONE, ' ', ...FOLLOW_UPS.flatMap(() => ['\r', '?', DONE]), '\r'],
    says: { ko: '다시 답하기', en: 'answer again' },
  },
];
