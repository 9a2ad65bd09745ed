import { civilDateOf } from '../../../core/civil-date.ts';
import { Refused } from '../../../core/refusal.ts';
import type { RouteAnswer, RouteRequest } from '../../kit/route.ts';
import { writeCsv, writeWorkbook } from '../../kit/spreadsheet/write-spreadsheet.ts';
import { catalogueSheet } from '../rules/sheet/catalogue-layout.ts';
import type { CatalogueContext } from '../store/database.ts';
import { categoryNames, writtenCatalogue } from '../store/written-catalogues.ts';
import { refusedAnswer } from './import-answer.ts';
import { parametersOf } from '../../kit/parameters.ts';

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/**
 * `GET /exports/catalogue?region=CODE[&on=DATE | &catalogue=ID][&format=xlsx|csv]`: an edition in the official layout.
 * Public editions are for everyone, others for the region's staff.
 *
 * @throws Fault BAD_USER_INPUT
 */
export async function exportCatalogueFile(request: RouteRequest, context: CatalogueContext): Promise<RouteAnswer> {
  const parameters = parametersOf(request.query);
  const region = parameters.region();
  const id = parameters.text('catalogue');
  const on = parameters.day('on') ?? civilDateOf(context.clock.now());
  const format = parameters.word('format', ['xlsx', 'csv']);
  parameters.check(['region', 'catalogue', 'on', 'format']);
  const catalogue = await writtenCatalogue(context, id === null ? { region, on } : { id, region });
  if (catalogue === null) {
    const got = id ?? `${region}, ${on}`;
    const path = [id === null ? 'region' : 'catalogue'];
    return refusedAnswer(request, new Refused([{ code: 'NOT_FOUND', path, expected: 'Catalogue', got }]));
  }
  const sheet = catalogueSheet(catalogue, await categoryNames(context));
  const name = `catalogue-${region}-${catalogue.edition.replaceAll(/[^\p{L}\p{N}.-]+/gu, '_')}.${format}`;
  return {
    status: 200,
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${name.replaceAll(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
    body: format === 'csv' ? writeCsv(sheet) : await writeWorkbook(sheet),
  };
}
