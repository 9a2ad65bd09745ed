import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../support/databases.ts';
import { answer, answers, office, region } from './support/entries.ts';
import {
  COUNTY,
  inOneTransaction,
  openCity,
  startCounty,
  type PullingCity,
  type ServingCounty,
} from './support/hubs.ts';

const OTHER = '140522';

describe.skipIf(!DATABASE_KINDS[1].isAvailable)('an entry that is not to be taken', () => {
  let county: ServingCounty;
  let city: PullingCity;
  beforeEach(async () => {
    [county, city] = await Promise.all([startCounty(), openCity()]);
    await county.commit(region(COUNTY), office(), ...answers(0, 5));
    await city.pull(county.url);
  });
  afterEach(async () => {
    await Promise.all([county.close(), city.close()]);
  });

  /** What comes before it is taken, it is named with its cause, and nothing after it comes. */
  const expectStop = async (code: string, entry: string) => {
    await expect(city.pull(county.url)).rejects.toMatchObject({ name: 'EntryRefused', code });
    const lane = await city.lane();
    expect(lane).toMatchObject({ state: 'FAULTY', fault: { code, times: 1 } });
    expect(lane?.fault?.entry).toContain(entry);
    const { entries } = await city.ground.log.read({ after: null, first: 500 });
    const held = entries.map(({ subjectId }) => subjectId);
    expect(held).toContain(`answer-${COUNTY}-before`);
    expect(held).not.toContain(`answer-${COUNTY}-behind`);
    await expect(city.pull(county.url)).rejects.toMatchObject({ code });
    expect(await city.lane()).toMatchObject({ fault: { code, times: 2 } });
  };

  it('because it does not fit its form', async () => {
    const strange = { ...answer('strange'), payload: { region: COUNTY, office: `office-${COUNTY}` } };
    await county.commit(...answers(10, 30), answer('before'), strange, answer('behind'));
    await expectStop('NOT_APPLICABLE', `KNOWLEDGE_ANSWER answer-${COUNTY}-strange`);
  });

  it('because it is of an institution of another county', async () => {
    await inOneTransaction(city.ground, [region(OTHER), office(OTHER)]);
    await county.commit(answer('before'), answer('theirs', { publisher: `office-${OTHER}` }), answer('behind'));
    await expectStop('NOT_ITS_OWN', 'theirs');
  });

  it('because it is of an institution that nobody knows', async () => {
    await county.commit(answer('before'), answer('nobodys', { publisher: 'nobody' }), answer('behind'));
    await expectStop('NOT_ITS_OWN', 'nobodys');
  });

  it('because its payload is of another county: nothing of its page is taken', async () => {
    const payload = { region: OTHER };
    await county.commit(answer('before'), answer('elsewhere', { payload }), answer('behind'));
    const head = await city.ground.log.head();
    await expect(city.pull(county.url)).rejects.toMatchObject({ name: 'ReachProblem', code: 'FORGED_PAGE' });
    expect(await city.lane()).toMatchObject({ state: 'FAULTY', fault: { code: 'FORGED_PAGE', times: 1 } });
    expect(await city.ground.log.head()).toBe(head);
  });

  it('because the record is of another county, or one that the city made for another', async () => {
    await inOneTransaction(city.ground, [region(OTHER), office(OTHER), answer(7, { code: OTHER })]);
    const taken = { ...answer('x'), subjectId: `answer-${OTHER}-7` };
    await county.commit(answer('before'), taken, answer('behind'));
    await expectStop('NOT_ITS_OWN', `answer-${OTHER}-7`);
  });
});
