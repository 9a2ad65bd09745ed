import { civilDateOf, fromUtcMidnight } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { parametersOf, type Parameters } from '../../../kit/parameters.ts';
import type { RouteAnswer, RouteRequest } from '../../../kit/route.ts';
import { changedMeanwhile, exportPrices, type PriceExport } from '../../commands/export/export-prices.ts';
import { PRICE_KINDS } from '../../rules/price-row.ts';
import type { PricingContext } from '../../store/database.ts';
import { listsInForce, type ExportScene } from '../../store/export/exported-prices.ts';
import { bytesFrom } from '../../../kit/exported-bytes.ts';
import { refusedExport } from './refused-export.ts';
import { writePricesCsv } from './write-csv.ts';
import { writeNdjson } from './write-ndjson.ts';
import { writePricesXlsx } from './write-xlsx.ts';
import type { WriteExport } from './written-export.ts';

const FORMATS = {
  ndjson: { type: 'application/x-ndjson; charset=utf-8', write: writeNdjson },
  csv: { type: 'text/csv; charset=utf-8', write: writePricesCsv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writePricesXlsx },
} as const satisfies Record<string, { readonly type: string; readonly write: WriteExport }>;
type Format = keyof typeof FORMATS;

const KNOWN = ['institution', 'region', 'list', 'kind', 'on', 'format', 'offset', 'state'];

/** What is asked for, before it is looked up. */
interface Asked {
  readonly list: string | null;
  readonly scene: ExportScene;
  readonly format: Format;
  /** How many bytes the caller holds already. */
  readonly offset: number;
  readonly state: string | null;
}

/**
 * `GET /exports/prices?institution=ID&kind=SERVICE[&on=DATE]`, `?region=CODE&kind=…` or `?list=ID`, `[&format=ndjson|csv|xlsx]`:
 * the prices that hold on a day, streamed. The `etag` is the state that they were read in; an export that broke off goes
 * on with `&offset=BYTES&state=ETAG`, its bytes being the same ones. The trailer `repr-digest` (RFC 9530) is over the
 * whole file, whatever the offset.
 *
 * @throws Fault BAD_USER_INPUT; CURSOR_INVALID when the state is no longer that one
 */
export async function exportPricesFile(request: RouteRequest, context: PricingContext): Promise<RouteAnswer> {
  const asked = askedOf(request, context);
  const scene = asked.list === null ? asked.scene : await sceneOfList(asked.list, context);
  const opened = scene === null ? null : await exportPrices(context, scene);
  if (scene === null || opened === null) return refusedExport(request, notFound(asked));
  if (asked.list !== null && !(await isLast(asked.list, scene, context))) {
    const refusal = { code: 'STATUS_NOT_FITTING', path: ['list'], got: asked.list } as const;
    return refusedExport(request, { ...refusal, expected: 'the last list of the institution, kind and day' });
  }
  if (asked.state !== null && asked.state !== opened.state) throw changedMeanwhile(asked.state, opened.state);
  return answerOf({ ...asked, scene }, opened);
}

function answerOf({ scene, format, offset }: Asked, opened: PriceExport): RouteAnswer {
  const { type, write } = FORMATS[format];
  const { body, digest } = bytesFrom(write(scene, opened), offset);
  const of = 'region' in scene.of ? scene.of.region : scene.of.institution;
  const name = `prices-${of.replaceAll(/[^A-Za-z0-9.-]+/g, '_')}-${scene.kind.toLowerCase()}-${scene.on}.${format}`;
  return {
    status: 200,
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      etag: `"${opened.state}"`,
      trailer: 'repr-digest',
    },
    body,
    trailers: () => ({ 'repr-digest': `sha-256=:${digest()}:` }),
  };
}

function askedOf({ query }: RouteRequest, { clock }: PricingContext): Asked {
  const parameters = parametersOf(query);
  const list = parameters.text('list');
  const on = parameters.day('on') ?? civilDateOf(clock.now());
  const of = list === null ? whose(parameters) : { institution: '' };
  if (list === null) parameters.needed('kind');
  const kind = parameters.word('kind', PRICE_KINDS);
  const format = parameters.word('format', ['ndjson', 'csv', 'xlsx']);
  const state = parameters.text('state')?.replaceAll('"', '') ?? null;
  const offset = parameters.count('offset');
  if (offset > 0) parameters.needed('state');
  const excluded = list !== null ? ['institution', 'region', 'kind', 'on'] : 'region' in of ? [] : ['region'];
  parameters.check(KNOWN.filter((name) => !excluded.includes(name)));
  return { list, scene: { of, kind, on }, format, offset, state };
}

/** An institution when one is named, else a region. */
function whose(parameters: Parameters): ExportScene['of'] {
  const institution = parameters.text('institution');
  return institution === null ? { region: parameters.region() } : { institution };
}

/** What a list says is what holds on its first day. */
async function sceneOfList(id: string, { db }: PricingContext): Promise<ExportScene | null> {
  const list = await db.priceList.findUnique({ where: { id } });
  if (list === null) return null;
  return { of: { institution: list.institutionId }, kind: list.kind, on: fromUtcMidnight(list.effectiveOn) };
}

async function isLast(id: string, scene: ExportScene, { db }: PricingContext): Promise<boolean> {
  const [last] = await listsInForce(db, scene);
  return last?.list === id;
}

function notFound({ list, scene }: Asked): Refusal {
  const path = list !== null ? ['list'] : Object.keys(scene.of);
  const got = list ?? `${Object.values(scene.of).join()}, ${scene.kind}, ${scene.on}`;
  return { code: 'NOT_FOUND', path, expected: 'PriceList', got: got.slice(0, 100) };
}
