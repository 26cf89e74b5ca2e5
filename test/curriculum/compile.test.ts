import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { compileContent } from '../../src/curriculum/compile.ts';
import type { Module } from '../../src/curriculum/module.ts';
import { isRfcSection } from '../../src/curriculum/rfc-section.ts';

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));
const content = compileContent(CONTENT);

describe('the content of the program', () => {
  it('compiles without a problem', () => {
    expect(content.problems).toEqual([]);
  });

  it('has the eight concepts in the order of the path', () => {
    const path = ['tcp', 'numbers', 'handshake', 'states', 'close', 'three-and-four', 'late-segment', 'isn'];
    expect(content.modules.map(({ id }) => id).slice(0, path.length)).toEqual(path);
  });

  it('shows every module by scenarios that exist', () => {
    for (const { scenarios } of content.modules) {
      for (const name of scenarios) expect(content.scenarios[name]?.name).toBe(name);
    }
  });

  const sections = ({ rfc, cards, interview }: Module): string[] => [
    ...rfc.map(({ section }) => section),
    ...cards.flatMap((card) => card.rfc),
    ...interview.flatMap((question) => question.rfc),
  ];

  it.each(content.modules.map((module) => [module.id, module] as const))('%s is whole', (_, module) => {
    expect(module.cards.length).toBeGreaterThanOrEqual(6);
    expect(module.cards.length).toBeLessThanOrEqual(10);
    expect(module.keyPoints.length).toBeGreaterThanOrEqual(4);
    expect(module.keyPoints.length).toBeLessThanOrEqual(6);
    expect(module.interview.length).toBeGreaterThanOrEqual(2);
    expect(module.interview.length).toBeLessThanOrEqual(4);
    for (const section of sections(module)) expect(isRfcSection(section), section).toBe(true);
    for (const question of module.interview) {
      expect(question.mustHave.length).toBeGreaterThanOrEqual(2);
      expect(question.mustHave.length).toBeLessThanOrEqual(4);
      expect(question.traps.length).toBeGreaterThanOrEqual(1);
      expect(question.followUps.length).toBeGreaterThanOrEqual(1);
    }
  });

  it('is Korean in Korean and English in English', () => {
    const each = (check: (ko: string, en: string) => void): void => {
      for (const module of content.modules) {
        for (const { ko, en } of [module.title, module.summary, ...module.keyPoints]) check(ko, en);
        for (const { front, back } of module.cards) {
          check(front.ko, front.en);
          check(back.ko, back.en);
        }
        for (const { question, expected, precise, followUps } of module.interview) {
          for (const { ko, en } of [question, expected, precise]) check(ko, en);
          for (const { question: asked, answer } of followUps) {
            check(asked.ko, asked.en);
            check(answer.ko, answer.en);
          }
        }
      }
    };
    const lines: string[] = [];
    each((ko, en) => {
      if (/[가-힣]/.test(en)) lines.push(en);
      // A back such as "CLOSE-WAIT → LAST-ACK" may be the same in both; a sentence never is.
      if (!/[가-힣]/.test(ko) && /[a-z]{3}/.test(ko)) lines.push(ko);
    });
    expect(lines).toEqual([]);
  });
});

describe('content with a fault', () => {
  const root = mkdtempSync(join(tmpdir(), 'seqack-content-'));
  const folder = join(root, 'content');
  const put = (path: string, text: string): void => writeFileSync(join(folder, path), text);

  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(CONTENT, folder, { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('names the file and the line', () => {
    put('scenarios/handshake.yaml', 'title: T\nactions:\n  - { host: nobody, do: connect }\n');
    expect(compileContent(folder).problems).toEqual([
      'content/scenarios/handshake.yaml:3: actions.host is "nobody"; expected one of: client, server.',
    ]);
  });

  it('wants a scenario to have the name of its file', () => {
    put('scenarios/handshake.yaml', 'name: other\ntitle: T\nactions:\n  - { host: client, do: connect }\n');
    expect(compileContent(folder).problems).toEqual([
      'content/scenarios/handshake.yaml:1: The name is "other"; expected the file\'s name without .yaml.',
    ]);
  });

  it('wants every scenario a module names, and every file of a module', () => {
    rmSync(join(folder, 'scenarios/lost-syn.yaml'));
    rmSync(join(folder, 'isn/ko.md'));
    expect(compileContent(folder).problems).toEqual([
      'content/isn/ko.md:1: The file is missing or cannot be read.',
      expect.stringMatching(/^content\/handshake\/module.yaml:\d+: There is no scenario "lost-syn"/),
    ]);
  });

  it('wants places in the path to differ and required modules to come before', () => {
    const yaml = (order: number, requires: string): string => `id: tcp
order: ${order}
title: { ko: 가, en: A }
summary: { ko: 가, en: A }
minutes: 1
scenarios: [handshake]
skills: []
requires: [${requires}]
rfc: [{ section: RFC 9293 §2.2, about: { ko: 가, en: A } }]
`;
    put('tcp/module.yaml', yaml(2, ''));
    expect(compileContent(folder).problems).toContain(
      'content/tcp/module.yaml:2: order 2 is taken by "numbers"; expected another number.',
    );
    put('tcp/module.yaml', yaml(1, 'close'));
    expect(compileContent(folder).problems).toEqual([
      'content/tcp/module.yaml:8: "close" is not a module with a lower order; expected one that comes before this.',
    ]);
  });
});
