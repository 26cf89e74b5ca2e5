import type { Misconception } from './misconception.ts';

/** Wrong rules about what a sender may send in a SACK-based recovery. */
export const SACK_SENDING_MISCONCEPTIONS = {
  N208: {
    name: { ko: 'pipe를 FlightSize로 봄', en: 'Takes FlightSize for pipe' },
    mistake: {
      ko: '보내고 확인 응답되지 않은 바이트를 모두 pipe로 세었습니다.',
      en: 'You counted everything sent and not acknowledged as pipe.',
    },
    correction: {
      ko: 'pipe는 네트워크에 남아 있다고 보는 바이트입니다. SACK된 것과 유실로 보는 것은 빼고, 다시 보낸 것은 더합니다.',
      en: 'Pipe is what is thought to be in the network: without what is SACKed or taken for lost, but with what was sent again.',
    },
    rfc: 'RFC 6675 §4',
    drill: ['sack.next'],
  },
  N209: {
    name: { ko: 'pipe에서 유실을 빼지 않음', en: 'Leaves lost data in pipe' },
    mistake: {
      ko: '유실로 보는 데이터를 pipe에서 빼지 않았습니다.',
      en: 'You took only what is SACKed off pipe, and not what is taken for lost.',
    },
    correction: {
      ko: 'IsLost가 참인 바이트는 네트워크에 없는 것으로 보고 pipe에 세지 않습니다. 다시 보냈다면 그 재전송만 셉니다.',
      en: 'An octet for which IsLost holds is no longer in the network; only its retransmission, if any, counts.',
    },
    rfc: 'RFC 6675 §4',
    drill: ['sack.next'],
  },
  N210: {
    name: { ko: 'pipe에서 재전송을 빼먹음', en: 'Forgets retransmissions in pipe' },
    mistake: {
      ko: '이번 복구에서 이미 다시 보낸 데이터를 pipe에 넣지 않았습니다.',
      en: 'You did not count what has been sent again in this recovery.',
    },
    correction: {
      ko: 'HighRxt까지의 바이트 가운데 SACK되지 않은 것은 재전송이 네트워크에 있으므로 pipe에 셉니다.',
      en: 'Octets up to HighRxt that are not SACKed have been sent again: those retransmissions are in the network.',
    },
    rfc: 'RFC 6675 §4',
    drill: ['sack.next'],
  },
  N211: {
    name: { ko: 'SACK 둘로 유실을 판단', en: 'Takes two SACKed segments for a loss' },
    mistake: {
      ko: '위에 SACK된 세그먼트가 두 개뿐인 빈 곳도 유실로 보았습니다.',
      en: 'You took a hole for lost with only two SACKed segments above it.',
    },
    correction: {
      ko: 'DupThresh는 3입니다. 위에 SACK된 바이트가 2·SMSS보다 많거나 떨어진 범위가 셋 이상이어야 유실로 봅니다.',
      en: 'DupThresh is 3: it takes more than 2 * SMSS octets SACKed above, or three separate ranges.',
    },
    rfc: 'RFC 6675 §4',
    drill: ['sack.next'],
  },
  N212: {
    name: { ko: '재전송보다 새 데이터를 먼저 보냄', en: 'New data before retransmissions' },
    mistake: {
      ko: '유실로 보는 빈 곳이 남아 있는데 새 데이터부터 보냈습니다.',
      en: 'You sent new data although holes taken for lost are left.',
    },
    correction: {
      ko: 'NextSeg의 첫 규칙은 유실로 보는 가장 낮은 빈 곳입니다. 새 데이터는 그런 곳이 없을 때의 둘째 규칙입니다.',
      en: 'Rule 1 of NextSeg is the lowest hole taken for lost; new data is rule 2, when there is none.',
    },
    rfc: 'RFC 6675 §4',
    drill: ['sack.next'],
  },
  N213: {
    name: { ko: '유실이 아닌 빈 곳도 먼저 보냄', en: 'Resends every hole below the top SACK' },
    mistake: {
      ko: '아직 유실로 볼 수 없는 빈 곳을 새 데이터보다 먼저 다시 보냈습니다.',
      en: 'You resent a hole that is not yet taken for lost before sending new data.',
    },
    correction: {
      ko: '유실로 볼 수 없는 빈 곳은 순서가 바뀌었을 뿐일 수 있습니다. 새 데이터를 보낼 수 있으면 그것이 먼저입니다.',
      en: 'Such a hole may be mere reordering: as long as new data can be sent, that goes first (rule 2 before rule 3).',
    },
    rfc: 'RFC 6675 §4',
    drill: ['sack.next'],
  },
  N214: {
    name: { ko: 'SND.UNA부터 또다시 보냄', en: 'Starts at SND.UNA once more' },
    mistake: {
      ko: '이번 복구에서 이미 다시 보낸 빈 곳을 또 보냈습니다.',
      en: 'You resent a hole that has been sent again in this recovery already.',
    },
    correction: {
      ko: 'NextSeg는 HighRxt보다 위에서만 찾습니다. 한 복구에서 같은 빈 곳을 두 번 다시 보내지 않습니다.',
      en: 'NextSeg looks only above HighRxt: within a recovery no hole is resent twice.',
    },
    rfc: 'RFC 6675 §4',
    drill: ['sack.next'],
  },
  N215: {
    name: { ko: 'ACK마다 하나만 보냄', en: 'Sends one segment an ACK' },
    mistake: {
      ko: 'cwnd - pipe에 여유가 더 있는데 세그먼트를 하나만 보냈습니다.',
      en: 'You stopped after one segment although cwnd - pipe leaves room for more.',
    },
    correction: {
      ko: 'cwnd - pipe가 1 SMSS 이상인 동안 계속 보냅니다. 하나 보낼 때마다 pipe가 그만큼 늘어납니다.',
      en: 'Sending goes on as long as cwnd - pipe is at least 1 SMSS; each segment adds its size to pipe.',
    },
    rfc: 'RFC 6675 §5',
    drill: ['sack.next'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
