import type { Json } from '../../core/change.ts';
import { parseCivilDate, type CivilDate } from '../../core/civil-date.ts';
import type { HeldEntry } from './applier.ts';

type Members = Readonly<Record<string, Json>>;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;
const DECIMAL = /^-?\d+(?:\.\d+)?$/;

/**
 * What another hub tells of a subject, member by member. A member that is missing or not what it must be throws, with the
 * subject, where in it, what was expected and what came.
 */
export class ToldPayload {
  readonly #name: string;
  readonly #members: Members;

  private constructor(name: string, members: Members) {
    this.#name = name;
    this.#members = members;
  }

  /** The payload of an entry. */
  static of({ subject, subjectId, payload }: HeldEntry): ToldPayload {
    return new ToldPayload(`${subject} ${subjectId}`, payload);
  }

  /** Whether there is such a member at all: one that the log was given later may be missing. */
  has(member: string): boolean {
    return this.#members[member] !== undefined;
  }

  /** The names of all members. */
  names(): readonly string[] {
    return Object.keys(this.#members);
  }

  text(member: string): string {
    const value = this.#members[member];
    return typeof value === 'string' ? value : this.refuse(member, 'text');
  }

  textOrNull(member: string): string | null {
    return this.#orNull(member, () => this.text(member));
  }

  shaped(member: string, shape: RegExp, expected: string): string {
    const value = this.text(member);
    return shape.test(value) ? value : this.refuse(member, expected);
  }

  /** A text that the entry has beside its payload too. */
  same(member: string, expected: string | null): string {
    const value = this.text(member);
    return value === expected ? value : this.refuse(member, `that of the entry, ${String(expected)}`);
  }

  flag(member: string): boolean {
    const value = this.#members[member];
    return typeof value === 'boolean' ? value : this.refuse(member, 'true or false');
  }

  count(member: string): number {
    const value = this.#members[member];
    const isCount = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    return isCount ? value : this.refuse(member, 'a whole number');
  }

  countOrNull(member: string): number | null {
    return this.#orNull(member, () => this.count(member));
  }

  decimalOrNull(member: string): string | null {
    return this.#orNull(member, () => this.shaped(member, DECIMAL, 'a decimal number as text'));
  }

  day(member: string): CivilDate {
    const value = this.#members[member];
    return (typeof value === 'string' ? parseCivilDate(value) : null) ?? this.refuse(member, 'a day YYYY-MM-DD');
  }

  dayOrNull(member: string): CivilDate | null {
    return this.#orNull(member, () => this.day(member));
  }

  instant(member: string): Date {
    const value = this.#members[member];
    const isInstant = typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
    return isInstant ? new Date(value) : this.refuse(member, 'an instant in UTC');
  }

  instantOrNull(member: string): Date | null {
    return this.#orNull(member, () => this.instant(member));
  }

  oneOf<Name extends string>(member: string, names: readonly Name[]): Name {
    const value = this.#members[member];
    return names.find((name) => name === value) ?? this.refuse(member, `one of ${names.join(' ')}`);
  }

  texts(member: string): readonly string[] {
    const value = this.#members[member];
    const isTexts = Array.isArray(value) && value.every((one) => typeof one === 'string');
    return isTexts ? value : this.refuse(member, 'a list of texts');
  }

  manyOf<Name extends string>(member: string, names: readonly Name[]): Name[] {
    return this.texts(member).map(
      (value) => names.find((name) => name === value) ?? this.refuse(member, `a list of some of ${names.join(' ')}`),
    );
  }

  /** An object, with members of its own. */
  inner(member: string): ToldPayload {
    const value = this.#members[member];
    return isObject(value) ? new ToldPayload(`${this.#name}.${member}`, value) : this.refuse(member, 'an object');
  }

  innerOrNull(member: string): ToldPayload | null {
    return this.#orNull(member, () => this.inner(member));
  }

  /** The objects of a list, each with members of its own. */
  inners(member: string): readonly ToldPayload[] {
    const value = this.#members[member];
    if (!Array.isArray(value) || !value.every(isObject)) return this.refuse(member, 'a list of objects');
    return value.map((one, at) => new ToldPayload(`${this.#name}.${member}[${String(at)}]`, one));
  }

  /** The member as it came. */
  whole(member: string): Json {
    return this.#members[member] ?? null;
  }

  /** Throws the error of a member that does not fit. */
  refuse(member: string, expected: string): never {
    const value = this.#members[member];
    const got = value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 100);
    throw new Error(`${this.#name}: expected "${member}" to be ${expected}, got ${got}.`);
  }

  #orNull<Value>(member: string, read: () => Value): Value | null {
    return this.#members[member] === null ? null : read();
  }
}

function isObject(value: Json | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
