import { dayOf, needed, one, present, quoted, readOptions, regionOf, type FileRequestReading } from './file-request.ts';

/** How the command is called; shown under its mistakes. */
export const IMPORT_USAGE = [
  'npm run import -- catalogue FILE --region 140521 [--edition 2026] [--title TITLE] [--effective 2027-01-01] [--url URL] [--token TOKEN]',
  'npm run import -- prices FILE --institution ID --kind SERVICE|DRUG|CONSUMABLE --effective 2026-12-01 [--title TITLE] [--sheet NAME] [--items ID,ID] [--report FILE] [--url URL] [--token TOKEN]',
].join('\n       ');

const KINDS = ['SERVICE', 'DRUG', 'CONSUMABLE'];

/** Reads the command line of `npm run import`. */
export function readImportRequest(argv: readonly string[]): FileRequestReading {
  const [what, named, ...rest] = argv;
  const hasFile = named !== undefined && !named.startsWith('--');
  const words = hasFile ? rest : argv.slice(1);
  const file = hasFile ? named : '';
  if (what === 'prices') return pricesRequest(file, words);
  const reading = catalogueRequest(file, words);
  if (what === 'catalogue') return reading;
  const problem = `expected "catalogue" or "prices" first, got ${quoted(what)}`;
  return { problems: [problem, ...('problems' in reading ? reading.problems : [])] };
}

function catalogueRequest(file: string, words: readonly string[]): FileRequestReading {
  const options = readOptions(words, { region: 'value', edition: 'value', title: 'value', effective: 'value' });
  const { given, problems, url, token } = options;
  if (file === '') problems.unshift('expected the file to import after "catalogue", got none');
  const region = regionOf(options);
  const effectiveOn = dayOf(options, 'effective');
  const parameters = present({ edition: one(given, 'edition'), title: one(given, 'title'), effectiveOn });
  if (problems.length > 0) return { problems };
  const place = { file, path: '/imports/catalogue', report: null, url, token };
  const signIn = { role: 'EDITOR', region } as const;
  return { request: { ...place, signIn, parameters: { region, ...parameters, name: baseName(file) } } };
}

function pricesRequest(file: string, words: readonly string[]): FileRequestReading {
  const texts = { title: 'value', sheet: 'value', items: 'value', report: 'value' } as const;
  const options = readOptions(words, { institution: 'value', kind: 'value', effective: 'value', ...texts });
  const { given, problems, url, token } = options;
  if (file === '') problems.unshift('expected the file to import after "prices", got none');
  const institution = needed(options, 'institution', 'the id of an institution');
  const kind = one(given, 'kind');
  if (!KINDS.includes(kind ?? '')) problems.push(`--kind: expected ${KINDS.join(' or ')}, got ${quoted(kind)}`);
  const effectiveOn = dayOf(options, 'effective') ?? needed(options, 'effective', 'the first day on which it holds');
  const [title, sheet, items] = [one(given, 'title'), one(given, 'sheet'), one(given, 'items')];
  if (problems.length > 0) return { problems };
  const parameters = present({ institution, kind, effectiveOn, title, sheet, items, name: baseName(file) });
  const signIn = { role: 'PUBLISHER', region: null } as const;
  const report = one(given, 'report') ?? null;
  return { request: { file, path: '/imports/prices', parameters, signIn, report, url, token } };
}

function baseName(file: string): string {
  return file.replace(/^.*[/\\]/, '');
}
