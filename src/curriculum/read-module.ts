import type { FileProblem } from '../documents/problem.ts';
import { inBothLanguages } from './both-languages.ts';
import type { Report } from './markdown-lines.ts';
import type { Module } from './module.ts';
import { type ModuleFile, readModuleFile } from './module-file.ts';
import { readModuleText } from './module-text.ts';

/** The three files of a module as they were read from its folder. */
export interface ModuleSources {
  /** The folder as a person would name it: 'content/handshake'. */
  readonly folder: string;
  /** The folder's own name, which is the module's id. */
  readonly id: string;
  readonly yaml: string;
  readonly ko: string;
  readonly en: string;
}

/** A module that was read, with the lines of its module.yaml. */
export interface ReadModule {
  readonly module: Module;
  readonly lines: ModuleFile['lines'];
}

/** Reads one module out of its three files. `module` is null when there are problems. Never throws on any text. */
export function readModule(sources: ModuleSources): {
  readonly read: ReadModule | null;
  readonly problems: readonly FileProblem[];
} {
  const problems: FileProblem[] = [];
  const reporter = (name: string): Report => {
    const file = `${sources.folder}/${name}`;
    return (line, message) => void problems.push({ file, line, message });
  };
  const report = { ko: reporter('ko.md'), en: reporter('en.md') };
  const file = readModuleFile(sources.yaml);
  if (!file.ok) {
    for (const { line, message } of file.problems) reporter('module.yaml')(line, message);
  } else if (file.value.id !== sources.id) {
    reporter('module.yaml')(file.value.lines.id, {
      en: `The id is "${file.value.id}"; expected the folder's name, ${sources.id}.`,
      ko: `id가 "${file.value.id}"입니다. 폴더 이름인 ${sources.id}이어야 합니다.`,
    });
  }
  const texts = { ko: readModuleText(sources.ko, report.ko), en: readModuleText(sources.en, report.en) };
  // A file with faults of its own differs from the other one because of them: each fault is reported once.
  const textsAreFine = problems.every((problem) => problem.file.endsWith('module.yaml'));
  const both = textsAreFine ? inBothLanguages(texts.ko, texts.en, report) : null;
  if (problems.length > 0 || both === null || !file.ok) {
    problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
    return { read: null, problems };
  }
  const { lines, ...settled } = file.value;
  return { read: { module: { ...settled, ...both }, lines }, problems };
}
