import type { Misconception } from './misconception.ts';

/** Wrong rules about windows and about the header's own numbers. */
export const WINDOWS_MISCONCEPTIONS = {
  M20: {
    name: { ko: '보내 둔 데이터를 빼지 않음', en: 'Forgets what is in flight' },
    mistake: {
      ko: '이미 보냈지만 아직 ACK되지 않은 데이터를 윈도우에서 빼지 않았습니다.',
      en: 'You did not take what is sent but not yet acknowledged off the window.',
    },
    correction: {
      ko: '더 보낼 수 있는 양은 min(cwnd, rwnd)에서 전송 중인 양(SND.NXT - SND.UNA)을 뺀 나머지입니다.',
      en: 'What may still be sent is min(cwnd, rwnd) less what is in flight (SND.NXT - SND.UNA).',
    },
    rfc: 'RFC 9293 §3.8.6.2.1',
    drill: ['window.usable'],
  },
  N120: {
    name: { ko: '두 윈도우 가운데 큰 쪽을 씀', en: 'Goes by the larger of the two windows' },
    mistake: {
      ko: 'cwnd와 rwnd 가운데 큰 쪽까지 보낼 수 있다고 보았습니다.',
      en: 'You let the larger of cwnd and rwnd be the limit.',
    },
    correction: {
      ko: '송신은 혼잡 윈도우와 수신 윈도우를 모두 지켜야 하므로 둘 가운데 작은 쪽이 한도입니다.',
      en: 'A sender must keep within both the congestion window and the receive window, so the smaller one is the limit.',
    },
    rfc: 'RFC 5681 §3.1',
    drill: ['window.usable'],
  },
  N121: {
    name: { ko: '두 윈도우를 더함', en: 'Adds the two windows' },
    mistake: {
      ko: 'cwnd와 rwnd를 더한 만큼 보낼 수 있다고 보았습니다.',
      en: 'You added cwnd and rwnd.',
    },
    correction: {
      ko: '두 윈도우는 같은 데이터에 대한 서로 다른 한도입니다. 더하지 않고 작은 쪽을 따릅니다.',
      en: 'The two windows are separate limits on the same data: they are not added; the smaller one holds.',
    },
    rfc: 'RFC 5681 §3.1',
    drill: ['window.usable'],
  },
  N122: {
    name: { ko: '마지막 세그먼트만 전송 중으로 봄', en: 'Counts only the last segment as in flight' },
    mistake: {
      ko: '마지막으로 보낸 세그먼트만 전송 중인 데이터로 세었습니다.',
      en: 'You counted only the last segment sent as data in flight.',
    },
    correction: {
      ko: 'ACK되지 않은 데이터는 어느 세그먼트로 보냈든 모두 전송 중입니다. SND.UNA부터 SND.NXT 앞까지입니다.',
      en: 'Everything not yet acknowledged is in flight, whichever segment carried it: from SND.UNA up to SND.NXT.',
    },
    rfc: 'RFC 9293 §3.3.1',
    drill: ['window.usable'],
  },
  N123: {
    name: { ko: 'ACK된 데이터도 전송 중으로 봄', en: 'Counts acknowledged data as in flight' },
    mistake: {
      ko: '이미 ACK된 데이터까지 전송 중인 데이터로 세었습니다.',
      en: 'You counted data that has been acknowledged as still in flight.',
    },
    correction: {
      ko: 'ACK가 도착하면 SND.UNA가 나아가고, 그 앞의 데이터는 더 이상 윈도우를 차지하지 않습니다.',
      en: 'When an ACK arrives SND.UNA moves on, and the data below it no longer takes up the window.',
    },
    rfc: 'RFC 9293 §3.3.1',
    drill: ['window.usable'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
