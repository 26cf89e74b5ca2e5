import { readDecks } from '../../src/curriculum/decks/read-decks.ts';
import type { OwnDecks } from '../../src/learning/decks/own-decks.ts';
import { scenarios } from './engine.ts';

/** A study note as a Korean developer keeps one. */
export const KOREAN_NOTE = `---
id = "notes"
name = "네트워크 노트"
---
# 면접 준비

### Q1. 먼저 닫는 쪽은 왜 기다리나?
- 마지막 **ACK**가 사라질 수 있다
- 늦게 도착한 세그먼트가 다음 연결에 섞이면 안 된다
  - 그래서 \`2MSL\`을 기다린다

시나리오: handshake

---

C: SYN과 FIN은 번호를 [하나]씩 차지한다.

Q: 답이 없는 질문
`;

export const ENGLISH_NOTE = `---
id = "flow"
name = "Flow control"
---
Q: What stops a sender whose peer has no room?
A: A window of zero. The code says:

\`\`\`
if (window === 0)
    probe(later)
\`\`\`
`;

/** The decks of these notes, as the reader reads them. */
export function ownDecks(files: Readonly<Record<string, string>>): OwnDecks {
  const notes = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { decks, problems } = readDecks(notes, { reserved: new Set(), scenarios: Object.keys(scenarios) });
  return {
    sources: [{ path: '/home/me/notes', root: '/home/me/notes', origin: 'added', decks, problems }],
    decks,
    problems: [],
  };
}

export const OWN_DECKS = ownDecks({ 'notes.md': KOREAN_NOTE, 'flow.md': ENGLISH_NOTE });
