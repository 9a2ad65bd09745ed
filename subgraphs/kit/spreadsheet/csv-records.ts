const DELIMITERS = [',', '\t', ';', '|'] as const;
/** So much of a file tells by what its cells are divided. */
export const SAMPLE_CHARACTERS = 65_536;

/** The sign that stands most often outside of quotes at the beginning of a text; a comma when none does. */
export function delimiterOf(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS).replaceAll(/"[^"]*"?/g, '');
  const counts = DELIMITERS.map((sign) => sample.split(sign).length - 1);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
