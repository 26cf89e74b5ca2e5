/** Signs of sentences that are not ASCII, by what stands for each: as wide, so that lines may be broken beforehand. */
const SIGNS: Readonly<Record<string, string>> = {
  '→': '>',
  '←': '<',
  '×': 'x',
  '·': ',',
  '…': '.',
  '–': '-',
  '—': '-',
  '≈': '~',
  '≤': '<',
  '≥': '>',
  '±': '~',
};

const ANY = new RegExp(`[${Object.keys(SIGNS).join('')}]`, 'g');

/** Text of a lesson or a question as a terminal of ASCII alone shows it; Korean stays as it is. */
export function withAsciiSigns(text: string): string {
  return text.replace(ANY, (sign) => SIGNS[sign] ?? sign);
}
