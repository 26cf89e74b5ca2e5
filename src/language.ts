/** The two languages everything a person sees exists in. */
export type Language = 'ko' | 'en';

/** One sentence or label in both languages; the type makes a missing translation a compile error. */
export type Text = Readonly<Record<Language, string>>;
