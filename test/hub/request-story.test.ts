import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLACEMENTS, type TestHub } from '../support/hubs.ts';

const STAFF = await readFile(new URL('../contract/operations/staff.graphql', import.meta.url), 'utf8');
const RECEIVE = STAFF.slice(STAFF.indexOf('mutation ReceiveApplication'));
const NOW = new Date('2026-11-24T02:00:00.000Z');
const APPLICANT = { name: '申请人甲', contact: '样例路1号', identification: 'ID-0001', kind: 'NATURAL_PERSON' };
const CASE = 'id answerDueOn stage result isLate provisional';

interface Answered {
  readonly id: string;
  readonly answerDueOn: string | null;
  readonly consultations?: readonly { readonly id: string; readonly outcome: string }[];
  readonly deadlineTrace?: readonly { readonly on: string; readonly counted: boolean; readonly why: string }[];
  readonly refusals?: readonly { readonly code: string; readonly rules: readonly string[] }[];
  readonly [field: string]: unknown;
}

/**
 * The days are counted by hand on the calendar of autumn 2026: 25 September a holiday, 1 to 7 October too, the Sunday
 * 20 September and the Saturday 10 October worked.
 */
describe.each(PLACEMENTS)('a request for disclosure in the $placement hub', ({ isAvailable, start }) => {
  let hub: TestHub;
  let token: string;
  let office: string;
  let id: string;
  beforeAll(async () => {
    if (!isAvailable) return;
    hub = await start({ now: () => NOW });
    const { data } = await hub.ask(
      '{ region(code: "140521") { institutions(kind: HEALTH_AUTHORITY) { edges { node { id } } } } }',
    );
    const { region } = data as { region: { institutions: { edges: { node: { id: string } }[] } } };
    office = region.institutions.edges[0]?.node.id ?? '';
    token = await hub.token('EDITOR', '140521', 'answering-1', office);
  }, 120_000);
  afterAll(async () => {
    if (isAvailable) await hub.close();
  });

  const call = async (text: string, selection = CASE): Promise<Answered> => {
    const query = `mutation { answer: ${text} { ... on DisclosureApplication { ${selection} } ... on Refused { refusals { code rules } } } }`;
    const { data, errors } = await hub.ask(query, {}, token);
    expect(errors).toBeUndefined();
    return (data as { answer: Answered }).answer;
  };
  const receive = async (input: object = {}): Promise<Answered> => {
    const whole = {
      office,
      route: 'SIGNED_MAIL',
      receivedOn: '2026-09-01',
      describes: '样例：预防接种经费决算',
      applicant: APPLICANT,
      ...input,
    };
    const { data, errors } = await hub.ask(RECEIVE, { input: whole }, token);
    expect(errors).toBeUndefined();
    return (data as { receiveApplication: Answered }).receiveApplication;
  };
  const read = async (selection: string, viewer: string | undefined): Promise<Record<string, unknown> | null> => {
    const { data } = await hub.ask(
      `query ($id: ID!) { disclosureApplication(id: $id) { ${selection} } }`,
      { id },
      viewer,
    );
    return (
      (data as { disclosureApplication: Record<string, unknown> | null } | undefined)?.disclosureApplication ?? null
    );
  };

  it.skipIf(!isAvailable)('is registered with a number, and answered within 20 working days', async () => {
    const received = await receive();
    id = received.id;
    expect(received).toMatchObject({ registrationNumber: '2026-00001', answerDueOn: '2026-09-29', provisional: false });
    expect(received.deadlineTrace?.filter(({ counted }) => counted)).toHaveLength(20);
    expect(received.deadlineTrace?.find(({ on }) => on === '2026-09-20')).toMatchObject({ why: 'MAKE_UP_DAY' });
    expect(await receive({ receivedOn: '2026-09-02' })).toMatchObject({ registrationNumber: '2026-00002' });
  });

  it.skipIf(!isAvailable)('is corrected once, and its days count anew from the correction', async () => {
    const late = `askForCorrection(id: "${id}", askedOn: "2026-09-11", correctBy: "2026-09-30", what: "请写明年度")`;
    expect((await call(late)).refusals).toMatchObject([{ code: 'DAY_TOO_FAR', rules: ['R5'] }]);
    const asked = `askForCorrection(id: "${id}", askedOn: "2026-09-08", correctBy: "2026-09-22", what: "请写明年度")`;
    expect(await call(asked)).toMatchObject({ answerDueOn: null, stage: 'AWAITING_CORRECTION' });
    expect((await call(asked)).refusals?.length).toBeGreaterThan(0);
    const corrected = `recordCorrection(id: "${id}", correctedOn: "2026-09-14", describes: "样例：2025年预防接种经费决算")`;
    expect(await call(corrected)).toMatchObject({ answerDueOn: '2026-10-16', stage: 'HANDLING' });
  });

  it.skipIf(!isAvailable)('stands still while a third party is asked', async () => {
    const sent = `consultThirdParty(id: "${id}", party: "样例公司", sentOn: "2026-09-21", deliveredOn: "2026-09-22")`;
    const open = await call(sent, `${CASE} consultations { id outcome answerBy }`);
    expect(open).toMatchObject({ answerDueOn: '2026-11-09', consultations: [{ answerBy: '2026-10-20' }] });
    const early = `answerApplication(id: "${id}", result: GRANTED, answeredOn: "2026-09-24", note: "予以公开")`;
    expect((await call(early)).refusals).toMatchObject([{ code: 'CONSULTATION_OPEN' }]);
    const consultation = open.consultations?.[0]?.id ?? '';
    const replied = `recordConsultationReply(consultation: "${consultation}", repliedOn: "2026-09-28", reply: CONSENTED)`;
    const after = await call(replied, `${CASE} deadlineTrace { on counted why }`);
    expect(after.answerDueOn).toBe('2026-10-22');
    const paused = after.deadlineTrace?.filter(({ why }) => why === 'CONSULTATION').map(({ on }) => on);
    expect(paused).toEqual(['2026-09-22', '2026-09-23', '2026-09-24', '2026-09-28']);
  });

  it.skipIf(!isAvailable)('is put off once, answered in time and archived', async () => {
    const extend = `extendApplication(id: "${id}", days: 10, approvedBy: "head-1", toldOn: "2026-10-20", reason: "材料较多")`;
    expect(await call(extend)).toMatchObject({ answerDueOn: '2026-11-05' });
    expect((await call(extend)).refusals).toMatchObject([{ rules: ['R4'] }]);
    const answer = `answerApplication(id: "${id}", result: GRANTED, answeredOn: "2026-11-05", note: "予以公开，附件为决算表")`;
    expect(await call(answer)).toMatchObject({ stage: 'ANSWERED', result: 'GRANTED', isLate: false });
    expect(await call(`archiveApplication(id: "${id}")`)).toMatchObject({
      stage: 'ARCHIVED',
    });
  });

  it.skipIf(!isAvailable)('shows whose it is to its own office alone', async () => {
    const whole = 'registrationNumber describes applicant { name contact }';
    expect(await read(whole, token)).toEqual({
      registrationNumber: '2026-00001',
      describes: '样例：预防接种经费决算',
      applicant: { name: '申请人甲', contact: '样例路1号' },
    });
    const hidden = { registrationNumber: '2026-00001', describes: null, applicant: null };
    expect(await read(whole, await hub.token('PUBLISHER', '140521'))).toEqual(hidden);
    expect(await read(whole, await hub.token('PUBLISHER', '140500'))).toEqual(hidden);
    for (const viewer of [undefined, await hub.token('EDITOR', '140522'), await hub.token('AGGREGATOR', '140500')]) {
      expect(await read(whole, viewer)).toBeNull();
    }
  });
});
