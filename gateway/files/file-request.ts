import { parseCivilDate } from '../../core/civil-date.ts';
import type { Role } from '../../core/viewer.ts';
import { readArguments, type Arguments, type OptionKind } from '../arguments.ts';

/** What somebody wants imported or exported on the command line. */
export interface FileRequest {
  /** Of an import the file that is read, of an export the one that is written. */
  readonly file: string;
  /** The hub's route and its parameters. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** As whom the command signs in by itself: null for the region that the hub serves. */
  readonly signIn: { readonly role: Role; readonly region: string | null };
  /** Where everything that is found in the file is written; null for beside it. */
  readonly report: string | null;
  /** Where the hub is; null for the one that the settings tell of. */
  readonly url: string | null;
  /** Null to sign one with the key in the data folder. */
  readonly token: string | null;
}

/** A request, or one sentence for each mistake, all of them at once. */
export type FileRequestReading = { readonly request: FileRequest } | { readonly problems: readonly string[] };

/** Options that every command has. */
const REACHING = { url: 'value', token: 'value' } as const;

/** The options of a command line, read so far, and where its hub is. */
export interface GivenOptions extends Pick<FileRequest, 'url' | 'token'> {
  readonly given: Arguments;
  readonly problems: string[];
}

/** Reads the options of a command and where its hub is. */
export function readOptions(argv: readonly string[], known: Readonly<Record<string, OptionKind>>): GivenOptions {
  const given = readArguments(argv, { ...known, ...REACHING });
  const problems = [...given.problems];
  const url = one(given, 'url') ?? null;
  if (url !== null && !/^https?:\/\/[^/]/.test(url)) {
    problems.push(`--url: expected a URL that begins with http:// or https://, got ${quoted(url)}`);
  }
  return { given, problems, url, token: one(given, 'token') ?? null };
}

/** The value of an option that is given once at most. */
export function one({ options }: Arguments, name: string): string | undefined {
  return options.get(name)?.[0];
}

/** The region that a command needs. */
export function regionOf({ given, problems }: GivenOptions): string {
  const region = one(given, 'region') ?? '';
  if (!/^\d{6}$/.test(region)) {
    problems.push(`--region: expected the six digits of a region code, got ${quoted(region)}`);
  }
  return region;
}

/** An option that must be there. */
export function needed({ given, problems }: GivenOptions, name: string, what: string): string {
  const value = one(given, name) ?? '';
  if (value === '') problems.push(`--${name}: expected ${what}, got nothing`);
  return value;
}

/** A day that may be left out. */
export function dayOf({ given, problems }: GivenOptions, name: string): string | undefined {
  const text = one(given, name);
  if (text !== undefined && parseCivilDate(text) === null) {
    problems.push(`--${name}: expected a day YYYY-MM-DD, got ${quoted(text)}`);
  }
  return text;
}

/** The parameters that are given. */
export function present(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** A value of the command line, as messages show it. */
export function quoted(text: string | undefined): string {
  return text === undefined || text === '' ? 'nothing' : JSON.stringify(text);
}
