import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FileProblem } from '../documents/problem.ts';
import type { Scenario } from '../simulator/scenario.ts';
import { readScenario } from '../simulator/scenario-file/reader.ts';
import type { Module } from './module.ts';
import { problemsOfPath } from './path.ts';
import { type ReadModule, readModule } from './read-module.ts';

const SCENARIO_FOLDER = 'scenarios';
const SCENARIO_FILE = /\.yaml$/;

/** All of content/: modules in the order of the path, scenarios by name. Both are incomplete when there are problems. */
export interface Content {
  readonly modules: readonly Module[];
  readonly scenarios: Readonly<Record<string, Scenario>>;
  /** `file:line: what was expected`, in English: their reader is whoever builds the program. */
  readonly problems: readonly string[];
}

/** Reads and checks the content folder; run at build time and by the tests. Throws only when the folder cannot be read. */
export function compileContent(contentFolder: string): Content {
  const shown = basename(contentFolder);
  const problems: FileProblem[] = [];
  const folders = readdirSync(contentFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const ids = folders.filter((name) => name !== SCENARIO_FOLDER);
  const { scenarios, names } = folders.includes(SCENARIO_FOLDER)
    ? compileScenarios(join(contentFolder, SCENARIO_FOLDER), `${shown}/${SCENARIO_FOLDER}`, problems)
    : { scenarios: {}, names: null };

  const read: { folder: string; value: ReadModule }[] = [];
  for (const id of ids) {
    const folder = `${shown}/${id}`;
    const [yaml, ko, en] = ['module.yaml', 'ko.md', 'en.md'].map((name) =>
      readText(join(contentFolder, id, name), `${folder}/${name}`, problems),
    );
    if (typeof yaml !== 'string' || typeof ko !== 'string' || typeof en !== 'string') continue;
    const result = readModule({ folder, id, yaml, ko, en });
    problems.push(...result.problems);
    if (result.read !== null) read.push({ folder, value: result.read });
  }
  problems.push(...problemsOfPath(read, new Set(ids), names && new Set(names)));
  return {
    modules: read.map(({ value }) => value.module).sort((a, b) => a.order - b.order),
    scenarios,
    problems: problems.map(({ file, line, message }) => `${file}:${line}: ${message.en}`),
  };
}

function readText(path: string, shown: string, problems: FileProblem[]): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    problems.push({
      file: shown,
      line: 1,
      message: { en: 'The file is missing or cannot be read.', ko: '파일이 없거나 읽을 수 없습니다.' },
    });
    return null;
  }
}

/** Every scenario file, by the name it is asked for; `names` also has those that could not be read. */
function compileScenarios(
  folder: string,
  shown: string,
  problems: FileProblem[],
): { readonly scenarios: Readonly<Record<string, Scenario>>; readonly names: readonly string[] } {
  const files = readdirSync(folder)
    .filter((file) => SCENARIO_FILE.test(file))
    .sort();
  const scenarios: Record<string, Scenario> = {};
  for (const file of files) {
    const name = `${shown}/${file}`;
    const text = readText(join(folder, file), name, problems);
    if (text === null) continue;
    const read = readScenario(text, file);
    if (!read.ok) {
      problems.push(...read.problems.map((problem) => ({ file: name, ...problem })));
    } else if (`${read.scenario.name}.yaml` !== file) {
      problems.push({
        file: name,
        line: 1,
        message: {
          en: `The name is "${read.scenario.name}"; expected the file's name without .yaml.`,
          ko: `이름이 "${read.scenario.name}"입니다. .yaml을 뺀 파일 이름과 같아야 합니다.`,
        },
      });
    } else {
      scenarios[read.scenario.name] = read.scenario;
    }
  }
  return { scenarios, names: files.map((file) => file.replace(SCENARIO_FILE, '')) };
}
