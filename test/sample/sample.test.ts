import { describe, expect, it } from 'vitest';
import { dueOnOf } from '../../subgraphs/catalogue/rules/due-text.ts';
import { BLANK_ROW, priceKey } from '../../subgraphs/pricing/rules/price-row.ts';
import {
  catalogues,
  categories,
  documents,
  events,
  institutions,
  interpretations,
  items,
  lists,
  prices,
  regions,
  responses,
  targets,
  tasks,
  workPlans,
} from './records.ts';

const END = new Date('2026-11-01T00:00:00.000+08:00');

function by<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const thing of things) counts[keyOf(thing)] = (counts[keyOf(thing)] ?? 0) + 1;
  return counts;
}

describe('what the sample holds', () => {
  it('has every region once, under its parent', () => {
    expect(by(regions, (region) => region.level)).toEqual({ PROVINCE: 31, PREFECTURE: 342, COUNTY: 2975 });
    const codes = new Set(regions.map((region) => region.code));
    expect(codes.size).toBe(regions.length);
    expect(regions.filter(({ parentCode }) => parentCode !== null && !codes.has(parentCode))).toEqual([]);
  });

  it('has the catalogue of 晋城市 and one of each county, which keeps every item of it', () => {
    expect(categories).toHaveLength(11);
    expect(catalogues.map(({ regionCode, items: own }) => [regionCode, own.length])).toEqual(
      ['140500', '140502', '140521', '140522', '140524', '140525', '140581'].map((code) => [code, 198]),
    );
    const [city, ...counties] = catalogues;
    const kept = city?.items.map((item) => item.id);
    for (const county of counties) {
      expect(county.basedOnId).toBe(city?.id);
      expect(county.items.map((item) => item.basedOnId)).toEqual(kept);
    }
    expect(items.filter((item) => !item.isInForce).map((item) => item.title)).toEqual(Array(7).fill('社会抚养费征收'));
  });

  it('never calls a catalogue the official one', () => {
    for (const { title } of catalogues) expect(title).toContain('样例，研究重建');
  });

  it('has the five notices with their numbers and days, each with an interpretation', () => {
    const notices = documents.filter((document) => !document.isSample);
    expect(notices.map(({ documentNumber, issuedOn, regionCode }) => [regionCode, documentNumber, issuedOn])).toEqual([
      ['640500', null, '2018-07-06'],
      ['140500', null, '2020-07-20'],
      ['310000', '沪卫办〔2021〕1号', '2021-04-15'],
      ['370100', '济卫办发〔2021〕14号', '2020-08-11'],
      ['140428', '长子卫体字〔2021〕48号', '2021-09-28'],
    ]);
    expect(notices.map((notice) => notice.interpretations.length)).toEqual([1, 1, 1, 1, 1]);
    expect(
      targets.map(({ regionCode, diversifiedRate, multiChannelRate }) => [
        regionCode,
        diversifiedRate,
        multiChannelRate,
      ]),
    ).toEqual([
      ['140428', '0.9', '0.9'],
      ['310000', '0.6', null],
    ]);
  });

  it('has the 32 tasks of 中卫市 with their days, three of them waiting, and leaders by pseudonym', () => {
    expect(workPlans.map(({ regionCode, year, issuedOn }) => [regionCode, year, issuedOn])).toEqual([
      ['640500', 2018, '2018-07-06'],
    ]);
    expect(tasks.map((task) => task.number)).toEqual(Array.from({ length: 32 }, (_none, index) => index + 1));
    expect(by(tasks, (task) => task.dueOn)).toEqual({ '2018-07-31': 1, '2018-08-31': 1, '2018-11-30': 30 });
    expect(tasks.filter((task) => dueOnOf(task.dueText) !== task.dueOn)).toEqual([]);
    expect(tasks.filter((task) => task.prerequisite !== null).map((task) => task.number)).toEqual([14, 16, 18]);
    expect(tasks.flatMap((task) => task.leaderRoles).filter((role) => !/^局领导[甲乙丙丁戊己]$/.test(role))).toEqual(
      [],
    );
  });

  it('has ten hospitals with lists of every kind, some of them published twice', () => {
    const hospitals = institutions.filter(({ kind, isSample }) => kind === 'HOSPITAL' && isSample);
    expect(hospitals).toHaveLength(10);
    for (const hospital of hospitals) {
      const own = lists.filter((list) => list.institution.id === hospital.id);
      expect(new Set(own.map((list) => list.kind)).size).toBe(3);
      const services = own.filter((list) => list.kind === 'SERVICE').map((list) => list.prices.length);
      expect(Math.min(...services)).toBeGreaterThanOrEqual(60);
      expect(Math.max(...services)).toBeLessThanOrEqual(150);
    }
    expect(lists.length).toBeGreaterThan(35);
  });

  it('keeps the 29 prices that were found as they stood', () => {
    const found = prices.filter((price) => !price.isSample);
    expect(found).toHaveLength(29);
    expect(
      found
        .filter((price) => price.amountText !== null)
        .map((price) => [price.amount, price.amountUpTo, price.amountText]),
    ).toEqual([
      ['100', '300', '100-300'],
      [null, null, '医院自主确定'],
      [null, null, '医院自主确定'],
    ]);
  });

  it('has opinion events of every severity and status', () => {
    const severities = by(events, (event) => event.severity);
    const statuses = by(events, (event) => event.status);
    expect(Object.keys(severities).sort()).toEqual(['EMERGENCY', 'MAJOR', 'ORDINARY']);
    expect(Object.keys(statuses).sort()).toEqual(['CLOSED', 'OPEN', 'RESPONDED']);
    expect(events.length).toBeGreaterThanOrEqual(24);
  });
});

