/** One row of the table in docs/packetdrill.md: what a script shows, from the comment it begins with. */
export function tableRow(name: string, text: string): string {
  const comment = /^(?:\/\/ .*\n)+/.exec(text)?.[0] ?? '';
  const words = comment
    .split('\n')
    .map((line) => line.replace(/^\/\/ ?/, ''))
    .filter((line) => !/^(?:profile|conventions|endpoint):/.test(line))
    .join(' ');
  const sections = sectionsIn(words);
  const shows = words
    .replace(/\s*\([^()]*(?:RFC \d|§)[^()]*(?:\([^()]*\)[^()]*)*\)/g, '')
    .split(/(?<=[.:]) (?=[A-Z(]|$)|(?<=\.)$/)[0]
    ?.trim()
    .replace(/[.:]$/, '');
  return `| [${name.replace(/\.pkt$/, '')}](../test/packetdrill/${name}) | ${shows} | ${sections} |`;
}

/** The RFCs a comment names, each with its sections. */
function sectionsIn(words: string): string {
  const found = new Map<string, Set<string>>();
  let rfc = '';
  for (const [reference] of words.matchAll(/RFC \d+|§[\d.]*\d|Figure \d+/g)) {
    if (reference.startsWith('RFC')) rfc = reference;
    const of = found.get(rfc) ?? new Set();
    if (!reference.startsWith('RFC')) of.add(reference);
    found.set(rfc, of);
  }
  return [...found].map(([name, of]) => [name, [...of].join(', ')].join(' ').trim()).join('; ');
}
