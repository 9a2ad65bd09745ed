import {
  dayOf,
  one,
  present,
  quoted,
  readOptions,
  regionOf,
  type FileRequestReading,
  type GivenOptions,
} from './file-request.ts';

/** How the command is called; shown under its mistakes. */
export const EXPORT_USAGE = [
  'npm run export -- catalogue --region 140521 --out FILE.xlsx|FILE.csv [--on 2026-11-01 | --catalogue ID] [--url URL] [--token TOKEN]',
  'npm run export -- prices --institution ID | --region 140521 --kind SERVICE|DRUG|CONSUMABLE [--on 2026-11-01] --out FILE.ndjson|FILE.csv|FILE.xlsx [--url URL] [--token TOKEN]',
  'npm run export -- prices --list ID --out FILE.ndjson|FILE.csv|FILE.xlsx [--url URL] [--token TOKEN]',
].join('\n       ');

/** Reads the command line of `npm run export`. */
export function readExportRequest([subject, ...words]: readonly string[]): FileRequestReading {
  if (subject === 'prices') return readPricesExport(words);
  const options = readOptions(words, { region: 'value', out: 'value', on: 'value', catalogue: 'value' });
  const { given, problems, url, token } = options;
  if (subject !== 'catalogue') problems.unshift(`expected "catalogue" or "prices" first, got ${quoted(subject)}`);
  const region = regionOf(options);
  const { file, format } = outOf(options, ['xlsx', 'csv']);
  const on = dayOf(options, 'on');
  if (problems.length > 0) return { problems };
  const parameters = present({ region, on, catalogue: one(given, 'catalogue'), format });
  const signIn = { role: 'EDITOR', region } as const;
  return { request: { file, path: '/exports/catalogue', parameters, signIn, report: null, url, token } };
}

function readPricesExport(words: readonly string[]): FileRequestReading {
  const whose = { institution: 'value', region: 'value', list: 'value' } as const;
  const options = readOptions(words, { ...whose, out: 'value', on: 'value', kind: 'value' });
  const { given, problems, url, token } = options;
  const named = Object.keys(whose).filter((name) => given.options.has(name));
  if (named.length !== 1) {
    const got = named.map((name) => `--${name}`).join(', ');
    problems.push(`expected one of --institution, --region and --list, got ${got === '' ? 'none' : got}`);
  }
  const region = given.options.has('region') ? regionOf(options) : undefined;
  const kind = one(given, 'kind');
  if (!given.options.has('list') && !/^(?:SERVICE|DRUG|CONSUMABLE)$/.test(kind ?? '')) {
    problems.push(`--kind: expected SERVICE, DRUG or CONSUMABLE, got ${quoted(kind)}`);
  }
  const { file, format } = outOf(options, ['ndjson', 'csv', 'xlsx']);
  const on = dayOf(options, 'on');
  if (problems.length > 0) return { problems };
  const asked = { institution: one(given, 'institution'), list: one(given, 'list'), region };
  const parameters = present({ ...asked, kind, on, format });
  const signIn = { role: 'EDITOR', region: null } as const;
  return { request: { file, path: '/exports/prices', parameters, signIn, report: null, url, token } };
}

function outOf({ given, problems }: GivenOptions, formats: readonly string[]): { file: string; format: string } {
  const file = one(given, 'out') ?? '';
  const format = formats.find((one) => file.toLowerCase().endsWith(`.${one}`));
  if (format === undefined) {
    const endings = formats.map((one) => `.${one}`);
    const expected = `${endings.slice(0, -1).join(', ')} or ${endings.at(-1) ?? ''}`;
    problems.push(`--out: expected a file that ends with ${expected}, got ${quoted(file)}`);
  }
  return { file, format: format ?? '' };
}
