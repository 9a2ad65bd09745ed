import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CSV_BEGIN, csvLine } from '../../core/csv-line.ts';
import { codeOf, StartupProblem } from '../../prisma/storage/startup-problem.ts';
import { wordsOf } from './command.ts';
import type { FileRequest } from './file-request.ts';
import { reasonOf, type ReachedHub } from './reached-hub.ts';

/** Hands a file to the hub as it is read, and prints the report. */
export async function runImport(hub: ReachedHub, request: FileRequest): Promise<boolean> {
  const { file, path, parameters } = request;
  await stat(file).catch((error: unknown) => {
    throw new StartupProblem(`${file}: expected a file that can be read, got ${codeOf(error) ?? 'an error'}`);
  });
  const isPrices = path === '/imports/prices';
  const answer = await hub.ask(`${path}?${new URLSearchParams(parameters).toString()}`, {
    method: 'POST',
    body: Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>,
    ...(isPrices && { accept: 'application/x-ndjson' }),
  });
  const type = answer.headers.get('content-type') ?? '';
  if (isPrices && answer.body !== null && type.startsWith('application/x-ndjson')) {
    return followed(linesOf(answer.body), request.report ?? `${file}.report.csv`);
  }
  const words = wordsOf(await answer.text());
  if (answer.ok) console.log(words);
  else console.error(words);
  return answer.ok;
}

/** One line of the hub's answer: how far it has come, something that was found, the report, or what went wrong. */
interface Told {
  readonly progress?: { readonly stage: string; readonly prices: number };
  readonly finding?: { readonly severity: string; readonly message: string; readonly fix: string } & FindingPlace;
  readonly report?: {
    readonly outcome: string;
    readonly message: string;
    readonly next: string | null;
    readonly counts: readonly { readonly code: string; readonly severity: string; readonly count: number }[];
    readonly file: { readonly sheets: readonly SheetTold[] } | null;
  };
  readonly errors?: readonly { readonly message: string }[];
}

interface FindingPlace {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly heading: string | null;
  readonly got: string | null;
  readonly expected: string | null;
  readonly code: string;
  readonly rules: readonly string[];
}

interface SheetTold {
  readonly sheet: string | null;
  readonly prices: number;
  readonly columns: readonly { readonly column: string; readonly heading: string; readonly readAs: string }[];
  readonly unreadColumns: readonly { readonly column: string; readonly heading: string }[];
}

/** So many findings are shown; the file has all of them. */
const SHOWN = 20;

async function followed(lines: AsyncIterable<string>, reportFile: string): Promise<boolean> {
  let found = 0;
  let isPublished = false;
  const findings = async function* () {
    for await (const line of lines) {
      const { progress, finding, report, errors } = JSON.parse(line) as Told;
      if (progress !== undefined) console.error(`${progress.stage} ${String(progress.prices)}`);
      if (errors !== undefined) console.error(errors.map(({ message }) => message).join('\n'));
      if (report !== undefined) {
        isPublished = report.outcome === 'published';
        tell(report);
      }
      if (finding === undefined) continue;
      if (found === 0) yield CSV_BEGIN + csvLine(COLUMNS);
      found += 1;
      if (found <= SHOWN)
        console.error([finding.severity, placeOf(finding), finding.message, finding.fix].filter(Boolean).join(' '));
      yield csvLine(COLUMNS.map((column) => cellOf(finding[column])));
    }
  };
  const texts = findings();
  const first = await texts.next();
  if (first.done !== true) {
    const all = async function* () {
      yield first.value;
      yield* texts;
    };
    await pipeline(all, createWriteStream(reportFile));
    console.error(`${String(found)} → ${reportFile}`);
  }
  return isPublished;
}

function tell({ outcome, message, next, counts, file }: NonNullable<Told['report']>): void {
  const lines = [
    message,
    ...counts.map(({ code, severity, count }) => `  ${severity} ${code}: ${String(count)}`),
    ...(file?.sheets ?? []).flatMap(({ sheet, prices, columns, unreadColumns }) => [
      `${sheet ?? '—'}: ${String(prices)}`,
      ...columns.map(({ column, heading, readAs }) => `  ${column} ${heading} → ${readAs}`),
      ...unreadColumns.map(({ column, heading }) => `  ${column} ${heading} → —`),
    ]),
    ...(next === null ? [] : [next]),
  ];
  if (outcome === 'published') console.log(lines.join('\n'));
  else console.error(lines.join('\n'));
}

const COLUMNS = [
  ...(['severity', 'sheet', 'row', 'column', 'heading', 'message', 'got', 'expected', 'fix', 'rules', 'code'] as const),
];

function cellOf(value: string | number | readonly string[] | null): string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number' ? value : value.join(' ');
}

function placeOf({ sheet, row, column, heading }: FindingPlace): string {
  return [sheet, row === null ? column : `${column ?? ''}${String(row)}`, heading]
    .filter((part) => part !== null && part !== '')
    .join(' ');
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of unbroken(body)) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** @throws StartupProblem when the hub goes away before it has said how the import ended */
async function* unbroken(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  try {
    yield* Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]) as AsyncIterable<Uint8Array>;
  } catch (error) {
    const reason = reasonOf(error);
    throw new StartupProblem(
      `The hub's answer broke off: ${reason}. Either the old list is in force whole or the new one; import the same file for the same day again.`,
    );
  }
}
