import { parametersOf } from '../../../kit/parameters.ts';
import type { RouteAnswer, RouteRequest } from '../../../kit/route.ts';
import { acceptsGzip, zipped } from '../../../kit/zipped.ts';
import { exportPeriods } from '../../commands/export/export-periods.ts';
import type { PricingContext } from '../../store/database.ts';
import { refusedExport } from './refused-export.ts';

/**
 * `GET /exports/price-periods?list=ID`: the periods that a list begins or ends, as lines of JSON sorted by id, streamed:
 * all that another hub needs to hold the prices as this one does. The first line names the list, the last one says how
 * many periods there were; a file without that line is not whole. With `Accept-Encoding: gzip` it comes compressed.
 *
 * @throws Fault BAD_USER_INPUT
 * @see schema/FEED.md §9 PRICE_LIST
 */
export async function exportPeriodsFile(request: RouteRequest, context: PricingContext): Promise<RouteAnswer> {
  const parameters = parametersOf(request.query);
  const list = parameters.needed('list');
  parameters.check(['list']);
  const file = await exportPeriods(context, list);
  if (file === null) {
    const refusal = { code: 'NOT_FOUND', path: ['list'], expected: 'PriceList', got: list.slice(0, 100) } as const;
    return refusedExport(request, refusal);
  }
  const body = encoded(file);
  const isZipped = acceptsGzip(request.headers['accept-encoding']);
  return {
    status: 200,
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store',
      vary: 'accept-encoding',
      ...(isZipped && { 'content-encoding': 'gzip' }),
    },
    body: isZipped ? zipped(body) : body,
  };
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}
