import { parseCivilDate } from '../../core/civil-date.ts';
import { readArguments, type Arguments, type OptionKind } from '../arguments.ts';

/** What somebody wants imported or exported on the command line. */
export interface FileRequest {
  /** Of an import the file that is read, of an export the one that is written. */
  readonly file: string;
  readonly region: string;
  /** The parameters of the hub's route, without the region. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Where the hub is; null for the one that the settings tell of. */
  readonly url: string | null;
  /** Null to sign one with the key in the data folder. */
  readonly token: string | null;
}

/** A request, or one sentence for each mistake, all of them at once. */
export type FileRequestReading = { readonly request: FileRequest } | { readonly problems: readonly string[] };

/** How the commands are called; shown under their mistakes. */
export const IMPORT_USAGE =
  'npm run import -- catalogue FILE --region 140521 [--edition 2026] [--title TITLE] [--effective 2027-01-01] [--url URL] [--token TOKEN]';
export const EXPORT_USAGE =
  'npm run export -- catalogue --region 140521 --out FILE.xlsx|FILE.csv [--on 2026-11-01 | --catalogue ID] [--url URL] [--token TOKEN]';

const REACHING = { region: 'value', url: 'value', token: 'value' } as const;

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

/** Reads the command line of `npm run export`. */
export function readExportRequest(argv: readonly string[]): FileRequestReading {
  const known = { ...REACHING, out: 'value', on: 'value', catalogue: 'value' } as const;
  const { given, problems, place } = reachingOf(argv[0], argv.slice(1), known);
  const file = one(given, 'out') ?? '';
  const format = /\.(xlsx|csv)$/i.exec(file)?.[1]?.toLowerCase();
  if (format === undefined) problems.push(`--out: expected a file that ends with .xlsx or .csv, got ${quoted(file)}`);
  const on = dayOf(given, 'on', problems);
  if (problems.length > 0) return { problems };
  return { request: { ...place, file, parameters: present({ on, catalogue: one(given, 'catalogue'), format }) } };
}

function reachingOf(kind: string | undefined, argv: readonly string[], known: Readonly<Record<string, OptionKind>>) {
  const given = readArguments(argv, known);
  const problems = [...given.problems];
  if (kind !== 'catalogue') problems.unshift(`expected "catalogue" first, got ${quoted(kind)}`);
  const region = one(given, 'region') ?? '';
  if (!/^\d{6}$/.test(region)) {
    problems.push(`--region: expected the six digits of a region code, got ${quoted(region)}`);
  }
  const url = one(given, 'url') ?? null;
  if (url !== null && !/^https?:\/\/[^/]/.test(url)) {
    problems.push(`--url: expected a URL that begins with http:// or https://, got ${quoted(url)}`);
  }
  return { given, problems, place: { region, url, token: one(given, 'token') ?? null } };
}

function one({ options }: Arguments, name: string): string | undefined {
  return options.get(name)?.[0];
}

function dayOf(given: Arguments, name: string, problems: string[]): string | undefined {
  const text = one(given, name);
  if (text !== undefined && parseCivilDate(text) === null) {
    problems.push(`--${name}: expected a day YYYY-MM-DD, got ${quoted(text)}`);
  }
  return text;
}

function present(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function quoted(text: string | undefined): string {
  return text === undefined || text === '' ? 'nothing' : JSON.stringify(text);
}
