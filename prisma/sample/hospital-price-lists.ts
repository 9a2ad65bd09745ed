import { addDays, civilDate } from '../../core/civil-date.ts';
import { goodsOf, type PricedThing } from './goods.ts';
import { itemIdsOf } from './catalogues.ts';
import { instant } from './instant.ts';
import { hospitals } from './institutions.ts';
import { priceId, priceListId } from './price-ids.ts';
import { drawsOf, type Draw } from './random.ts';
import { servicesOf } from './services.ts';
import { yuanOf } from './money.ts';
import type { SampleInstitution, SamplePrice, SamplePriceList } from './shapes.ts';

type Kind = SamplePriceList['kind'];

/** From when the lists hold; the later ones are published by some hospitals only. */
const FIRST = '2024-07-01';
const SECOND = '2026-01-01';

/** Of a hundred rows of the first list, how many change their price in the second, or are no longer in it. */
const CHANGED = 12;
const DROPPED = 3;

/** What a grade charges, in thousandths of the price of a hospital of the highest grade. */
const GRADES: Readonly<Record<string, number>> = { 三级甲等: 1000, 三级乙等: 950, 二级甲等: 880, 二级乙等: 800 };

const WORDS: Readonly<Record<Kind, string>> = { SERVICE: '医疗服务项目', DRUG: '常用药品', CONSUMABLE: '主要医用耗材' };

/** The price lists of the ten hospitals, all made up: the same rows on every machine. */
export function hospitalPriceLists(): readonly SamplePriceList[] {
  return hospitals.flatMap((hospital, index) =>
    (['SERVICE', 'DRUG', 'CONSUMABLE'] as const).flatMap((kind) => listsOf(hospital, kind, index)),
  );
}

function listsOf(hospital: SampleInstitution, kind: Kind, index: number): SamplePriceList[] {
  const draw = drawsOf(`prices of ${hospital.id} ${kind}`);
  const things = (kind === 'SERVICE' ? servicesOf(hospital) : goodsOf(kind)).filter(
    (thing) => thing.isUsual || draw.chance(75),
  );
  const grade = kind === 'SERVICE' ? (GRADES[hospital.hospitalGrade ?? ''] ?? 900) : 1000;
  const first = things.map((thing) => ({ thing, amount: near(thing, grade, draw) }));
  const lists = [listOf(hospital, kind, FIRST, first)];
  const isRepublished = kind === 'SERVICE' ? index % 2 === 0 : index % 3 === 0;
  if (isRepublished) lists.push(listOf(hospital, kind, SECOND, changed(first, draw)));
  return lists;
}

interface Priced {
  readonly thing: PricedThing;
  /** In ten-thousandths of a yuan. */
  readonly amount: number;
}

/** A price within a twelfth of the usual and not above its ceiling, to a tenth of a yuan for services and to the last place for goods. */
function near(thing: PricedThing, grade: number, draw: Draw): number {
  const { amount, step } = thing;
  const wanted = Math.round((amount * grade * (920 + draw.below(160))) / 1_000_000);
  const rounded = Math.max(step, Math.round(wanted / step) * step);
  return Math.min(rounded, ceilingOf(thing) ?? rounded);
}

function changed(rows: readonly Priced[], draw: Draw): Priced[] {
  const kept = rows.filter((row) => row.thing.isUsual || !draw.chance(DROPPED));
  return kept.map((row) => {
    if (!draw.chance(CHANGED)) return row;
    const { step } = row.thing;
    const moved = Math.round((row.amount * (850 + 50 * draw.below(6))) / (1000 * step)) * step;
    const amount = Math.max(step, moved === row.amount ? moved + step : moved);
    return { ...row, amount: Math.min(amount, ceilingOf(row.thing) ?? amount) };
  });
}

/** The government's highest price, in ten-thousandths of a yuan; null for what the market sets (rules H6, H8). */
function ceilingOf({ mode, amount, step }: PricedThing): number | null {
  return mode === 'GOVERNMENT_GUIDED' ? Math.round((amount * 1.06) / step) * step : null;
}

function listOf(hospital: SampleInstitution, kind: Kind, from: string, rows: readonly Priced[]): SamplePriceList {
  const id = priceListId(hospital, kind, from);
  const effectiveOn = civilDate(from);
  return {
    id,
    institution: hospital,
    kind,
    title: `${hospital.name}${WORDS[kind]}价格公示表`,
    effectiveOn,
    publishedAt: instant(addDays(effectiveOn, -3), 600),
    catalogueItemIds: itemIdsOf(hospital.regionCode, ['1125']),
    isSample: true,
    prices: rows.map((row) => priceOf(row, id)),
  };
}

function priceOf({ thing, amount }: Priced, listId: string): SamplePrice {
  const { code, name, specification, unit, tier, mode, insuranceClass } = thing;
  const ceiling = ceilingOf(thing);
  return {
    id: priceId(listId, [code, name, specification, unit, tier]),
    code,
    name,
    specification,
    unit,
    tier,
    amount: yuanOf(amount),
    amountUpTo: null,
    amountText: null,
    mode,
    insuranceClass,
    ceiling: ceiling === null ? null : yuanOf(ceiling),
    note: '样例价格，非真实收费',
    isSample: true,
  };
}
