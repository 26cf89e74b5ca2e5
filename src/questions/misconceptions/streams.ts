import type { Misconception } from './misconception.ts';

/** Wrong rules about rows of segments and their ACKs. */
export const STREAMS_MISCONCEPTIONS = {
  N100: {
    name: { ko: '마지막 세그먼트의 길이만 더함', en: "Adds only the last segment's length" },
    mistake: {
      ko: '첫 seq에 마지막 세그먼트의 길이만 더하고 그 앞의 세그먼트들은 세지 않았습니다.',
      en: 'You added only the length of the last segment to the first seq and left out the ones before it.',
    },
    correction: {
      ko: 'ACK는 누적입니다. 첫 seq에 빈 곳 없이 도착한 모든 세그먼트의 길이를 더합니다.',
      en: 'ACKs are cumulative: to the first seq add the lengths of all segments that arrived without a gap.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.cumulative'],
  },
  N101: {
    name: { ko: '순서대로 온 것만 확인 응답함', en: 'ACKs only what arrives in its turn' },
    mistake: {
      ko: '순서가 어긋나 도착했거나 다시 온 세그먼트에는 ACK를 보내지 않는 것으로 보았습니다.',
      en: 'You let the receiver stay silent on segments that arrive out of order or a second time.',
    },
    correction: {
      ko: '빈 곳 뒤의 세그먼트가 도착해도, 이미 받은 것이 다시 와도 ACK를 곧바로 보냅니다. 그래야 보낸 쪽이 유실을 알아챕니다.',
      en: 'A segment above a gap, and one that comes again, is answered with an ACK at once: that is how the sender learns of a loss.',
    },
    rfc: 'RFC 5681 §4.2',
    drill: ['ack.permuted'],
  },
  N102: {
    name: { ko: '채운 뒤 보관분마다 ACK', en: 'An ACK for each segment held' },
    mistake: {
      ko: '빈 곳이 채워진 뒤 보관해 둔 세그먼트마다 ACK를 하나씩 더 보내는 것으로 보았습니다.',
      en: 'You had an ACK sent for each segment held once the gap was filled.',
    },
    correction: {
      ko: 'ACK는 세그먼트가 도착할 때 보냅니다. 빈 곳이 채워지면 이어진 데이터의 끝을 ACK 하나로 알립니다.',
      en: 'Arrivals bring ACKs: when a gap is filled, a single one names the end of all that is contiguous.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.permuted'],
  },
  N103: {
    name: { ko: '받은 가장 높은 번호를 ACK함', en: 'ACKs the highest data seen' },
    mistake: {
      ko: '빈 곳이 있는데도 지금까지 도착한 데이터 가운데 가장 높은 끝 번호를 썼습니다.',
      en: 'You acknowledged the highest data that had arrived, although there was a gap below it.',
    },
    correction: {
      ko: 'ACK 번호는 가장 멀리 받은 곳이 아니라 빈 곳 없이 이어진 데이터의 끝입니다.',
      en: 'An ACK number is not the furthest point reached but the end of what has arrived without a gap.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.permuted'],
  },
  N104: {
    name: { ko: 'seq에 자기 길이를 더함', en: "seq counts the segment's own data" },
    mistake: {
      ko: 'seq에 그 세그먼트 자신의 데이터 길이까지 더했습니다.',
      en: "You added the segment's own data to its seq.",
    },
    correction: {
      ko: 'seq는 그 세그먼트의 첫 바이트 번호입니다. 자신의 길이는 다음 세그먼트의 seq부터 더합니다.',
      en: 'A seq is the number of the first byte in the segment; its own length counts only from the next one on.',
    },
    rfc: 'RFC 9293 §3.1',
    drill: ['stream.two-way'],
  },
  N105: {
    name: { ko: '오는 중인 데이터도 ACK함', en: 'ACKs data still under way' },
    mistake: {
      ko: '보낼 때 아직 도착하지 않은 데이터까지 확인 응답했습니다.',
      en: 'You acknowledged data that had not arrived yet when the segment left.',
    },
    correction: {
      ko: 'ack는 세그먼트를 보내는 순간까지 도착한 데이터만 확인 응답합니다. 서로 엇갈린 데이터는 다음 ACK에 들어갑니다.',
      en: 'An ack covers what has arrived when the segment leaves; data that crosses it is left to the next ACK.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['stream.two-way'],
  },
  N106: {
    name: { ko: '지연 ACK인데 세그먼트마다 ACK', en: 'One ACK per segment despite the delay' },
    mistake: {
      ko: '지연 ACK를 쓰는데도 세그먼트마다 곧바로 ACK를 보내는 것으로 보았습니다.',
      en: 'You had every segment acknowledged at once although ACKs are delayed.',
    },
    correction: {
      ko: '지연 ACK에서는 순서대로 온 세그먼트 하나만으로 곧바로 ACK가 나가지 않습니다. 두 번째 MSS 크기 세그먼트나 타이머를 기다립니다.',
      en: 'With delayed ACKs a single segment in order waits: for a second full-sized one, or for the timer.',
    },
    rfc: 'RFC 9293 §3.8.6.3',
    drill: ['ack.delayed'],
  },
  N107: {
    name: { ko: '마지막에 한 번만 ACK', en: 'One ACK when all has arrived' },
    mistake: {
      ko: '데이터가 모두 도착한 뒤에 ACK를 한 번만 보내는 것으로 보았습니다.',
      en: 'You had a single ACK sent once all data had arrived.',
    },
    correction: {
      ko: '받는 쪽은 데이터가 언제 끝나는지 모릅니다. 두 번째 MSS 크기 세그먼트마다, 늦어도 타이머가 만료될 때 ACK를 보냅니다.',
      en: 'A receiver cannot know where the data ends: it sends an ACK for every second full-sized segment, and at the latest when the timer expires.',
    },
    rfc: 'RFC 9293 §3.8.6.3',
    drill: ['ack.delayed'],
  },
  N108: {
    name: { ko: '순서가 어긋나도 ACK를 미룸', en: 'Delays the ACK of a gap too' },
    mistake: {
      ko: '빈 곳 뒤의 세그먼트나 빈 곳을 채운 세그먼트에 대한 ACK도 미루었습니다.',
      en: 'You delayed the ACK of a segment above a gap, or of one that fills it, like any other.',
    },
    correction: {
      ko: '빈 곳이 생기거나 채워지면 곧바로 ACK를 보냅니다. 보낸 쪽의 빠른 재전송과 회복이 이 ACK에 달려 있습니다.',
      en: "When a gap appears or is filled an ACK goes at once: the sender's fast retransmit and recovery depend on it.",
    },
    rfc: 'RFC 5681 §4.2',
    drill: ['ack.delayed'],
  },
  N109: {
    name: { ko: '두 번째 세그먼트에도 타이머를 기다림', en: 'Waits for the timer with two segments' },
    mistake: {
      ko: 'MSS 크기 세그먼트가 두 개 모였는데도 타이머가 만료될 때까지 기다렸습니다.',
      en: 'You let two full-sized segments wait for the timer.',
    },
    correction: {
      ko: '지연 ACK라도 두 번째 MSS 크기 세그먼트에는 기다리지 않고 ACK를 보냅니다.',
      en: 'Delayed or not, the second full-sized segment is acknowledged without waiting.',
    },
    rfc: 'RFC 5681 §4.2',
    drill: ['ack.delayed'],
  },
  N110: {
    name: { ko: '지연 ACK 타이머를 잊음', en: 'Forgets the delayed-ACK timer' },
    mistake: {
      ko: '세그먼트가 하나만 있으면 다음 세그먼트가 올 때까지 ACK를 보내지 않는 것으로 보았습니다.',
      en: 'You let a single segment wait for the next one without any limit.',
    },
    correction: {
      ko: '짝이 될 세그먼트가 오지 않아도 타이머가 만료되면 ACK를 보냅니다. 이 시간은 0.5초보다 짧아야 합니다.',
      en: 'Without a second segment the ACK goes when the timer expires, within less than half a second.',
    },
    rfc: 'RFC 9293 §3.8.6.3',
    drill: ['ack.delayed'],
  },
  N111: {
    name: { ko: 'ACK가 유실되면 그 세그먼트를 재전송', en: 'A lost ACK means its segment goes again' },
    mistake: {
      ko: 'ACK가 유실된 세그먼트마다 다시 보내는 것으로 보았습니다.',
      en: 'You had each segment whose ACK was lost sent again.',
    },
    correction: {
      ko: 'ACK는 누적입니다. 뒤의 ACK가 도착하면 앞의 ACK가 유실되어도 다시 보낼 것이 없습니다.',
      en: 'ACKs are cumulative: once a later one arrives, the loss of an earlier one makes nothing go again.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.lost'],
  },
  N112: {
    name: { ko: 'SND.UNA가 유실된 ACK에서 멈춤', en: 'SND.UNA stops at the lost ACK' },
    mistake: {
      ko: '유실된 ACK가 확인하려던 세그먼트에서 SND.UNA가 멈추는 것으로 보았습니다.',
      en: 'You left SND.UNA at the segment whose ACK was lost.',
    },
    correction: {
      ko: 'SND.UNA는 도착한 ACK 가운데 가장 뒤의 번호로 한 번에 나아갑니다. 중간의 ACK가 빠져도 상관없습니다.',
      en: 'SND.UNA moves straight to the latest ack number that arrives, whichever ACKs before it were lost.',
    },
    rfc: 'RFC 9293 §3.10.7.4',
    drill: ['ack.lost'],
  },
  N113: {
    name: { ko: '보낸 쪽이 도착을 안다고 봄', en: 'The sender knows what has arrived' },
    mistake: {
      ko: 'ACK가 오지 않았는데도 데이터가 도착했으니 확인 응답된 것으로 보았습니다.',
      en: 'You took data for acknowledged because it had arrived, although no ACK told the sender.',
    },
    correction: {
      ko: '보낸 쪽은 도착한 ACK로만 압니다. 마지막 ACK가 유실되면 타이머가 만료되어 이미 도착한 데이터도 다시 보냅니다.',
      en: 'A sender knows only what ACKs tell it: with the last ACK lost its timer expires, and data that has arrived goes again.',
    },
    rfc: 'RFC 6298 §5',
    drill: ['ack.lost'],
  },
  N114: {
    name: { ko: 'ACK 하나가 세그먼트 하나를 확인', en: 'Each ACK counts for one segment' },
    mistake: {
      ko: '도착한 ACK의 개수만큼만 세그먼트가 확인 응답되는 것으로 보았습니다.',
      en: 'You moved SND.UNA by one segment for each ACK that arrived.',
    },
    correction: {
      ko: 'ACK의 개수가 아니라 ack 번호가 중요합니다. 그 번호 앞의 데이터가 모두 확인 응답됩니다.',
      en: 'Not the count of ACKs matters but the ack number: all data before it is acknowledged.',
    },
    rfc: 'RFC 9293 §3.4',
    drill: ['ack.lost'],
  },
  N115: {
    name: { ko: '타이머가 남은 것을 모두 재전송', en: 'The timer resends all that is outstanding' },
    mistake: {
      ko: '타이머가 만료되면 확인 응답되지 않은 세그먼트를 모두 다시 보내는 것으로 보았습니다.',
      en: 'You had every unacknowledged segment sent again when the timer expired.',
    },
    correction: {
      ko: '타이머가 만료되면 확인 응답되지 않은 가장 앞의 세그먼트만 보냅니다. 그 뒤는 돌아오는 ACK를 보고 정합니다.',
      en: 'When the timer expires the earliest unacknowledged segment goes again; the ACK it brings decides about the rest.',
    },
    rfc: 'RFC 6298 §5',
    drill: ['ack.lost'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
