import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLACEMENTS, type TestHub } from '../support/hubs.ts';

const STAFF = await readFile(new URL('../contract/operations/staff.graphql', import.meta.url), 'utf8');
const text = (name: string): string => {
  const start = STAFF.indexOf(`mutation ${name}`);
  const next = STAFF.indexOf('\nmutation ', start + 1);
  return STAFF.slice(start, next === -1 ? undefined : next);
};

interface Refused {
  readonly __typename: string;
  readonly id?: string;
  readonly refusals?: readonly {
    readonly code: string;
    readonly message: string;
    readonly path: string[];
    readonly rules: string[];
  }[];
}

describe.each(PLACEMENTS)('staff of the $placement hub', ({ isAvailable, start }) => {
  let hub: TestHub;
  let issuer: string;
  beforeAll(async () => {
    if (!isAvailable) return;
    hub = await start();
    const answer = await hub.ask(
      '{ region(code: "140428") { institutions(kind: HEALTH_AUTHORITY) { edges { node { id } } } } }',
    );
    const { region } = answer.data as { region: { institutions: { edges: { node: { id: string } }[] } } };
    issuer = region.institutions.edges[0]?.node.id ?? '';
  }, 120_000);
  afterAll(async () => {
    if (isAvailable) await hub.close();
  });

  const run = async (name: string, variables: Record<string, unknown>, token?: string): Promise<Refused> => {
    const answer = await hub.ask(text(name), variables, token);
    expect(answer.errors).toBeUndefined();
    return Object.values(answer.data ?? {})[0] as Refused;
  };
  const draft = (more: object = {}) => ({
    input: { issuer, title: '关于测试的通知', body: '正文', isPolicy: false, attribute: 'PROACTIVE', ...more },
  });
  const codes = (answer: Refused) => answer.refusals?.map(({ code }) => code);

  it.skipIf(!isAvailable)('are asked to sign in before they draft, in Chinese, with the answer as data', async () => {
    const answer = await run('DraftDocument', draft());
    expect(codes(answer)).toEqual(['SIGN_IN_NEEDED']);
    expect(answer.refusals?.[0]?.message).toContain('登录');
  });

  it.skipIf(!isAvailable)('get every reason at once: role, region and input', async () => {
    const token = await hub.token('REVIEWER', '140521');
    const answer = await run('DraftDocument', draft({ title: '', documentNumber: '长子卫体字2021年48号' }), token);
    expect(codes(answer)).toEqual([
      'ROLE_NOT_ALLOWED',
      'REGION_NOT_ALLOWED',
      'VALUE_MISSING',
      'DOCUMENT_NUMBER_MALFORMED',
    ]);
  });

  it.skipIf(!isAvailable)('publish a document only after three other accounts signed, and not twice', async () => {
    const publisher = await hub.token('PUBLISHER', '140428');
    const drafted = await run('DraftDocument', draft(), await hub.token('EDITOR', '140428'));
    const id = drafted.id ?? '';
    expect(drafted.__typename).toBe('Document');
    const early = await run('PublishDocument', { id }, publisher);
    expect(codes(early)).toEqual(['REVIEW_INCOMPLETE']);
    for (const account of ['reviewer-a', 'reviewer-b', 'reviewer-c']) {
      const signed = await hub.ask(
        'mutation ($id: ID!) { signReviewPass(id: $id) { __typename ... on Document { status } } }',
        { id },
        await hub.token('REVIEWER', '140428', account),
      );
      expect(signed.data).toMatchObject({ signReviewPass: { __typename: 'Document' } });
    }
    const hidden = await hub.ask('query ($id: ID!) { document(id: $id) { title } }', { id });
    expect(hidden.data).toEqual({ document: null });
    const both = await Promise.all([
      run('PublishDocument', { id }, publisher),
      run('PublishDocument', { id }, publisher),
    ]);
    expect(both.map((answer) => answer.__typename).toSorted()).toEqual(['Document', 'Refused']);
    const shown = await hub.ask('query ($id: ID!) { document(id: $id) { title } }', { id });
    expect(shown.data).toEqual({ document: { title: '关于测试的通知' } });
    const withdrawn = await run('WithdrawDocument', { id, reason: 'PUBLISHED_IN_ERROR', note: '测试' }, publisher);
    expect(withdrawn.__typename).toBe('Document');
    expect((await hub.ask('query ($id: ID!) { document(id: $id) { title } }', { id })).data).toEqual({
      document: null,
    });
  });

  it.skipIf(!isAvailable)('record and answer a matter of public concern', async () => {
    const token = await hub.token('PUBLISHER', '140500');
    const input = {
      region: '140521',
      title: '测试舆情',
      source: 'WEIBO',
      detectedAt: '2026-11-01T00:00:00Z',
      severity: 'MAJOR',
    };
    const recorded = (await run('RecordOpinionEvent', { input }, token)) as Refused & { responseDueAt: string };
    expect(recorded).toMatchObject({ __typename: 'OpinionEvent', responseDueAt: '2026-11-02T00:00:00.000Z' });
    const answered = await run(
      'RespondToOpinionEvent',
      { id: recorded.id, input: { body: '回应', channels: ['NEW_MEDIA'] } },
      token,
    );
    expect(answered).toMatchObject({ __typename: 'OpinionEvent', status: 'RESPONDED' });
  });

  it.skipIf(!isAvailable)('bring a county’s catalogue from the city’s edition to approval', async () => {
    const call = async (mutation: string, token: string): Promise<Refused & { status?: string }> => {
      const refused = '... on Refused { refusals { code rules } }';
      const answer = await hub.ask(
        `mutation { ${mutation} { __typename ... on Catalogue { id status } ${refused} } }`,
        {},
        token,
      );
      expect(answer.errors).toBeUndefined();
      return Object.values(answer.data ?? {})[0] as Refused & { status?: string };
    };
    const [editor, reviewer] = [await hub.token('EDITOR', '140521'), await hub.token('REVIEWER', '140500')];
    const draft = await call('deriveCatalogue(input: { region: "140521", edition: "2026" })', editor);
    const id = draft.id ?? '';
    const hidden = await hub.ask('query ($id: ID!) { catalogueEdition(id: $id) { id } }', { id });
    expect(hidden.data).toEqual({ catalogueEdition: null });
    expect(codes(await call(`approveCatalogue(id: "${id}")`, reviewer))).toEqual(['STATUS_NOT_FITTING']);
    expect((await call(`fileCatalogue(id: "${id}")`, editor)).status).toBe('FILED');
    expect(codes(await call(`approveCatalogue(id: "${id}")`, editor))).toEqual(['ROLE_NOT_ALLOWED']);
    expect((await call(`approveCatalogue(id: "${id}")`, reviewer)).status).toBe('APPROVED');
    const fields =
      'edition status items(first: 1) { totalCount } lacks { kind } region { coverage { items disclosed } }';
    const shown = await hub.ask(`{ catalogue(region: "140521") { ${fields} } }`);
    expect(shown.errors).toBeUndefined();
    expect(shown.data).toMatchObject({
      catalogue: {
        ...{ edition: '2026', status: 'APPROVED', items: { totalCount: 198 }, lacks: [] },
        region: { coverage: { items: 197, disclosed: 96 } },
      },
    });
  });

  it.skipIf(!isAvailable)('are turned away with 401 for a forged token', async () => {
    const token = await hub.token('PUBLISHER', '140428');
    const answer = await hub.ask('{ hub { id } }', {}, `${token.slice(0, -4)}AAAA`);
    expect(answer.status).toBe(401);
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });
});
