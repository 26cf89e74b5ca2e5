import type { FileProblem } from '../documents/problem.ts';
import type { ReadModule } from './read-module.ts';

/**
 * What only shows when all modules are side by side: two with one place in the path, required modules that do not
 * exist or come later, scenarios that do not exist. `knownModules` and `knownScenarios` also hold those that could not be
 * read, so that one bad file is one problem; `knownScenarios` is null for a content folder that has none of its own.
 */
export function problemsOfPath(
  read: readonly { readonly folder: string; readonly value: ReadModule }[],
  knownModules: ReadonlySet<string>,
  knownScenarios: ReadonlySet<string> | null,
): FileProblem[] {
  const problems: FileProblem[] = [];
  const orders = new Map<number, string>();
  const orderOf = new Map(read.map(({ value }) => [value.module.id, value.module.order]));
  for (const { folder, value } of read) {
    const { module, lines } = value;
    const file = `${folder}/module.yaml`;
    const taken = orders.get(module.order);
    if (taken !== undefined) {
      problems.push({
        file,
        line: lines.order,
        message: {
          en: `order ${module.order} is taken by "${taken}"; expected another number.`,
          ko: `order ${module.order}: 이미 "${taken}" 모듈이 쓰고 있습니다. 다른 수를 쓰세요.`,
        },
      });
    }
    orders.set(module.order, module.id);
    for (const required of module.requires) {
      if (knownModules.has(required) && (orderOf.get(required) ?? -1) < module.order) continue;
      problems.push({
        file,
        line: lines.requires,
        message: {
          en: `"${required}" is not a module with a lower order; expected one that comes before this.`,
          ko: `"${required}" 모듈은 이 모듈보다 앞에 오지 않습니다.`,
        },
      });
    }
    for (const scenario of module.scenarios) {
      if (knownScenarios === null || knownScenarios.has(scenario)) continue;
      problems.push({
        file,
        line: lines.scenarios,
        message: {
          en: `There is no scenario "${scenario}"; expected the name of a file in scenarios/.`,
          ko: `"${scenario}" 시나리오가 없습니다. scenarios/에 있는 파일 이름을 쓰세요.`,
        },
      });
    }
  }
  return problems;
}
