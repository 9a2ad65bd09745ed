import { dayOf, one, present, quoted, readOptions, regionOf, type FileRequestReading } from './file-request.ts';

/** How the command is called; shown under its mistakes. */
export const EXPORT_USAGE =
  'npm run export -- catalogue --region 140521 --out FILE.xlsx|FILE.csv [--on 2026-11-01 | --catalogue ID] [--url URL] [--token TOKEN]';

/** Reads the command line of `npm run export`. */
export function readExportRequest(argv: readonly string[]): FileRequestReading {
  const known = { region: 'value', out: 'value', on: 'value', catalogue: 'value' } as const;
  const options = readOptions(argv.slice(1), known);
  const { given, problems, url, token } = options;
  if (argv[0] !== 'catalogue') problems.unshift(`expected "catalogue" first, got ${quoted(argv[0])}`);
  const region = regionOf(options);
  const file = one(given, 'out') ?? '';
  const format = /\.(xlsx|csv)$/i.exec(file)?.[1]?.toLowerCase();
  if (format === undefined) problems.push(`--out: expected a file that ends with .xlsx or .csv, got ${quoted(file)}`);
  const on = dayOf(options, 'on');
  if (problems.length > 0) return { problems };
  const parameters = { region, ...present({ on, catalogue: one(given, 'catalogue'), format }) };
  const signIn = { role: 'EDITOR', region } as const;
  return { request: { file, path: '/exports/catalogue', parameters, signIn, report: null, url, token } };
}
