import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHANNELS } from '../../core/channel.ts';
import { civilDate, type CivilDate } from '../../core/civil-date.ts';
import { addWorkingDays, type WorkingCalendar } from '../../core/working-calendar.ts';
import { workPlanOf, type SharedWorkPlan } from './made-work-plan.ts';
import type { CatalogueFile, FoundItem, FoundPrice, FoundRegion } from './found.ts';

/** Where the facts lie, beside the package; only the script and its test read it. */
export const SHARED_DATA = join(import.meta.dirname, '../../../shared/data');

/** When the city's catalogue took effect (the day of its notice), and when the counties' had to (rule C10). */
const EFFECTIVE_ON = { city: civilDate('2020-07-20'), counties: civilDate('2020-11-01') };

/**
 * The committed files of facts, by name, as they follow from the shared data. The same input gives the same text.
 *
 * @param folder - where the shared data lies
 */
export async function madeFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const [regions, catalogue, workdays, prices, workPlan] = await Promise.all(
    [
      'regions/regions-all.json',
      'catalogue.json',
      'regions/workdays-2018-2026.json',
      'prices/cn/found-cn-price-rows.csv',
      'work-plan-zhongwei-2018.json',
    ].map(read),
  );
  const calendar = calendarOf(JSON.parse(workdays ?? '') as Workdays);
  return new Map([
    ['regions.json', lines(regionsOf(JSON.parse(regions ?? '') as { rows: SharedRegion[] }))],
    ['catalogue.json', pretty(catalogueOf(JSON.parse(catalogue ?? '') as SharedCatalogue, calendar))],
    ['prices.json', lines(pricesOf(prices ?? ''))],
    ['work-plan.json', pretty(workPlanOf(JSON.parse(workPlan ?? '') as SharedWorkPlan))],
  ]);
}

interface SharedRegion {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly pseudo: boolean;
}

/** Three cities without counties are listed once more as counties of their own; a code names one region, the city. */
function regionsOf({ rows }: { readonly rows: readonly SharedRegion[] }): FoundRegion[] {
  const governed = rows.filter((row) => row.parent !== row.code);
  return governed.map(({ code, name, parent, pseudo }) => ({ code, name, parent, ...(pseudo && { pseudo }) }));
}

interface Workdays {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

function calendarOf({ holidays, workdays }: Workdays): WorkingCalendar {
  const years = Object.keys(holidays).map((day) => Number(day.slice(0, 4)));
  return {
    holidays: new Map(Object.entries(holidays)),
    makeUpDays: new Map(Object.entries(workdays)),
    publishedYears: new Set(years),
  };
}

interface SharedItem {
  readonly id: string;
  readonly categoryCode: string;
  readonly item: string;
  readonly contentElements: readonly string[];
  readonly basis: readonly { readonly law: string; readonly article: number | null; readonly verified: boolean }[];
  readonly timeLimit: { readonly days: number };
  readonly resultTimeLimit: { readonly days: number } | null;
  readonly subject: string;
  readonly channels: readonly string[];
  readonly levels: readonly string[];
  readonly source: string;
  readonly note?: string;
  readonly status?: string;
}

interface SharedCatalogue {
  readonly meta: { readonly channelsVocabulary: readonly string[] };
  readonly categories: readonly { readonly code: string; readonly name: string }[];
  readonly items: readonly SharedItem[];
}

function catalogueOf({ meta, categories, items }: SharedCatalogue, calendar: WorkingCalendar): CatalogueFile {
  const channelOf = (words: string) => {
    const channel = CHANNELS[meta.channelsVocabulary.indexOf(words)];
    if (channel === undefined) throw new RangeError(`Expected one of the thirteen channels, got ${words}`);
    return channel;
  };
  const found = items.map((item) => ({ ...itemOf(item), channels: item.channels.map(channelOf) }));
  const longest = Math.max(...found.map((item) => item.informationDays));
  const termOf = (effectiveOn: CivilDate) => {
    const { on, provisional } = addWorkingDays(effectiveOn, longest, calendar);
    return { effectiveOn, firstDueOn: on, isFirstDueProvisional: provisional };
  };
  const terms = { city: termOf(EFFECTIVE_ON.city), counties: termOf(EFFECTIVE_ON.counties) };
  return { terms, categories: categories.map(({ code, name }) => ({ code, name })), items: found };
}

function itemOf(item: SharedItem): Omit<FoundItem, 'channels'> {
  return {
    code: item.id,
    category: item.categoryCode,
    title: item.item,
    contentElements: item.contentElements,
    bases: item.basis.map(({ law, article }) => ({ title: law, article: article === null ? null : `第${article}条` })),
    informationDays: item.timeLimit.days,
    resultDays: item.resultTimeLimit?.days ?? null,
    publisher: item.subject,
    levels: item.levels.map((words) => (words === '乡级' ? 'TOWNSHIP' : 'COUNTY')),
    isInForce: item.status !== '废止',
    provenance: provenanceOf(item),
  };
}

/** In words; copies of official pages on other sites are told by what they copy, not by their address. */
function provenanceOf({ source, note, basis }: SharedItem): string {
  const copied = /\((.*镜像)\)/.exec(source)?.[1];
  const found = copied === undefined ? source.replace(/^found /, '') : `${copied}页`;
  const unverified = basis.every((one) => !one.verified) ? '依据未核验' : '依据条文已对照法规文本';
  const origin = source.startsWith('found') ? `公开来源：${found}` : `研究重建，${unverified}`;
  return note === undefined ? origin : `${origin}；${note.replace(/\(memory\)/, '（未核验）')}`;
}

/** Every row as it stands; the place where it was found stays in words when its address is an account's. */
function pricesOf(csv: string): FoundPrice[] {
  const [head = '', ...rows] = csv.trimEnd().split(/\r?\n/);
  const columns = head.split(',');
  return rows.map((row) => {
    const cells = row.split(',');
    const source = cells.slice(columns.length - 1).join(',');
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    return {
      region: cell('region'),
      document: cell('year_or_doc'),
      scope: cell('institution_scope'),
      code: cell('code'),
      name: cell('name'),
      unit: cell('unit'),
      tier: cell('tier'),
      price: cell('price_cny'),
      mode: cell('price_mode'),
      note: cell('note'),
      source: source.startsWith('https://') ? source : '公开网页或代码库转录',
    };
  });
}

function lines(records: readonly object[]): string {
  return `[\n${records.map((record) => `  ${JSON.stringify(record)}`).join(',\n')}\n]\n`;
}

function pretty(file: object): string {
  return `${JSON.stringify(file, null, 1)}\n`;
}
