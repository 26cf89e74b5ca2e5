/*
 * What the build makes of content/ (and the tests' own loader): nothing is parsed at start. The types are named out
 * here because a relative import inside `declare module` resolves to nothing and would make everything `any`.
 */
type CompiledModules = readonly import('./module.ts').Module[];
type CompiledScenarios = Readonly<Record<string, import('../simulator/scenario.ts').Scenario>>;

declare module 'seqack:content' {
  export const modules: CompiledModules;
}

/** The scenarios of content/scenarios/, read and checked at build time, by name. */
declare module 'seqack:scenarios' {
  export const scenarios: CompiledScenarios;
}