describe('the documents that wait to be published', () => {
  const waiting = documents.filter((document) => document.status === 'APPROVED');

  it('are three, one of them of 长子县, with ids that the README may print', () => {
    expect(waiting.map(({ regionCode, id }) => [regionCode, id])).toEqual([
      ['140428', '6d1cee89-628f-873a-b591-e141a65ccf5b'],
      ['140525', '6934c0e7-0f31-87b8-858d-b1f11ab3e983'],
      ['140581', '0c414790-8b3d-8896-8b58-4b42610f160e'],
    ]);
  });

  it('are signed three times by accounts that differ, and a policy has its interpretation', () => {
    for (const document of waiting) {
      const accounts = [document.draftedBy, ...document.reviewPasses.map((pass) => pass.signedBy)];
      expect(new Set(accounts).size).toBe(4);
      expect(document.interpretations).toHaveLength(document.isPolicy ? 1 : 0);
      expect(document.publishedAt).toBeNull();
    }
  });
});

describe('every record of the sample', () => {
  it('has an id of its own', () => {
    const all = [
      ...[institutions, catalogues, items, workPlans, tasks].flat(),
      ...[documents, interpretations, lists, prices, events, responses].flat(),
    ];
    expect(new Set(all.map((record) => record.id)).size).toBe(all.length);
  });

  it('keeps the ids that callers may have noted', () => {
    expect(institutions.find((one) => one.name === '丹河综合医院（样例）')?.id).toMatchInlineSnapshot(
      `"13dda168-35a8-845d-8ff4-c58640bd29a9"`,
    );
    expect(institutions.find((one) => one.name === '长子县卫生健康和体育局')?.id).toMatchInlineSnapshot(
      `"43c8fd6a-1248-86c4-832a-0f0281aed616"`,
    );
    expect(catalogues[0]?.id).toMatchInlineSnapshot(`"52f5542c-3d84-881f-8a39-22dee1d24802"`);
  });

  it('is marked when it is made up', () => {
    const unmarked = [documents, lists, prices, institutions].flat().filter((record) => !record.isSample);
    expect(unmarked).toHaveLength(5 + 5 + 29 + 12);
    expect([catalogues, items, interpretations, events, responses].flat().every((record) => record.isSample)).toBe(
      true,
    );
  });

  it('says in its own words that it is made up', () => {
    const texts = [
      ...institutions.filter((one) => one.isSample).map((one) => one.name),
      ...catalogues.map((catalogue) => catalogue.title),
      ...documents.filter((one) => one.isSample).flatMap((document) => [document.title, document.body]),
      ...interpretations.flatMap(({ title, body }) => [title, body]),
      ...lists.filter((list) => list.isSample).map((list) => list.title),
      ...prices.filter((price) => price.isSample).map((price) => price.note),
      ...events.flatMap(({ title, summary }) => [title, summary]),
      ...responses.map((response) => response.body),
    ];
    expect(texts.filter((text) => text?.includes('样例') !== true)).toEqual([]);
  });

  it('lies before November 2026', () => {
    const instants = [
      ...documents.flatMap(({ draftedAt, publishedAt, withdrawnAt }) => [draftedAt, publishedAt, withdrawnAt]),
      ...documents.flatMap((document) => document.reviewPasses.map((pass) => pass.signedAt)),
      ...workPlans.map((plan) => plan.recordedAt),
      ...lists.map((list) => list.publishedAt),
      ...events.flatMap(({ detectedAt, recordedAt, closedAt }) => [detectedAt, recordedAt, closedAt]),
      ...responses.map((response) => response.publishedAt),
    ];
    expect(instants.filter((instant) => instant !== null && instant >= END)).toEqual([]);
  });

  it('refers to records that are there', () => {
    const known = new Set([institutions, catalogues, items, documents].flat().map((record) => record.id));
    const named = [
      ...institutions.map((one) => one.superiorId),
      ...catalogues.flatMap(({ issuerId, basedOnId }) => [issuerId, basedOnId]),
      ...workPlans.map((plan) => plan.issuerId),
      ...documents.flatMap(({ issuerId, superiorId, catalogueItemIds }) => [issuerId, superiorId, ...catalogueItemIds]),
      ...lists.flatMap(({ institution, catalogueItemIds }) => [institution.id, ...catalogueItemIds]),
      ...events.map((event) => event.responsibleId),
      ...responses.flatMap((response) => response.catalogueItemIds),
    ];
    expect(named.filter((id) => id !== null && !known.has(id))).toEqual([]);
  });
});

describe('numbers and codes', () => {
  it('gives no document number twice to one issuer', () => {
    const numbers = documents.flatMap(({ issuerId, documentNumber }) =>
      documentNumber === null ? [] : [`${issuerId} ${documentNumber}`],
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it.each([
    ['SERVICE', /^\d{9}$/],
    ['DRUG', /^(?:X.{22}|Z.{19})$/],
    ['CONSUMABLE', /^C\d{19}$/],
  ])('shapes the codes of %s as they are', (kind, shape) => {
    const codes = lists
      .filter((list) => list.isSample && list.kind === kind)
      .flatMap((list) => list.prices.map((price) => price.code));
    expect(codes.filter((code) => !shape.test(code))).toEqual([]);
  });

  it('lists nothing twice', () => {
    for (const list of lists)
      expect(new Set(list.prices.map((price) => priceKey({ ...BLANK_ROW, ...price }))).size).toBe(list.prices.length);
  });
});
