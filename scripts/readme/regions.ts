/** The parts of a README that a script writes stand between `<!-- NAME -->` and `<!-- /NAME -->`. */
const REGION = /<!-- ([a-z][a-z0-9-]*) -->\n([\s\S]*?)<!-- \/\1 -->/g;

/** What stands in each region now, by name. */
export function regionsOf(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(REGION)].map(([, name = '', inside = '']) => [name, inside]));
}

/** The text with each region's inside replaced. Throws when a region has nothing to be filled with. */
export function withRegions(text: string, insides: ReadonlyMap<string, string>): string {
  return text.replace(REGION, (_, name: string) => {
    const inside = insides.get(name);
    if (inside === undefined) throw new Error(`README: nothing fills the region "${name}"`);
    return `<!-- ${name} -->\n${inside}<!-- /${name} -->`;
  });
}
