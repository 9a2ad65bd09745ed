import { maskPersonalData } from '../privacy/mask.ts';
import { PASSAGE_MASKS } from '../privacy/passage.ts';

/** Who asked and where they are reached, as far as they said. */
export interface KnownPerson {
  readonly name: string | null;
  readonly contact: string | null;
}

/** Shorter than this, what a person is called or reached by is found in any text. */
const SHORTEST = 2;

/**
 * A title or a topic as it is kept: the name and the contact that were given with it are masked wherever they stand, and so
 * is whatever else in it is personal.
 *
 * @see rules P7, P9
 */
export function maskedLine(line: string, { name, contact }: KnownPerson): string {
  const without = [
    [name, PASSAGE_MASKS.NAME],
    [contact, '[联系方式]'],
  ] as const;
  const known = without.reduce(
    (text, [said, mask]) => (said === null || said.length < SHORTEST ? text : text.replaceAll(said, mask)),
    line.trim(),
  );
  return maskPersonalData(known).text;
}
