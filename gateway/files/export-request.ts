import { readArguments, type Arguments } from '../arguments.ts';
import { addressOf, dayOf, one, present, quoted, REACHING, regionOf, type FileRequest } from './file-request.ts';

/** What somebody wants exported on the command line. */
export interface ExportRequest extends FileRequest {
  /** The hub's route. */
  readonly path: string;
}

/** A request, or one sentence for each mistake, all of them at once. */
export type ExportRequestReading = { readonly request: ExportRequest } | { readonly problems: readonly string[] };

/** How the command is called; shown under its mistakes. */
export const EXPORT_USAGE = [
  'npm run export -- catalogue --region 140521 --out FILE.xlsx|FILE.csv [--on 2026-11-01 | --catalogue ID] [--url URL] [--token TOKEN]',
  'npm run export -- prices --institution ID | --region 140521 --kind SERVICE|DRUG|CONSUMABLE [--on 2026-11-01] --out FILE.ndjson|FILE.csv|FILE.xlsx [--url URL] [--token TOKEN]',
  'npm run export -- prices --list ID --out FILE.ndjson|FILE.csv|FILE.xlsx [--url URL] [--token TOKEN]',
].join('\n       ');

/** Reads the command line of `npm run export`. */
export function readExportRequest([subject, ...words]: readonly string[]): ExportRequestReading {
  if (subject === 'prices') return readPricesExport(words);
  const known = { ...REACHING, out: 'value', on: 'value', catalogue: 'value' } as const;
  const given = readArguments(words, known);
  const problems = [...given.problems];
  if (subject !== 'catalogue') problems.unshift(`expected "catalogue" or "prices" first, got ${quoted(subject)}`);
  const region = regionOf(given, problems);
  const address = addressOf(given, problems);
  const { file, format } = outOf(given, ['xlsx', 'csv'], problems);
  const on = dayOf(given, 'on', problems);
  if (problems.length > 0) return { problems };
  const parameters = present({ region, on, catalogue: one(given, 'catalogue'), format });
  return { request: { ...address, path: '/exports/catalogue', region, file, parameters } };
}

function readPricesExport(words: readonly string[]): ExportRequestReading {
  const known = {
    ...REACHING,
    ...({ out: 'value', on: 'value', institution: 'value', list: 'value', kind: 'value' } as const),
  };
  const given = readArguments(words, known);
  const problems = [...given.problems];
  const named = ['institution', 'region', 'list'].filter((name) => given.options.has(name));
  if (named.length !== 1) {
    const got = named.map((name) => `--${name}`).join(', ');
    problems.push(`expected one of --institution, --region and --list, got ${got === '' ? 'none' : got}`);
  }
  const region = given.options.has('region') ? regionOf(given, problems) : null;
  const address = addressOf(given, problems);
  const kind = one(given, 'kind');
  if (!given.options.has('list') && !/^(?:SERVICE|DRUG|CONSUMABLE)$/.test(kind ?? '')) {
    problems.push(`--kind: expected SERVICE, DRUG or CONSUMABLE, got ${quoted(kind)}`);
  }
  const { file, format } = outOf(given, ['ndjson', 'csv', 'xlsx'], problems);
  const on = dayOf(given, 'on', problems);
  if (problems.length > 0) return { problems };
  const whose = { institution: one(given, 'institution'), list: one(given, 'list'), region: region ?? undefined };
  return {
    request: { ...address, path: '/exports/prices', region, file, parameters: present({ ...whose, kind, on, format }) },
  };
}

function outOf(given: Arguments, formats: readonly string[], problems: string[]): { file: string; format: string } {
  const file = one(given, 'out') ?? '';
  const format = formats.find((one) => file.toLowerCase().endsWith(`.${one}`));
  if (format === undefined) {
    const endings = formats.map((one) => `.${one}`);
    const expected = `${endings.slice(0, -1).join(', ')} or ${endings.at(-1) ?? ''}`;
    problems.push(`--out: expected a file that ends with ${expected}, got ${quoted(file)}`);
  }
  return { file, format: format ?? '' };
}
