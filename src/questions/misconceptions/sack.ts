import type { Misconception } from './misconception.ts';

/** Wrong rules about selective acknowledgments. */
export const SACK_MISCONCEPTIONS = {
  M44: {
    name: { ko: 'SACK한 데이터까지 ACK를 올림', en: 'SACK advances the ACK number' },
    mistake: {
      ko: 'SACK으로 알린 데이터의 끝까지 ack를 올렸습니다.',
      en: 'You moved the ACK number to the end of what SACK reports.',
    },
    correction: {
      ko: 'SACK을 써도 ack는 누적 확인 응답 그대로입니다. 첫 빈 곳의 번호에 머물고, 그 뒤에 받은 것은 블록으로만 알립니다.',
      en: 'With SACK, too, the ACK number is cumulative: it stays at the first hole, and only blocks tell of what lies beyond.',
    },
    rfc: 'RFC 2018 §3',
    drill: ['sack.blocks'],
  },
  N178: {
    name: { ko: '블록을 번호가 작은 것부터 씀', en: 'SACK blocks in ascending order' },
    mistake: {
      ko: 'SACK 블록을 번호가 작은 것부터 차례로 적었습니다.',
      en: 'You listed the SACK blocks by their numbers, lowest first.',
    },
    correction: {
      ko: '첫 블록은 이 ACK를 부른 세그먼트가 들어 있는 블록이고, 나머지는 최근에 알린 것부터 적습니다.',
      en: 'The first block is the one that holds the segment which brought this ACK; the others follow, most recently reported first.',
    },
    rfc: 'RFC 2018 §4',
    drill: ['sack.blocks'],
  },
  N179: {
    name: { ko: '오른쪽 경계에 마지막 바이트를 씀', en: 'Right edge is the last byte' },
    mistake: {
      ko: '블록의 오른쪽 경계에 마지막 바이트의 번호를 적었습니다.',
      en: 'You gave the number of the last byte as the right edge of a block.',
    },
    correction: {
      ko: '오른쪽 경계는 블록의 마지막 바이트 바로 다음 번호입니다. ack와 같은 방식입니다.',
      en: 'The right edge is the number right after the last byte of the block, just as an ACK number is.',
    },
    rfc: 'RFC 2018 §3',
    drill: ['sack.blocks', 'sack.duplicate'],
  },
  N200: {
    name: { ko: '빠진 범위를 SACK에 적음', en: 'SACK blocks name the holes' },
    mistake: {
      ko: '받은 범위가 아니라 빠진 범위를 블록에 적었습니다.',
      en: 'You listed what is missing instead of what has been received.',
    },
    correction: {
      ko: 'SACK 블록은 받아서 보관하고 있는 범위입니다. 빠진 범위는 보내는 쪽이 블록 사이에서 알아냅니다.',
      en: 'A SACK block is a range that has been received and is held; the sender sees the holes between the blocks.',
    },
    rfc: 'RFC 2018 §3',
    drill: ['sack.blocks'],
  },
  N201: {
    name: { ko: '세그먼트마다 블록을 따로 씀', en: 'A SACK block for each segment' },
    mistake: {
      ko: '이어진 세그먼트를 합치지 않고 세그먼트마다 블록을 하나씩 적었습니다.',
      en: 'You gave each segment a block of its own although some are contiguous.',
    },
    correction: {
      ko: '블록 하나는 빈 곳 없이 이어진 범위 전체입니다. 맞닿은 세그먼트는 한 블록이 됩니다.',
      en: 'A block is a whole contiguous range: segments that touch make one block.',
    },
    rfc: 'RFC 2018 §4',
    drill: ['sack.blocks'],
  },
  N202: {
    name: { ko: '블록 개수의 한도를 넘김', en: 'More SACK blocks than fit' },
    mistake: {
      ko: '옵션에 들어가지 않는 블록까지 적었습니다.',
      en: 'You listed more blocks than the option has room for.',
    },
    correction: {
      ko: '블록 n개는 8n + 2바이트이고 옵션은 모두 40바이트입니다. 최대 4개이고, 타임스탬프와 함께 쓰면 3개입니다. 넘치면 오래된 것을 뺍니다.',
      en: 'n blocks take 8n + 2 of the 40 bytes for options: at most 4 fit, beside timestamps 3. The oldest are left out.',
    },
    rfc: 'RFC 2018 §3',
    drill: ['sack.blocks'],
  },
  N203: {
    name: { ko: '블록을 번호가 큰 것부터 씀', en: 'SACK blocks in descending order' },
    mistake: {
      ko: 'SACK 블록을 번호가 큰 것부터 차례로 적었습니다.',
      en: 'You listed the SACK blocks by their numbers, highest first.',
    },
    correction: {
      ko: '순서는 번호의 크기가 아니라 최근에 받은 순서입니다. 세그먼트의 순서가 바뀌어 도착하면 둘은 다릅니다.',
      en: 'What counts is what came last, not which number is higher: with reordered segments the two differ.',
    },
    rfc: 'RFC 2018 §4',
    drill: ['sack.blocks'],
  },
  N204: {
    name: { ko: '두 번 받은 것을 알리지 않음', en: 'No block for the duplicate' },
    mistake: {
      ko: '두 번째로 도착한 데이터를 알리는 블록을 싣지 않았습니다.',
      en: 'You reported only what is held, and no block for the data received twice.',
    },
    correction: {
      ko: 'D-SACK을 쓰면 중복으로 받은 범위를 첫 블록에 한 번 알립니다. ack보다 아래에 있는 범위라도 그렇습니다.',
      en: 'With D-SACK the first block reports, once, the range received twice, even if it lies below the ACK.',
    },
    rfc: 'RFC 2883 §4',
    drill: ['sack.duplicate'],
  },
  N205: {
    name: { ko: '중복 블록을 맨 뒤에 씀', en: 'Puts the duplicate last' },
    mistake: {
      ko: '두 번 받은 범위를 마지막 블록에 적었습니다.',
      en: 'You reported the range received twice in the last block.',
    },
    correction: {
      ko: '중복을 알리는 블록은 언제나 첫 블록입니다. 보내는 쪽은 첫 블록의 위치를 보고 D-SACK인지 판단합니다.',
      en: 'The block that reports a duplicate is always the first: by the place of that block the sender tells a D-SACK.',
    },
    rfc: 'RFC 2883 §4',
    drill: ['sack.duplicate'],
  },
  N206: {
    name: { ko: '중복을 감싸는 범위를 뺌', en: 'Leaves out the range around the duplicate' },
    mistake: {
      ko: '중복 블록이 대신하는 것으로 보아, 그것을 감싸는 범위를 블록에서 뺐습니다.',
      en: 'You let the duplicate stand for the range it lies in, and left that range out.',
    },
    correction: {
      ko: '중복이 ack보다 위에 있으면 둘째 블록에 그것을 감싸는 범위 전체를 싣습니다. 첫 블록은 중복만 알립니다.',
      en: 'A duplicate above the ACK is followed by the whole range it lies in; the first block tells of the duplicate alone.',
    },
    rfc: 'RFC 2883 §4',
    drill: ['sack.duplicate'],
  },
  N207: {
    name: { ko: '중복 블록을 ack까지 늘림', en: 'Stretches the duplicate up to the ACK' },
    mistake: {
      ko: '중복 블록의 오른쪽 경계에 ack를 적었습니다.',
      en: 'You let the duplicate block run up to the ACK number.',
    },
    correction: {
      ko: '중복 블록은 이번에 두 번째로 도착한 바로 그 범위입니다.',
      en: 'The duplicate block is just the range that has arrived a second time.',
    },
    rfc: 'RFC 2883 §4',
    drill: ['sack.duplicate'],
  },
} as const satisfies Readonly<Record<string, Misconception>>;
