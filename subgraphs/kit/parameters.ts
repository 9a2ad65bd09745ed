import { parseCivilDate, type CivilDate } from '../../core/civil-date.ts';
import { Fault } from '../../core/fault.ts';

/** Reads the parameters of a request's address, and gathers what is wrong with all of them. */
export interface Parameters {
  /** A GB/T 2260 code. */
  region(): string;
  text(name: string): string | null;
  /** A text that must be there. */
  needed(name: string): string;
  /** A whole number of at most nine digits that must be there. */
  wholeNumber(name: string): number;
  /** A whole number of at most fifteen digits; 0 when there is none. */
  count(name: string): number;
  day(name: string): CivilDate | null;
  /** One of several words; the first when there is none. */
  word<Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word;
  /** @throws Fault BAD_USER_INPUT that names everything wrong */
  check(known: readonly string[]): void;
}

/** The parameters of a query string. */
export function parametersOf(query: URLSearchParams): Parameters {
  const problems: string[] = [];
  const text = (name: string): string | null => {
    const value = query.get(name)?.trim() ?? '';
    return value === '' ? null : value;
  };
  const shaped = (name: string, value: string, shape: RegExp, expected: string): string => {
    if (!shape.test(value)) problems.push(`${name}: expected ${expected}, got ${quoted(value)}`);
    return value;
  };
  return {
    text,
    needed: (name) => {
      if (text(name) === null) problems.push(`${name}: expected a value, got none`);
      return text(name) ?? '';
    },
    wholeNumber: (name) => Number(shaped(name, text(name) ?? '', /^\d{1,9}$/, 'a whole number')),
    count: (name) => Number(shaped(name, text(name) ?? '0', /^\d{1,15}$/, 'a whole number')),
    region: () => shaped('region', text('region') ?? '', /^\d{6}$/, 'the six digits of a region code'),
    day: (name) => {
      const value = text(name);
      const day = value === null ? null : parseCivilDate(value);
      if (value !== null && day === null) problems.push(`${name}: expected a day YYYY-MM-DD, got ${quoted(value)}`);
      return day;
    },
    word: (name, words) => {
      const value = text(name) ?? words[0];
      const word = words.find((one) => one === value);
      if (word === undefined) problems.push(`${name}: expected ${words.join(' or ')}, got ${quoted(value)}`);
      return word ?? words[0];
    },
    check: (known) => {
      problems.push(...strangeParameters(query, known));
      if (problems.length > 0) throw new Fault('BAD_USER_INPUT', `${problems.join('; ')}.`);
    },
  };
}

/** What is wrong with the parameters as such: unknown, given twice, or not storable. */
function strangeParameters(query: URLSearchParams, known: readonly string[]): string[] {
  const problems: string[] = [];
  for (const name of new Set(query.keys())) {
    if (!known.includes(name)) problems.push(`${quoted(name)}: expected one of ${known.join(', ')}`);
    else if (query.getAll(name).length > 1) problems.push(`${name}: expected once, got it several times`);
  }
  if ([...query.values()].some((value) => value.includes('\u0000'))) problems.push('expected no U+0000 in a value');
  return problems;
}

function quoted(value: string): string {
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}
