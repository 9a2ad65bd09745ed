import type { HeldEntry } from '../../kit/applier.ts';

const SHAPE = /^(.+)\/(\d{4})$/su;

/**
 * Reads the id of a subject of one institution and one year: `<institution>/<year>`.
 *
 * @throws Error for an id that is none
 */
export function yearNamed({ subject, subjectId }: HeldEntry): { readonly of: string; readonly year: number } {
  const [, of, year] = SHAPE.exec(subjectId) ?? [];
  if (of === undefined) throw new Error(`${subject} ${subjectId}: expected an id <institution>/<year>.`);
  return { of, year: Number(year) };
}
