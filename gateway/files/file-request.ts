import { parseCivilDate } from '../../core/civil-date.ts';
import { readArguments, type Arguments, type OptionKind } from '../arguments.ts';

/** What somebody wants imported or exported on the command line. */
export interface FileRequest {
  /** Of an import the file that is read, of an export the one that is written. */
  readonly file: string;
  /** Whose token is signed; null for the hub's own region. */
  readonly region: string | null;
  /** The parameters of the hub's route, without the region. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Where the hub is; null for the one that the settings tell of. */
  readonly url: string | null;
  /** Null to sign one with the key in the data folder. */
  readonly token: string | null;
}

/** A request, or one sentence for each mistake, all of them at once. */
export type FileRequestReading = { readonly request: FileRequest } | { readonly problems: readonly string[] };

/** How the command is called; shown under its mistakes. */
export const IMPORT_USAGE =
  'npm run import -- catalogue FILE --region 140521 [--edition 2026] [--title TITLE] [--effective 2027-01-01] [--url URL] [--token TOKEN]';

/** The options that say where the hub is. */
export const REACHING = { region: 'value', url: 'value', token: 'value' } as const;

/** Reads the command line of `npm run import`. */
export function readImportRequest(argv: readonly string[]): FileRequestReading {
  const [kind, file, ...options] = argv;
  const known = { ...REACHING, edition: 'value', title: 'value', effective: 'value' } as const;
  const hasFile = file !== undefined && !file.startsWith('--');
  const reading = reachingOf(kind, hasFile ? options : argv.slice(1), known);
  const { given, problems } = reading;
  if (!hasFile) problems.unshift('expected the file to import after "catalogue", got none');
  const effectiveOn = dayOf(given, 'effective', problems);
  const parameters = present({ edition: one(given, 'edition'), title: one(given, 'title'), effectiveOn });
  if (problems.length > 0 || file === undefined) return { problems };
  const name = file.replace(/^.*[/\\]/, '');
  return { request: { ...reading.place, file, parameters: { ...parameters, name } } };
}

function reachingOf(kind: string | undefined, argv: readonly string[], known: Readonly<Record<string, OptionKind>>) {
  const given = readArguments(argv, known);
  const problems = [...given.problems];
  if (kind !== 'catalogue') problems.unshift(`expected "catalogue" first, got ${quoted(kind)}`);
  const region = regionOf(given, problems);
  return { given, problems, place: { region, ...addressOf(given, problems) } };
}

/** The region that must be named. */
export function regionOf(given: Arguments, problems: string[]): string {
  const region = one(given, 'region') ?? '';
  if (!/^\d{6}$/.test(region)) {
    problems.push(`--region: expected the six digits of a region code, got ${quoted(region)}`);
  }
  return region;
}

/** Where the hub is, and what shows who asks. */
export function addressOf(given: Arguments, problems: string[]): Pick<FileRequest, 'url' | 'token'> {
  const url = one(given, 'url') ?? null;
  if (url !== null && !/^https?:\/\/[^/]/.test(url)) {
    problems.push(`--url: expected a URL that begins with http:// or https://, got ${quoted(url)}`);
  }
  return { url, token: one(given, 'token') ?? null };
}

/** The one value of an option. */
export function one({ options }: Arguments, name: string): string | undefined {
  return options.get(name)?.[0];
}

/** The day that an option names. */
export function dayOf(given: Arguments, name: string, problems: string[]): string | undefined {
  const text = one(given, name);
  if (text !== undefined && parseCivilDate(text) === null) {
    problems.push(`--${name}: expected a day YYYY-MM-DD, got ${quoted(text)}`);
  }
  return text;
}

/** Those of some values that were given. */
export function present(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** A value as a mistake shows it. */
export function quoted(text: string | undefined): string {
  return text === undefined || text === '' ? 'nothing' : JSON.stringify(text);
}
