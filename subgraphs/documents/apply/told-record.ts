import { parseCivilDate, type CivilDate } from '../../../core/civil-date.ts';
import type { Json } from '../../../core/change.ts';
import type { HeldEntry } from '../../kit/applier.ts';

type Members = Readonly<Record<string, Json>>;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/u;
const DECIMAL = /^-?\d+(?:\.\d+)?$/u;

/** What another hub tells of a record, member by member; what is missing or of another kind throws, naming the entry. */
export class ToldRecord {
  readonly #name: string;
  readonly #members: Members;

  private constructor(name: string, members: Members) {
    this.#name = name;
    this.#members = members;
  }

  /** The payload of an entry. */
  static of({ subject, subjectId, payload }: HeldEntry): ToldRecord {
    return new ToldRecord(`${subject} ${subjectId}`, payload);
  }

  text(member: string): string {
    const value = this.#members[member];
    return typeof value === 'string' ? value : this.refuse(member, 'text');
  }

  textOrNull(member: string): string | null {
    return this.#members[member] === null ? null : this.text(member);
  }

  flag(member: string): boolean {
    const value = this.#members[member];
    return typeof value === 'boolean' ? value : this.refuse(member, 'true or false');
  }

  count(member: string): number {
    const value = this.#members[member];
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : this.refuse(member, 'a whole number');
  }

  countOrNull(member: string): number | null {
    return this.#members[member] === null ? null : this.count(member);
  }

  decimalOrNull(member: string): string | null {
    const value = this.textOrNull(member);
    return value === null || DECIMAL.test(value) ? value : this.refuse(member, 'a decimal number as text');
  }

  day(member: string): CivilDate {
    return parseCivilDate(this.text(member)) ?? this.refuse(member, 'a day YYYY-MM-DD');
  }

  dayOrNull(member: string): CivilDate | null {
    return this.#members[member] === null ? null : this.day(member);
  }

  instant(member: string): string {
    const value = this.text(member);
    return INSTANT.test(value) && !Number.isNaN(Date.parse(value)) ? value : this.refuse(member, 'an instant in UTC');
  }

  instantOrNull(member: string): string | null {
    return this.#members[member] === null ? null : this.instant(member);
  }

  texts(member: string): readonly string[] {
    const value = this.#members[member];
    const isTexts = Array.isArray(value) && value.every((one) => typeof one === 'string');
    return isTexts ? value : this.refuse(member, 'a list of texts');
  }

  record(member: string): ToldRecord {
    const value = this.#members[member];
    return isObject(value) ? new ToldRecord(`${this.#name}.${member}`, value) : this.refuse(member, 'an object');
  }

  recordOrNull(member: string): ToldRecord | null {
    return this.#members[member] === null ? null : this.record(member);
  }

  records(member: string): readonly ToldRecord[] {
    const value = this.#members[member];
    if (!Array.isArray(value) || !value.every(isObject)) return this.refuse(member, 'a list of objects');
    return value.map((one, at) => new ToldRecord(`${this.#name}.${member}[${String(at)}]`, one));
  }

  /** The names of all members. */
  names(): readonly string[] {
    return Object.keys(this.#members);
  }

  /** Throws the error of a member that does not fit. */
  refuse(member: string, expected: string): never {
    const value = this.#members[member];
    const got = value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 100);
    throw new Error(`${this.#name}: expected "${member}" to be ${expected}, got ${got}.`);
  }
}

function isObject(value: Json | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
