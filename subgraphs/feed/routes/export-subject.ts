import { createHash } from 'node:crypto';
import type { ChangeSubject } from '../../../core/change.ts';
import type { LogEntry } from '../../../feed/entry.ts';
import type { SnapshotRequest } from '../../../feed/snapshot.ts';
import type { SqlRunner } from '../../../core/sql.ts';
import type { Context } from '../../kit/context.ts';
import { bytesFrom } from '../../kit/exported-bytes.ts';
import { parametersOf } from '../../kit/parameters.ts';
import type { RouteAnswer, RouteRequest } from '../../kit/route.ts';
import { acceptsGzip, zipped } from '../../kit/zipped.ts';

/** Where the records of a subject kind are got: `PRICE_LIST` from `/export/price-list.ndjson`. */
export function exportPath(subject: ChangeSubject): string {
  return `/export/${subject.toLowerCase().replaceAll('_', '-')}.ndjson`;
}

/**
 * `GET /export/<subject>.ndjson[?at=CURSOR][&region=CODE][&after=ID][&until=ID][&offset=BYTES]`: the live records of one
 * subject kind at a place in the log, sorted by `subjectId` as bytes, streamed; only those behind `after`, up to `until`. The first line names the place, the last one says how many records
 * there were and the digest over them; a file without that line is not whole. With the same `at` the bytes are the same,
 * so an export that broke off goes on with `offset`. With `Accept-Encoding: gzip` it comes compressed.
 *
 * @throws Fault BAD_USER_INPUT, CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_TRIMMED
 * @see schema/FEED.md §11
 */
export async function exportSubject(
  subject: ChangeSubject,
  { query, headers }: RouteRequest,
  context: Context<SqlRunner>,
): Promise<RouteAnswer> {
  const parameters = parametersOf(query);
  const asked = parameters.text('at');
  const region = parameters.text('region') === null ? null : parameters.region();
  const [after, until] = [parameters.text('after'), parameters.text('until')];
  const offset = parameters.count('offset');
  if (offset > 0) parameters.needed('at');
  parameters.check(['at', 'region', 'after', 'until', 'offset']);
  const at = asked ?? (await context.log.head());
  const pages = context.log.snapshot({ subject, at, region, after, until });
  // What is wrong with the cursor is told before the first byte.
  const first = await pages.next();
  const { body, digest } = bytesFrom(written({ subject, at, region }, first, pages), offset);
  const isZipped = acceptsGzip(headers['accept-encoding']);
  return {
    status: 200,
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store',
      vary: 'accept-encoding',
      etag: `"${at}"`,
      ...(isZipped ? { 'content-encoding': 'gzip' } : { trailer: 'repr-digest' }),
    },
    body: isZipped ? zipped(body) : body,
    ...(isZipped ? {} : { trailers: () => ({ 'repr-digest': `sha-256=:${digest()}:` }) }),
  };
}

async function* written(
  { subject, at, region }: SnapshotRequest,
  first: IteratorResult<readonly LogEntry[], void>,
  pages: AsyncGenerator<readonly LogEntry[], void, void>,
): AsyncGenerator<Uint8Array, void, void> {
  yield lineOf({ export: { subject, cursor: at, region } });
  const hash = createHash('sha256');
  let count = 0;
  for (let page = first; page.done !== true; page = await pages.next()) {
    count += page.value.length;
    for (const { subjectId, digest } of page.value) hash.update(`${subjectId} ${digest}\n`);
    yield Buffer.concat(page.value.map((entry) => lineOf(recordOf(entry))));
  }
  yield lineOf({ end: { count, digest: hash.digest('hex') } });
}

/** A record as a line gives it: the entry as `changes` does, but for its cursor. */
function recordOf(entry: LogEntry): object {
  const { id, kind, subject, subjectId, occurredAt, originId, regionCode, publisherId, catalogueItemIds } = entry;
  return {
    ...{ id, kind, subject, subjectId, occurredAt: occurredAt.toISOString(), origin: originId },
    ...{ region: regionCode, publisher: publisherId, catalogueItems: catalogueItemIds, payload: entry.payload },
  };
}

function lineOf(value: object): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}
