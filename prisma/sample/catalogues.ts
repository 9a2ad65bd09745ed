import { addDays, civilDate, type CivilDate } from '../../core/civil-date.ts';
import { foundCatalogue, type CatalogueTerm, type FoundItem } from './found.ts';
import { bureauOf, COUNTIES, issuers, JINCHENG, type County } from './institutions.ts';
import { instant } from './instant.ts';
import { sampleId } from './sample-id.ts';
import type { SampleCatalogue, SampleInstitution, SampleItem, SampleStep } from './shapes.ts';

const { terms, items } = foundCatalogue;

/** Stands in every title, since the official catalogue with its 169 items is not public with its notice. */
const REBUILT = '（样例，研究重建）';

/** The id of an item by the region of its catalogue and its code; null in a region without a catalogue. */
export function itemIdOf(regionCode: string, code: string): string | null {
  const hasCatalogue = regionCode === JINCHENG || COUNTIES.some((county) => county.code === regionCode);
  return hasCatalogue ? sampleId('catalogue item', `${regionCode} ${code}`) : null;
}

/** The ids of all items of a region whose code begins with one of the given texts: `02` for a category, `0201` for one item. */
export function itemIdsOf(regionCode: string, beginnings: readonly string[]): string[] {
  const codes = items
    .map((item) => item.code)
    .filter((code) => beginnings.some((beginning) => code.startsWith(beginning)));
  return codes.map((code) => itemIdOf(regionCode, code)).filter((id) => id !== null);
}

function timeLimitsOf({ informationDays, resultDays }: FoundItem): SampleItem['timeLimits'] {
  const information = { appliesTo: 'INFORMATION', days: informationDays, unit: 'WORKING_DAY' } as const;
  if (resultDays === null) return [information];
  return [information, { appliesTo: 'RESULT', days: resultDays, unit: 'WORKING_DAY' }];
}

function itemOf(found: FoundItem, regionCode: string, term: CatalogueTerm): SampleItem {
  const { code, category, title, contentElements, bases, publisher, channels, levels, isInForce, provenance } = found;
  const id = sampleId('catalogue item', `${regionCode} ${code}`);
  return {
    id,
    matterId: id,
    code,
    categoryCode: category,
    title,
    contentElements,
    bases,
    timeLimits: timeLimitsOf(found),
    publisher,
    channels,
    audience: 'WHOLE_SOCIETY',
    method: 'PROACTIVE',
    levels,
    isInForce,
    provenance,
    isMandatory: true,
    firstDueFrom: term.effectiveOn,
    firstDueDays: found.informationDays,
    firstDueUnit: 'WORKING_DAY',
    firstDueOn: term.firstDueOn,
    isFirstDueProvisional: term.isFirstDueProvisional,
    basedOnId: regionCode === JINCHENG ? null : itemIdOf(JINCHENG, code),
    isSample: true,
  };
}

/** By when the counties filed theirs with the city (rule C10). */
const FILED_BY = civilDate('2020-10-31');

/** Drafted, filed and approved on these days, in office hours. */
function stepsOf(days: readonly [drafted: CivilDate, filed: CivilDate, approved: CivilDate]): readonly SampleStep[] {
  const [drafted, filed, approved] = days;
  return [
    { status: 'DRAFT', at: instant(drafted, 540), by: 'editor-1' },
    { status: 'FILED', at: instant(filed, 600), by: 'publisher-1' },
    { status: 'APPROVED', at: instant(approved, 900), by: 'reviewer-1' },
  ];
}

interface Edition {
  readonly regionCode: string;
  readonly placeName: string;
  readonly issuer: SampleInstitution;
  readonly term: CatalogueTerm;
  readonly basedOnId: string | null;
  readonly subordinatesFileBy: CivilDate | null;
  readonly steps: readonly SampleStep[];
}

function catalogueOf({ regionCode, placeName, issuer, term, ...edition }: Edition): SampleCatalogue {
  return {
    id: sampleId('catalogue', regionCode),
    regionCode,
    issuerId: issuer.id,
    title: `${placeName}医疗卫生领域基层政务公开标准目录${REBUILT}`,
    edition: '2020',
    status: 'APPROVED',
    effectiveOn: term.effectiveOn,
    isSample: true,
    ...edition,
    items: items.map((item) => itemOf(item, regionCode, term)),
  };
}

function derived(county: County): SampleCatalogue {
  const placeName = county.name === '城区' ? '晋城市城区' : county.name;
  const basedOnId = sampleId('catalogue', JINCHENG);
  const filedOn = addDays(civilDate('2020-10-12'), COUNTIES.indexOf(county) * 3);
  return catalogueOf({
    ...{ regionCode: county.code, placeName, issuer: bureauOf(county), term: terms.counties, basedOnId },
    subordinatesFileBy: null,
    steps: stepsOf([civilDate('2020-09-01'), filedOn, civilDate('2020-10-30')]),
  });
}

/** The catalogue of 晋城市 and those of its six counties, which keep every item of it (rule C1). */
export function catalogues(): readonly SampleCatalogue[] {
  const city = {
    regionCode: JINCHENG,
    placeName: '晋城市',
    issuer: issuers.jincheng,
    term: terms.city,
    basedOnId: null,
    subordinatesFileBy: FILED_BY,
    steps: stepsOf([civilDate('2020-06-01'), civilDate('2020-07-06'), civilDate('2020-07-17')]),
  };
  return [catalogueOf(city), ...COUNTIES.map(derived)];
}
