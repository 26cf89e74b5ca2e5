import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runScript } from './runner/run-script.ts';
import { tableRow } from './script-table.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.pkt'))
  .sort();

describe('our packetdrill scripts', () => {
  it('are found', () => {
    expect(scripts.length).toBeGreaterThan(25);
  });

  it('are the ones docs/packetdrill.md lists', () => {
    const docs = readFileSync(`${folder}../../docs/packetdrill.md`, 'utf8');
    const rows = scripts.map((name) => tableRow(name, readFileSync(`${folder}${name}`, 'utf8')));
    expect(docs.split('\n').filter((line) => line.startsWith('| ['))).toEqual(rows);
  });

  it.each(scripts)('%s', (name) => {
    expect(runScript(readFileSync(`${folder}${name}`, 'utf8'))).toMatchObject({ kind: 'pass' });
  });

  it.each(scripts)('%s begins with what it shows and the RFC section', (name) => {
    const [comment = ''] = readFileSync(`${folder}${name}`, 'utf8').split(/\n\n|\n[^/]/);
    expect(comment).toMatch(/^\/\/ /);
    expect(comment).toMatch(/RFC \d+|§\d/);
  });
});
