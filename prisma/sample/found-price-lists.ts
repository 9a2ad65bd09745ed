import { civilDate } from '../../core/civil-date.ts';
import { parseYuan } from '../../core/yuan.ts';
import { foundPrices, type FoundPrice } from './found.ts';
import { instant } from './instant.ts';
import { scopes } from './institutions.ts';
import { priceId, priceListId } from './price-ids.ts';
import type { SampleInstitution, SamplePrice, SamplePriceList } from './shapes.ts';

/** Which rows make one list, for whom it stands, and from when: where the source gives no day, a day of the right year. */
interface Source {
  readonly document: string;
  readonly institution: SampleInstitution;
  readonly effectiveOn: string;
}

const SOURCES: readonly Source[] = [
  {
    document: '《江苏省医疗服务项目价格》更新版2011.1.20',
    institution: scopes.jiangsuServices,
    effectiveOn: '2011-01-20',
  },
  { document: '绵阳市医疗服务价格(修订部分)', institution: scopes.mianyang, effectiveOn: '2018-03-08' },
  { document: '黑医保发〔2022〕60号', institution: scopes.harbin, effectiveOn: '2022-12-31' },
  { document: '床位费医保支付标准', institution: scopes.unplaced, effectiveOn: '2024-01-01' },
  { document: '苏医保发〔2025〕20号', institution: scopes.jiangsuNursing, effectiveOn: '2025-12-31' },
];

/** The prices that were found in public sources, each cell in the words of its source. */
export function foundPriceLists(): readonly SamplePriceList[] {
  return SOURCES.map((source) => {
    const id = priceListId(source.institution, 'SERVICE', source.effectiveOn);
    const effectiveOn = civilDate(source.effectiveOn);
    return {
      id,
      institution: source.institution,
      kind: 'SERVICE',
      title: `${source.document}（摘录）`,
      effectiveOn,
      publishedAt: instant(effectiveOn, 540),
      catalogueItemIds: [],
      isSample: false,
      prices: foundPrices.filter((row) => row.document.startsWith(source.document)).map((row) => priceOf(row, id)),
    };
  });
}

function priceOf(row: FoundPrice, listId: string): SamplePrice {
  const { code, name, unit } = row;
  const tier = row.tier === '' ? null : row.tier;
  return {
    id: priceId(listId, [code, name, null, unit, tier]),
    code,
    name,
    specification: null,
    unit,
    tier,
    ...amountsOf(row.price),
    mode: row.mode.startsWith('市场调节价') ? 'MARKET_REGULATED' : 'GOVERNMENT_GUIDED',
    insuranceClass: row.note.includes('医保乙类') ? '乙' : null,
    ceiling: null,
    note: noteOf(row),
    isSample: false,
  };
}

/** A number, a range, or words: words are kept and never guessed at (rule H13). */
function amountsOf(cell: string): Pick<SamplePrice, 'amount' | 'amountUpTo' | 'amountText'> {
  const [lowest, highest] = /^(\d+)-(\d+)$/.exec(cell)?.slice(1) ?? [];
  if (lowest !== undefined && highest !== undefined) {
    return { amount: parseYuan(lowest), amountUpTo: parseYuan(highest), amountText: cell };
  }
  const amount = parseYuan(cell);
  return { amount, amountUpTo: null, amountText: amount === null ? cell : null };
}

function noteOf({ region, document, scope, mode, note, source }: FoundPrice): string {
  const asked = mode.endsWith('?') ? [`价格形式原记“${mode}”`] : [];
  return [...(note === '' ? [] : [note]), ...asked, `${region} ${document} ${scope}`, `出处：${source}`].join('；');
}
