import type { Json } from '../../core/change.ts';
import { parseCivilDate, type CivilDate } from '../../core/civil-date.ts';
import type { HeldEntry } from './applier.ts';

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

  /** A text that the entry has beside its payload too. */
  same(member: string, expected: string | null): string {
    const value = this.text(member);
    return value === expected ? value : this.#refuse(member, `that of the entry, ${String(expected)}`, value);
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

  instant(member: string): Date {
    const value = this.#member(member);
    const isInstant = typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
    return isInstant ? new Date(value) : this.#refuse(member, 'an instant in UTC', value);
  }

  instantOrNull(member: string): Date | null {
    return this.#member(member) === null ? null : this.instant(member);
  }

  oneOf<Name extends string>(member: string, names: readonly Name[]): Name {
    const value = this.#member(member);
    return names.find((name) => name === value) ?? this.#refuse(member, `one of ${names.join(' ')}`, value);
  }

  oneOfOrNull<Name extends string>(member: string, names: readonly Name[]): Name | null {
    return this.#member(member) === null ? null : this.oneOf(member, names);
  }

  texts(member: string): string[] {
    return this.#list(member).map((value) =>
      typeof value === 'string' ? value : this.#refuse(member, 'a list of texts', value),
    );
  }

  manyOf<Name extends string>(member: string, names: readonly Name[]): Name[] {
    return this.texts(member).map(
      (value) =>
        names.find((name) => name === value) ?? this.#refuse(member, `a list of some of ${names.join(' ')}`, value),
    );
  }

  /** A list of objects that have these texts, and perhaps more. */
  records<Name extends string>(member: string, texts: readonly Name[]): Record<Name, string>[] {
    return this.#list(member).map((value) => {
      const named = this.#object(member, value);
      const found = texts.map((name) => [name, named[name]] as const);
      if (found.every(([, text]) => typeof text === 'string')) return Object.fromEntries(found) as Record<Name, string>;
      return this.#refuse(member, `a list of objects with texts ${texts.join(', ')}`, value);
    });
  }

  /** An object, as the payload of an entry of its own. */
  inner(member: string): ToldPayload {
    return new ToldPayload({ ...this.#entry, payload: this.#object(member, this.#member(member)) });
  }

  /** A list of objects, each as the payload of an entry of its own. */
  inners(member: string): ToldPayload[] {
    return this.#list(member).map((value) => new ToldPayload({ ...this.#entry, payload: this.#object(member, value) }));
  }

  /** The member as it came. */
  whole(member: string): Json {
    return this.#member(member) ?? null;
  }

  /** Throws the error of a member that does not fit. */
  refuse(member: string, expected: string): never {
    return this.#refuse(member, expected, this.#member(member));
  }

  #member(member: string): Json | undefined {
    return this.#entry.payload[member];
  }

  #list(member: string): readonly Json[] {
    const value = this.#member(member);
    return Array.isArray(value) ? (value as readonly Json[]) : this.#refuse(member, 'a list', value);
  }

  #object(member: string, value: Json | undefined): Readonly<Record<string, Json>> {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, Json>>) : this.#refuse(member, 'an object', value);
  }

  #refuse(member: string, expected: string, got: Json | undefined): never {
    const { subject, subjectId } = this.#entry;
    const came = got === undefined ? 'nothing' : JSON.stringify(got).slice(0, 100);
    throw new Error(`${subject} ${subjectId}: expected "${member}" to be ${expected}, got ${came}.`);
  }
}
