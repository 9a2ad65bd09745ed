import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISCLOSURE_SUBJECTS, type ChangeSubject } from '../../core/change.ts';
import { fits, selectionOf } from '../../feed/filter.ts';
import { openLog } from '../../feed/log.ts';
import { readAfter } from '../../feed/read.ts';
import { systemClock } from '../../core/clock.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { withLog } from './with-log.ts';
import { numbered } from './writers.ts';

const SUBJECTS: readonly ChangeSubject[] = ['DOCUMENT', 'PRICE', 'REGION'];
const REGIONS = ['140000', '140500', '140521', '140428', '310000', '310101'];
const PUBLISHERS = ['p1', 'p2', "p'3"];
const some = <Value>(values: readonly Value[]) =>
  fc.option(fc.subarray([...values], { maxLength: 3 }), { nil: null, freq: 2 });
const filter = fc.record({ subjects: some(SUBJECTS), regions: some(REGIONS), publishers: some(PUBLISHERS) });

/** One entry for every way in which a filter can see it. */
const everyKind = SUBJECTS.flatMap((subject) =>
  [...REGIONS, null].flatMap((region) =>
    [...PUBLISHERS, null].map((publisherId) => ({
      ...numbered(`${subject}-${String(region)}-${String(publisherId)}`, region),
      subject,
      publisherId,
    })),
  ),
);

describe.each(DATABASE_KINDS)('FEED.md 5 on $kind', (kind) => {
  it.skipIf(!kind.isAvailable)(
    'what a page has is what fits by the words of the clause, in memory as in the database',
    () =>
      withLog(kind, async ({ log, database, commit }) => {
        await commit(...everyKind);
        const { entries: all } = await log.read({ after: null, first: 1000 });
        expect(all).toHaveLength(everyKind.length);
        await fc.assert(
          fc.asyncProperty(filter, fc.boolean(), async (asked, onlyDisclosures) => {
            const selection = selectionOf(asked, onlyDisclosures ? DISCLOSURE_SUBJECTS : undefined);
            const page = await readAfter(database.pool, { after: null, first: 1000, selection });
            expect(page.entries).toEqual(all.filter((entry) => fits(entry, selection)));
            const byTheWords = all.filter(
              ({ subject, regionCode, publisherId }) =>
                (asked.subjects?.includes(subject) ?? true) &&
                (!onlyDisclosures || (DISCLOSURE_SUBJECTS as readonly string[]).includes(subject)) &&
                (asked.regions?.some((code) => regionCode?.startsWith(code.replace(/(00){1,2}$/, '')) ?? false) ??
                  true) &&
                (asked.publishers?.some((id) => id === publisherId) ?? true),
            );
            expect(page.entries).toEqual(byTheWords);
          }),
          { numRuns: 60 },
        );
      }),
  );

  it.skipIf(!kind.isAvailable)('4.2, 4.3 a rare filter reads the log in bounded stretches and still finds all', () =>
    withLog(kind, async ({ log, commit }) => {
      const common = Array.from({ length: 5_000 }, (_one, index) => numbered(String(index), '110000'));
      await commit(...common, numbered('first', '140521'));
      await commit(...common, ...common, numbered('second', '140521'));
      const found: string[] = [];
      const lengths: number[] = [];
      for (let after: string | null = null, more = true; more;) {
        const page = await log.read({ after, first: 1000, filter: { regions: ['140000'] } });
        found.push(...page.entries.map(({ subjectId }) => subjectId));
        lengths.push(page.entries.length);
        [after, more] = [page.endCursor, page.hasMore];
      }
      expect(found).toEqual(['first', 'second']);
      expect(lengths).toEqual([1, 1]);
    }),
  );
});

describe('FEED.md 5', () => {
  it('5.1 refuses a list of more than 100 values, naming the list and the number', () => {
    const publishers = Array.from({ length: 101 }, String);
    expect(() => selectionOf({ publishers })).toThrow('A filter takes at most 100 publishers; got 101.');
  });
});

describe.each(DATABASE_KINDS)('the hub of a log on $kind', (kind) => {
  it.skipIf(!kind.isAvailable)('is made once, however many open the log at the same time', () =>
    withLog(kind, async ({ log, database }) => {
      await database.pool.query('delete from feed.hub');
      const hub = { name: '晋城市', regionCode: '140500' };
      const logs = await Promise.all(Array.from({ length: 8 }, () => openLog({ database, hub, clock: systemClock })));
      expect(new Set(logs.map((one) => JSON.stringify(one.hub))).size).toBe(1);
      expect(logs[0]?.hub.id).not.toBe(log.hub.id);
      await Promise.all(logs.map((one) => one.close()));
      await expect(
        database.pool.query(
          "insert into feed.hub select 'x', name, region_code, epoch, 0, 0, now(), false from feed.hub",
        ),
      ).rejects.toThrow('hub_is_only_check');
    }),
  );
});
