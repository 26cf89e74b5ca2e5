import { describe, expect, test } from 'vitest';
import { completed, type FolderEntry, folderOf } from '../../../src/ui/input/path-completion.ts';

const file = (name: string): FolderEntry => ({ name, isFolder: false });
const folder = (name: string): FolderEntry => ({ name, isFolder: true });
const HERE = [file('syn-lost.pcap'), file('syn-flood.pcapng'), folder('traces'), file('.hidden'), file('a b.pcap')];

describe('finishing a path by what its folder holds', () => {
  test.each([
    ['one that begins like it', 'syn-l', 'syn-lost.pcap', []],
    ['as far as all agree', 's', 'syn-', ['syn-flood.pcapng', 'syn-lost.pcap']],
    ['a folder, ready to go on', 'tr', 'traces/', []],
    ['below a folder', '/tmp/x/tr', '/tmp/x/traces/', []],
    ['a name with a blank', 'a', 'a b.pcap', []],
    ['nothing yet: all but the hidden', '', '', ['a b.pcap', 'syn-flood.pcapng', 'syn-lost.pcap', 'traces/']],
    ['the hidden, by their dot', '.', '.hidden', []],
    ['one that is whole', 'syn-lost.pcap', 'syn-lost.pcap', []],
  ])('%s', (_, path, finished, among) => {
    expect(completed(path, HERE)).toEqual({ path: finished, among, found: true });
  });

  test('leaves what nothing begins like', () => {
    expect(completed('x', HERE)).toEqual({ path: 'x', among: [], found: false });
    expect(completed('SYN', HERE).found).toBe(false);
  });

  test('takes a decomposed name of the disk as it is typed, and parts none of its characters', () => {
    const names = ['캡처-가.pcap', '캡처-각.pcap'].map((name) => file(name.normalize('NFD')));
    expect(completed('캡', names)).toEqual({
      path: '캡처-',
      among: ['캡처-가.pcap', '캡처-각.pcap'],
      found: true,
    });
  });

  test('knows the folder by its last separator', () => {
    expect(['a', 'a/b', '/a', '~/', 'C:\\x\\y'].map(folderOf)).toEqual(['', 'a/', '/', '~/', 'C:\\x\\']);
  });
});
