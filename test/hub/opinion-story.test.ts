import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { PLACEMENTS, type TestHub } from '../support/hubs.ts';

const REGION = '140525';
const WATCH = `subscription ($after: Cursor) { disclosures(after: $after, filter: { regions: ["${REGION}"] }) {
  kind subject payload opinionEvent { status stage } opinionResponse { body } knowledgeAnswer { question } } }`;
const REFUSED = '... on Refused { refusals { code } }';
/** An invented person, who is nowhere to be read. */
const [NAME, PHONE] = ['欧阳小样', '13800001234'];

interface Change {
  readonly kind: string;
  readonly subject: string;
  readonly payload: Record<string, unknown>;
  readonly [field: string]: unknown;
}

interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

describe.each(PLACEMENTS)('public concern in the $placement hub', ({ isAvailable, start }) => {
  let hub: TestHub;
  let office: string;
  beforeAll(async () => {
    if (!isAvailable) return;
    hub = await start();
    const { data } = await hub.ask(
      `{ region(code: "${REGION}") { institutions(first: 1) { edges { node { id } } } } }`,
    );
    const { region } = data as { region: { institutions: { edges: { node: { id: string } }[] } } };
    office = region.institutions.edges[0]?.node.id ?? '';
  }, 120_000);
  afterAll(async () => {
    if (isAvailable) await hub.close();
  });

  /** Calls a mutation as the county's publisher. */
  const call = async (field: string, declared: string, variables: object, shown = 'id'): Promise<Outcome> => {
    const names = Object.keys(variables).map((name) => `${name}: $${name}`);
    const type = field === 'receiveInquiry' || field.endsWith('Inquiry') ? 'Inquiry' : 'OpinionEvent';
    const query = `mutation (${declared}) { ${field}(${names.join(', ')}) { __typename ... on ${type} { ${shown} } ${REFUSED} } }`;
    const { data, errors } = await hub.ask(query, { ...variables }, await hub.token('PUBLISHER', REGION));
    expect(errors).toBeUndefined();
    return (data as Record<string, Outcome>)[field] as Outcome;
  };
  const step = (field: string, type: string, id: string, input: object) =>
    call(field, `$id: ID!, $input: ${type}!`, { id, input }, 'id stage');

  const watch = async (after: string, until: (change: Change) => boolean): Promise<Change[]> => {
    const client = createClient({ url: hub.url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
    const seen: Change[] = [];
    for await (const { data } of client.iterate<{ disclosures: Change }>({ query: WATCH, variables: { after } })) {
      if (data == null) continue;
      seen.push(data.disclosures);
      if (until(data.disclosures)) break;
    }
    client.terminate();
    await client.dispose();
    return seen;
  };

  it.skipIf(!isAvailable)(
    'goes from its detection to its closing while a subscriber watches, and names nobody',
    async () => {
      const { data } = await hub.ask('{ changes(first: 1) { head } }');
      const { head } = (data as { changes: { head: string } }).changes;
      const watched = watch(head, ({ payload }) => payload['status'] === 'CLOSED');

      const input = {
        ...{ region: REGION, title: `患者${NAME}反映收费，电话${PHONE}`, source: 'WEIBO', topic: '收费' },
        detectedAt: new Date(Date.now() - 3_600_000).toISOString(),
      };
      const { id } = await call('detectOpinionEvent', '$input: DetectOpinionEventInput!', { input });
      expect((await hub.ask(`{ opinionEvent(id: "${id}") { id } }`)).data).toEqual({ opinionEvent: null });
      const judged = { severity: 'MAJOR', verificationAsked: true, reason: '影响较大' };
      expect(await step('judgeOpinionEvent', 'JudgeOpinionEventInput', id, judged)).toMatchObject({ stage: 'JUDGED' });
      await step('assignOpinionEvent', 'AssignOpinionEventInput', id, { office });
      const rumoured = await call(
        'recordRumour',
        '$event: ID!, $claim: String!',
        { event: id, claim: '医院停诊' },
        'id rumours { id }',
      );
      const rumour = (rumoured['rumours'] as { id: string }[])[0]?.id;
      const answer = { body: `已退费。联系人：${NAME}，${PHONE}。`, channels: ['NEW_MEDIA'], refutes: [rumour] };
      expect(await step('respondToOpinionEvent', 'RespondInput', id, answer)).toMatchObject({ stage: 'ANSWERED' });
      const early = await call('closeOpinionEvent', '$id: ID!', { id });
      expect(early).toMatchObject({ __typename: 'Refused' });
      await step('reportFindings', 'ReportFindingsInput', id, { finding: '属实', reportedTo: office });
      const proof = [{ title: '回访记录', url: 'https://example.org/1' }];
      await step('verifyOpinionEvent', 'VerifyOpinionEventInput', id, { isSatisfactory: true, evidence: proof });
      expect(await call('closeOpinionEvent', '$id: ID!', { id }, 'id stage')).toMatchObject({ stage: 'CLOSED' });

      const seen = await watched;
      expect(seen.filter(({ kind }) => kind === 'PUBLISHED').map(({ subject }) => subject)).toEqual([
        'OPINION_EVENT',
        'OPINION_RESPONSE',
      ]);
      expect(seen.find(({ subject }) => subject === 'OPINION_RESPONSE')?.payload).toMatchObject({
        refutes: [{ id: rumour, claim: '医院停诊' }],
      });
      expect(seen.at(-1)).toMatchObject({ subject: 'OPINION_EVENT', payload: { status: 'CLOSED', severity: 'MAJOR' } });
      const text = JSON.stringify(seen);
      expect(text).not.toContain(NAME);
      expect(text).not.toContain(PHONE);
    },
    60_000,
  );

  it.skipIf(!isAvailable)('is answered to whoever holds the receipt, and to nobody else', async () => {
    const input = {
      ...{ region: REGION, route: 'WEBSITE_MESSAGE', kind: 'CONSULTATION', isSimple: true, office },
      ...{ title: '如何预约', body: `我是${NAME}，想预约。`, name: NAME, contact: PHONE },
    };
    const received = await call('receiveInquiry', '$input: ReceiveInquiryInput!', { input }, 'id receipt');
    const answered = await step('answerInquiry', 'AnswerInquiryInput', received.id, { answer: '可网上预约。' });
    expect(answered).toMatchObject({ stage: 'ANSWERED' });
    const query =
      'query ($receipt: String!) { inquiryByReceipt(receipt: $receipt) { stage deadlines { kind state } } }';
    const { data } = await hub.ask(query, { receipt: received['receipt'] });
    expect(data).toEqual({
      inquiryByReceipt: { stage: 'ANSWERED', deadlines: [{ kind: 'REPLY', state: 'MET' }] },
    });
    expect((await hub.ask(query, { receipt: '140525-20261125-AAAAAA-AAAAAAA' })).data).toEqual({
      inquiryByReceipt: null,
    });
    const open = await hub.ask(`{ inquiry(id: "${received.id}") { stage title body name contact receipt } }`);
    expect(JSON.stringify(open)).not.toMatch(new RegExp(`${NAME}|${PHONE}|${String(received['receipt'])}|如何预约`));
    expect(open.data).toMatchObject({ inquiry: { stage: 'ANSWERED', body: null, name: null, contact: null } });
  });
});
