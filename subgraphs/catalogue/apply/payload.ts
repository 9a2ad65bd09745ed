import type { Json } from '../../../core/change.ts';
import type { HeldEntry } from '../../kit/applier.ts';

type Value = Json | undefined;
type Members = Readonly<Record<string, Json>>;

/**
 * Reads the members of a payload that another hub wrote. A member that is not what it must be throws, with what was
 * expected, what came, and of which subject.
 */
export class Payload {
  private readonly subject: string;
  private readonly members: Members;

  private constructor(subject: string, members: Members) {
    this.subject = subject;
    this.members = members;
  }

  static of({ subject, subjectId, payload }: HeldEntry): Payload {
    return new Payload(`${subject} ${subjectId}`, payload);
  }

  /** Whether there is such a member at all: those that were added to the log's payloads later may be missing. */
  has(name: string): boolean {
    return this.members[name] !== undefined;
  }

  text(name: string): string {
    return this.given(name, 'a text', isText);
  }

  textOrNull(name: string): string | null {
    return this.given(name, 'a text or null', (value) => value === null || isText(value));
  }

  wholeNumber(name: string): number {
    return this.given(name, 'a whole number', isWholeNumber);
  }

  wholeNumberOrNull(name: string): number | null {
    return this.given(name, 'a whole number or null', (value) => value === null || isWholeNumber(value));
  }

  flag(name: string): boolean {
    return this.given(name, 'true or false', (value) => typeof value === 'boolean');
  }

  texts(name: string): readonly string[] {
    const isTexts = (value: Value): value is readonly string[] => isList(value) && value.every(isText);
    return this.given(name, 'a list of texts', isTexts);
  }

  /** The members of a list, each with members of its own. */
  parts(name: string): readonly Payload[] {
    const areParts = (value: Value): value is readonly Members[] => isList(value) && value.every(isMembers);
    return this.given(name, 'a list of records', areParts).map(
      (members, index) => new Payload(`${this.subject} ${name}[${String(index)}]`, members),
    );
  }

  private given<Kind extends Json>(name: string, expected: string, fits: (value: Value) => value is Kind): Kind {
    const value = this.members[name];
    if (fits(value)) return value;
    const got = value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 100);
    throw new Error(`${this.subject}: expected ${name} to be ${expected}, got ${got}.`);
  }
}

function isText(value: Value): value is string {
  return typeof value === 'string';
}

function isWholeNumber(value: Value): value is number {
  return Number.isSafeInteger(value);
}

function isList(value: Value): value is readonly Json[] {
  return Array.isArray(value);
}

function isMembers(value: Json): value is Members {
  return typeof value === 'object' && value !== null && !isList(value);
}
