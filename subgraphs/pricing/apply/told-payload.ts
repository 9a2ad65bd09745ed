import { parseCivilDate, type CivilDate } from '../../../core/civil-date.ts';
import type { Json } from '../../../core/change.ts';
import type { HeldEntry } from '../../kit/applier.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** The payload of an entry, member by member; what is missing or of another kind throws an error that names the entry. */
export class ToldPayload {
  readonly #entry: HeldEntry;

  constructor(entry: HeldEntry) {
    this.#entry = entry;
  }

  text(member: string): string {
    const value = this.#member(member);
    return typeof value === 'string' ? value : this.#refuse(member, 'text', value);
  }

  textOrNull(member: string): string | null {
    return this.#member(member) === null ? null : this.text(member);
  }

  shaped(member: string, shape: RegExp, expected: string): string {
    const value = this.text(member);
    return shape.test(value) ? value : this.#refuse(member, expected, value);
  }

  flag(member: string): boolean {
    const value = this.#member(member);
    return typeof value === 'boolean' ? value : this.#refuse(member, 'true or false', value);
  }

  count(member: string): number {
    const value = this.#member(member);
    const isCount = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    return isCount ? value : this.#refuse(member, 'a whole number', value);
  }

  day(member: string): CivilDate {
    const value = this.#member(member);
    const day = typeof value === 'string' ? parseCivilDate(value) : null;
    return day ?? this.#refuse(member, 'a day YYYY-MM-DD', value);
  }

  dayOrNull(member: string): CivilDate | null {
    return this.#member(member) === null ? null : this.day(member);
  }

  /** An instant, as it was written. */
  instant(member: string): string {
    const value = this.#member(member);
    const isInstant = typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
    return isInstant ? value : this.#refuse(member, 'an instant in UTC', value);
  }

  oneOf<Name extends string>(member: string, names: readonly Name[]): Name {
    const value = this.#member(member);
    return names.find((name) => name === value) ?? this.#refuse(member, `one of ${names.join(' ')}`, value);
  }

  /** A text that the entry has beside its payload too. */
  same(member: string, expected: string | null): string {
    const value = this.text(member);
    return value === expected ? value : this.#refuse(member, `that of the entry, ${String(expected)}`, value);
  }

  #member(member: string): Json | undefined {
    return this.#entry.payload[member];
  }

  #refuse(member: string, expected: string, got: Json | undefined): never {
    const { subject, subjectId } = this.#entry;
    const came = got === undefined ? 'nothing' : JSON.stringify(got).slice(0, 100);
    throw new Error(`${subject} ${subjectId}: expected "${member}" to be ${expected}, got ${came}.`);
  }
}
