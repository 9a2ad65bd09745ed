import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../core/clock.ts';
import type { Role } from '../../core/viewer.ts';
import { readConfig } from '../../gateway/config.ts';
import { startHub, type Server } from '../../gateway/start-hub.ts';
import { signToken, TOKEN_KEY } from '../../gateway/token-request.ts';
import { readOrCreateSecret } from '../../prisma/storage/data-folder.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { answer, answers, office, region, withdrawn } from './support/entries.ts';
import { COUNTY, startCounty, type ServingCounty } from './support/hubs.ts';

/** A county at an address of a private network, which is not allowed for it. */
const HIDDEN = '140522';

interface Lane {
  readonly state: string;
  readonly lagEntries: number | null;
  readonly quarantine: { readonly code: string; readonly message: string } | null;
  readonly proof: { readonly isComplete: boolean } | null;
}

describe.skipIf(!DATABASE_KINDS[1].isAvailable)('npm start with COUNTIES', () => {
  let folder: string;
  let county: ServingCounty;
  let city: Server;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-'));
    county = await startCounty();
    await county.commit(region(COUNTY), office(), ...answers(0, 30));
    const counties = join(folder, 'counties.json');
    const named = { name: '沁水县', region: COUNTY, endpoint: county.url, allowPrivate: true };
    const hidden = { name: '阳城县', region: HIDDEN, endpoint: 'https://10.1.2.3' };
    await writeFile(counties, JSON.stringify([named, hidden]));
    const reading = readConfig({ DATA: join(folder, 'data'), PORT: '0', SAMPLE: 'no', COUNTIES: counties }, []);
    if ('problems' in reading) throw new Error(reading.problems.join('\n'));
    city = await startHub(reading.config, systemClock);
    await until(({ state }) => state === 'LIVE');
  }, 60_000);
  afterAll(async () => {
    await city.close('the test ended', 1_000);
    await county.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = async <Data>(query: string, headers: Readonly<Record<string, string>> = {}): Promise<Data> => {
    const response = await fetch(`${city.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'zh', ...headers },
      body: JSON.stringify({ query }),
    });
    return ((await response.json()) as { data: Data }).data;
  };
  const lane = async (): Promise<Lane | undefined> => {
    const fields = 'state lagEntries quarantine { code message } proof { isComplete }';
    const { aggregation } = await ask<{ aggregation: Lane[] }>(`{ aggregation(region: "${COUNTY}") { ${fields} } }`);
    return aggregation[0];
  };
  const until = async (fits: (lane: Lane) => boolean): Promise<void> => {
    for (let tries = 0; tries < 300; tries += 1) {
      const found = await lane();
      if (found !== undefined && fits(found)) return;
      await pause(100);
    }
    throw new Error(`The lane came to ${JSON.stringify(await lane())}.`);
  };
  const token = async (role: Role, code: string): Promise<Record<string, string>> => {
    const key = await readOrCreateSecret(join(folder, 'data'), TOKEN_KEY.file, TOKEN_KEY.bytes);
    const signed = await signToken({ role, regions: [code], sub: 'somebody', days: 1 }, key, systemClock);
    return { authorization: `Bearer ${signed}` };
  };
  /** The first events of a subscription, as the public gets them. */
  const first = async (query: string, count: number, act: () => Promise<void>): Promise<unknown[]> => {
    const leaving = new AbortController();
    const response = await fetch(`${city.url}/graphql`, {
      ...{ method: 'POST', signal: leaving.signal },
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query }),
    });
    const acting = pause(300).then(act);
    const events: unknown[] = [];
    let text = '';
    for await (const piece of response.body ?? []) {
      text += Buffer.from(piece as Uint8Array).toString();
      const found = [...text.matchAll(/^data: (\{.*\})$/gm)].map(([, data]) => JSON.parse(data ?? '') as unknown);
      events.splice(0, events.length, ...found);
      if (events.length >= count) break;
    }
    await acting;
    leaving.abort();
    return events;
  };

  it('serves what the county has, and its own subscribers see live what the county makes public', async () => {
    const query = `{ knowledgeAnswers(region: "${COUNTY}", first: 1) { totalCount } }`;
    expect(await ask(query)).toEqual({ knowledgeAnswers: { totalCount: 30 } });
    const events = await first('subscription { changed { subjectId origin { id } } }', 1, () =>
      county.commit(answer('live')),
    );
    const change = { subjectId: `answer-${COUNTY}-live`, origin: { id: county.ground.log.hub.id } };
    expect(events).toEqual([{ data: { changed: change } }]);
    expect(await ask(query)).toEqual({ knowledgeAnswers: { totalCount: 31 } });
  });

  it('is told apart from a county that is not reached, whose address only staff are told', async () => {
    const query = `{ aggregation(region: "${HIDDEN}") { state lagEntries fault { code message entry } } }`;
    const told = async (headers: Record<string, string>) => {
      const { aggregation } = await ask<{ aggregation: { fault: { code: string; message: string } }[] }>(
        query,
        headers,
      );
      expect(aggregation).toMatchObject([{ state: 'FAULTY', lagEntries: null, fault: { code: 'FORBIDDEN_ADDRESS' } }]);
      return aggregation[0]?.fault.message;
    };
    expect(await told({})).toBe('未能从对方平台取得数据，将自动重试；原有数据照常提供。');
    expect(await told(await token('OPERATOR', '140524'))).not.toContain('10.1.2.3');
    expect(await told(await token('OPERATOR', '140500'))).toContain('10.1.2.3');
  });

  it('tells of a quarantine live, in Chinese, and is released by an operator and nobody else', async () => {
    const events = await first(
      `subscription { aggregation(region: "${COUNTY}") { state quarantine { code } } }`,
      2,
      () => county.commit(...Array.from({ length: 20 }, (_one, n) => withdrawn(n))),
    );
    expect(events).toEqual([
      { data: { aggregation: { state: 'LIVE', quarantine: null } } },
      { data: { aggregation: { state: 'QUARANTINED', quarantine: { code: 'MANY_WITHDRAWN' } } } },
    ]);
    expect((await lane())?.quarantine?.message).toContain('撤回数量超过设定比例');
    expect(await ask(`{ knowledgeAnswers(region: "${COUNTY}", first: 1) { totalCount } }`)).toEqual({
      knowledgeAnswers: { totalCount: 31 },
    });
    const release = (headers: Record<string, string>, code = COUNTY) =>
      ask<{ releaseQuarantine: { __typename: string; refusals?: { code: string }[] } }>(
        `mutation { releaseQuarantine(region: "${code}") { __typename ... on Refused { refusals { code } } } }`,
        headers,
      );
    const refused = (code: string) => ({ releaseQuarantine: { __typename: 'Refused', refusals: [{ code }] } });
    expect(await release({})).toEqual(refused('SIGN_IN_NEEDED'));
    expect(await release(await token('PUBLISHER', '140500'))).toEqual(refused('ROLE_NOT_ALLOWED'));
    expect(await release(await token('OPERATOR', '140522'))).toEqual(refused('REGION_NOT_ALLOWED'));
    const operator = await token('OPERATOR', '140500');
    expect(await release(operator, '140524')).toEqual(refused('NOT_FOUND'));
    expect(await release(operator)).toEqual({ releaseQuarantine: { __typename: 'Lane' } });
    await until(({ state, proof }) => state === 'LIVE' && proof?.isComplete === true);
    expect(await release(operator)).toEqual(refused('STATUS_NOT_FITTING'));
    expect(await ask(`{ knowledgeAnswers(region: "${COUNTY}", first: 1) { totalCount } }`)).toEqual({
      knowledgeAnswers: { totalCount: 11 },
    });
  });
});
