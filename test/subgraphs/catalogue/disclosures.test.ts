import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewEntry } from '../../../core/change.ts';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { codesOf, editionCalls, type Items } from './edition-calls.ts';
import { serveCatalogue, staff, type Answered, type ServedCatalogue } from './serve-catalogue.ts';

const PUBLISHER = staff('PUBLISHER', '140500');
const COPIES = '... on Disclosure { id conflictSince copies { channel sha256 } }';
const DUTY =
  '... on DisclosureDuty { id dueOn isOverdue dischargedAt deadline { provisional trace { on counted why } } }';

describe.each(DATABASE_KINDS)('disclosures on $kind', ({ isAvailable, openMigrated }) => {
  let served: ServedCatalogue;
  let items: readonly { readonly id: string }[];
  const { cityEdition } = editionCalls(() => served);

  beforeAll(async () => {
    if (!isAvailable) return;
    served = await serveCatalogue(await openMigrated());
    await cityEdition('2026', ['一', '二', '三', '四', '五', '六']);
    const answer = await served.ask('{ catalogue(region: "140500") { items(first: 10) { edges { node { id } } } } }');
    items = (answer.data as { catalogue: { items: Items } }).catalogue.items.edges.map(({ node }) => node);
  }, 120_000);
  afterAll(async () => {
    if (isAvailable) await served.close();
  });

  const at = (instant: string): void => {
    served.clock.at = new Date(instant);
  };
  const idOf = (index: number): string => items[index]?.id ?? '';
  const link = (index: number, viewer = PUBLISHER) =>
    served.call(
      `discloseLink(input: { items: ["${idOf(index)}"], title: "办事指南", url: "https://www.example.gov.cn/${String(index)}" })`,
      '... on Disclosure { id kind }',
      viewer,
    );
  const withdraw = (id: string) =>
    served.call(
      `withdrawLink(id: "${id}", reason: PUBLISHED_IN_ERROR, note: "发布有误")`,
      '... on Disclosure { id }',
      PUBLISHER,
    );
  const copy = (id: string, copies: string) =>
    served.call(`recordChannelCopies(input: { disclosure: "${id}", copies: [${copies}] })`, COPIES, PUBLISHER);
  const duty = (index: number, more: string) =>
    served.call(`recordDisclosureDuty(input: { item: "${idOf(index)}", title: "许可结果", ${more} })`, DUTY, PUBLISHER);
  const statusOn = async (index: number, on: string): Promise<unknown> => {
    const items = `items(first: 10) { edges { node { id status(on: "${on}") } } }`;
    const answer = await served.ask(`{ catalogue(region: "140500") { ${items} } }`);
    const { edges } = (answer.data as { catalogue: { items: { edges: { node: { id: string; status: string } }[] } } })
      .catalogue.items;
    return edges.find(({ node }) => node.id === idOf(index))?.node.status;
  };
  const newEntries = async (since: number) =>
    (await served.entries()).slice(since).map(({ kind, subject }) => `${subject} ${kind}`);

  it.skipIf(!isAvailable)('are known on every day, also the past ones after a withdrawal and a return', async () => {
    at('2026-11-25T02:00:00.000Z');
    const first = await link(0);
    expect(first).toMatchObject({ __typename: 'Disclosure', kind: 'LINK' });
    at('2026-12-25T02:00:00.000Z');
    await withdraw(first.id);
    at('2026-12-28T02:00:00.000Z');
    await link(0);
    const days = ['2026-11-24', '2026-11-25', '2026-12-24', '2026-12-25', '2026-12-27', '2026-12-28'];
    expect(await Promise.all(days.map((on) => statusOn(0, on)))).toEqual([
      'NOT_DUE',
      'DISCLOSED',
      'DISCLOSED',
      'OVERDUE',
      'OVERDUE',
      'DISCLOSED',
    ]);
    expect(await statusOn(1, '2026-12-21')).toBe('NOT_DUE');
    expect(await statusOn(1, '2026-12-22')).toBe('MISSING');
  });

  it.skipIf(!isAvailable)(
    'of documents follow the log: published, moved to other items, withdrawn, published again',
    async () => {
      const entry = (kind: NewEntry['kind'], day: string, itemIds: readonly string[]): NewEntry => ({
        ...{ kind, subject: 'DOCUMENT', subjectId: 'document', occurredAt: new Date(`${day}T02:00:00.000Z`) },
        ...{ regionCode: '140500', publisherId: null, catalogueItemIds: itemIds, payload: { title: '通知' } },
      });
      await served.tell(entry('PUBLISHED', '2026-11-26', [idOf(2), idOf(3)]));
      await served.tell(
        entry('REVISED', '2026-12-01', [idOf(2)]),
        entry('WITHDRAWN', '2026-12-22', [idOf(2)]),
        entry('PUBLISHED', '2026-12-24', [idOf(2)]),
      );
      const days = ['2026-11-25', '2026-11-26', '2026-12-22', '2026-12-23', '2026-12-24'];
      expect(await Promise.all(days.map((on) => statusOn(2, on)))).toEqual([
        'NOT_DUE',
        'DISCLOSED',
        'OVERDUE',
        'OVERDUE',
        'DISCLOSED',
      ]);
      expect(await statusOn(3, '2026-11-30')).toBe('DISCLOSED');
      expect(await statusOn(3, '2026-12-22')).toBe('OVERDUE');
    },
  );

  it.skipIf(!isAvailable)('are flagged while two channels read differently, until it is mended', async () => {
    at('2026-12-29T02:00:00.000Z');
    const { id } = await link(4);
    const before = (await served.entries()).length;
    const same = await copy(id, '{ channel: GOVERNMENT_WEBSITE, text: "甲" }, { channel: NOTICE_BOARD, text: "甲" }');
    expect(same['conflictSince']).toBeNull();
    at('2026-12-30T02:00:00.000Z');
    const torn = await copy(id, '{ channel: NOTICE_BOARD, text: "乙" }');
    expect(torn['conflictSince']).toBe('2026-12-30T02:00:00.000Z');
    const list = '{ channelConflicts(region: "140000") { totalCount edges { node { id } } } }';
    expect((await served.ask(list)).data).toEqual({
      channelConflicts: { totalCount: 1, edges: [{ node: { id } }] },
    });
    const again = await copy(id, '{ channel: NOTICE_BOARD, text: "乙" }');
    expect(again['conflictSince']).toBe('2026-12-30T02:00:00.000Z');
    const digest = (same['copies'] as { sha256: string }[])[0]?.sha256 ?? '';
    const mended = await copy(id, `{ channel: NOTICE_BOARD, sha256: "${digest.toUpperCase()}" }`);
    expect(mended['conflictSince']).toBeNull();
    expect((await served.ask(list)).data).toEqual({ channelConflicts: { totalCount: 0, edges: [] } });
    expect(await newEntries(before)).toEqual(['DISCLOSURE REVISED', 'DISCLOSURE REVISED', 'DISCLOSURE REVISED']);
  });

  it.skipIf(!isAvailable)('owe a result within its own time limit, until what met it is named', async () => {
    at('2026-12-01T02:00:00.000Z');
    await link(5);
    const owed = await duty(5, 'appliesTo: RESULT, arisenOn: "2026-11-30"');
    expect(owed).toMatchObject({ dueOn: '2026-12-09', isOverdue: false, dischargedAt: null });
    expect((owed['deadline'] as { trace: unknown[] }).trace).toHaveLength(9);
    expect([await statusOn(5, '2026-12-09'), await statusOn(5, '2026-12-10')]).toEqual(['DISCLOSED', 'OVERDUE']);
    at('2026-12-11T02:00:00.000Z');
    const result = await link(5);
    expect(await statusOn(5, '2026-12-11')).toBe('OVERDUE');
    const discharge = (disclosure: string) =>
      served.call(`dischargeDisclosureDuty(id: "${owed.id}", disclosure: "${disclosure}")`, DUTY, PUBLISHER);
    expect(codesOf(await discharge('nothing'))).toEqual(['NOT_FOUND']);
    expect(await discharge(result.id)).toMatchObject({ dischargedAt: '2026-12-11T02:00:00.000Z' });
    expect([await statusOn(5, '2026-12-10'), await statusOn(5, '2026-12-11')]).toEqual(['OVERDUE', 'DISCLOSED']);
    expect(codesOf(await discharge(result.id))).toEqual(['STATUS_NOT_FITTING']);
    await withdraw(result.id);
    expect(await statusOn(5, '2026-12-11')).toBe('OVERDUE');
  });

  it.skipIf(!isAvailable)('meet what is owed as a whole by coming out after it', async () => {
    at('2026-12-01T02:00:00.000Z');
    const owed = await duty(1, 'appliesTo: INFORMATION, arisenOn: "2026-11-30"');
    expect(owed['dischargedAt']).toBeNull();
    at('2026-12-02T02:00:00.000Z');
    await link(1);
    const late = await duty(1, 'appliesTo: INFORMATION, arisenOn: "2026-12-02"');
    expect(late['dischargedAt']).toBe('2026-12-02T02:00:00.000Z');
    const list = await served.ask(
      `{ catalogue(region: "140500") { items(first: 10) { edges { node { id duties(isOpen: true) { totalCount } } } } } }`,
    );
    expect(JSON.stringify(list.data)).toContain(`{"id":"${idOf(1)}","duties":{"totalCount":0}}`);
  });

  it.skipIf(!isAvailable)('are refused with every reason at once', async () => {
    const bad = (viewer: Parameters<ServedCatalogue['call']>[2]): Promise<Answered> =>
      served.call(
        'discloseLink(input: { items: ["none"], title: " ", url: "ftp://x" })',
        '... on Disclosure { id }',
        viewer,
      );
    expect(codesOf(await bad(null))).toEqual(['SIGN_IN_NEEDED']);
    expect(codesOf(await bad(PUBLISHER))).toEqual(['ITEM_NOT_IN_FORCE', 'VALUE_MISSING', 'ADDRESS_MALFORMED']);
    expect(codesOf(await link(0, staff('PUBLISHER', '140521')))).toEqual(['REGION_NOT_ALLOWED']);
    const { id } = await link(0);
    const torn = await copy(id, '{ channel: OTHER, sha256: "12" }, { channel: OTHER, text: "a", sha256: "b" }');
    expect(torn.refusals?.map(({ code, path }) => [code, path.slice(2).join('.')])).toEqual([
      ['DIGEST_MALFORMED', '0.sha256'],
      ['ONE_OF_NEEDED', '1'],
      ['DIGEST_MALFORMED', '1.sha256'],
      ['VALUE_REPEATED', '1.channel'],
    ]);
    expect(codesOf(await duty(0, 'appliesTo: RESULT, arisenOn: "2027-12-31"'))).toEqual(['VALUE_IN_FUTURE']);
  });
});
