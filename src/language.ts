/** The two languages everything a person sees exists in. */
export type Language = 'ko' | 'en';

/** One sentence or label in both languages; the type makes a missing translation a compile error. */
export type Text = Readonly<Record<Language, string>>;

/** Texts one after the other, with `between` between them. */
export function joined(texts: readonly Text[], between: string): Text {
  return { ko: texts.map(({ ko }) => ko).join(between), en: texts.map(({ en }) => en).join(between) };
}
