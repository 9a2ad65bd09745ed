import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLACEMENTS, type TestHub } from '../support/hubs.ts';

const MARK = '张三丰之名';
const REFUSED = '__typename ... on Refused { refusals { code path message expected got } }';
const BY_VARIABLE = `mutation ($input: ReceiveApplicationInput!) { receiveApplication(input: $input) { ${REFUSED} } }`;
const APPLICANT = { name: MARK, contact: MARK, identification: MARK, kind: 'NATURAL_PERSON' };
const INPUT = { office: 'none', route: 'IN_PERSON', receivedOn: '2026-11-02', describes: MARK, applicant: APPLICANT };
const literal = (
  more: string,
) => `mutation { receiveApplication(input: { office: "none", route: IN_PERSON, receivedOn: "2026-11-02",
  describes: "${MARK}", applicant: { name: "${MARK}", contact: "${MARK}", identification: "${MARK}", kind: OTHER } ${more} }) { ${REFUSED} } }`;

const WRONG: readonly { readonly what: string; readonly query: string; readonly input?: unknown }[] = (
  [
    ['an office that is none', BY_VARIABLE, INPUT],
    ['a day that is none', BY_VARIABLE, { ...INPUT, receivedOn: MARK }],
    ['a route that is none', BY_VARIABLE, { ...INPUT, route: MARK }],
    ['a kind that is none', BY_VARIABLE, { ...INPUT, applicant: { ...APPLICANT, kind: MARK } }],
    ['a number that is none', BY_VARIABLE, { ...INPUT, items: MARK }],
    ['an object for a text', BY_VARIABLE, { ...INPUT, describes: { text: MARK } }],
    ['a text for an object', BY_VARIABLE, { ...INPUT, applicant: MARK }],
    ['a field that is none', BY_VARIABLE, { ...INPUT, [MARK]: MARK }],
    ['an applicant without a kind', BY_VARIABLE, { ...INPUT, applicant: { name: MARK } }],
    ['a text for all', BY_VARIABLE, MARK],
    ['nothing', BY_VARIABLE, null],
    ['text that is too long', BY_VARIABLE, { ...INPUT, describes: MARK.repeat(2_000) }],
    ['text that can not be stored', BY_VARIABLE, { ...INPUT, describes: `${MARK}\u0000` }],
    ['a literal day that is none', literal(`, items: "${MARK}"`)],
    ['a literal field that is none', literal(`, nonsense: "${MARK}"`)],
    ['a literal of another kind', literal(`, documentNumber: { a: "${MARK}" }`)],
    ['a literal enum that is none', literal(`, deliveryForm: "${MARK}"`)],
    ['a document that ends too early', `mutation { receiveApplication(input: { describes: "${MARK}" "${MARK}" `],
    ['a document with a text astray', `mutation { receiveApplication "${MARK}" }`],
  ] as readonly (readonly [string, string, unknown?])[]
).map(([what, query, input]) => ({ what, query, input }));

describe.each(PLACEMENTS)('the $placement hub', ({ isAvailable, start }) => {
  let hub: TestHub;
  beforeAll(async () => {
    if (isAvailable) hub = await start();
  }, 120_000);
  afterAll(async () => {
    if (isAvailable) await hub.close();
  });

  it.skipIf(!isAvailable).each(WRONG)('does not repeat what is personal when told $what', async ({ query, input }) => {
    const token = await hub.token('EDITOR', '140500');
    const answer = await hub.ask(query, input === undefined ? {} : { input }, token);
    const text = JSON.stringify(answer);
    expect(text).toMatch(/Refused|errors/);
    expect(text).not.toContain('"Something unexpected');
    expect(text).not.toContain(MARK);
  });

  it.skipIf(!isAvailable)('says where in a variable the mistake lies, and what was expected', async () => {
    const token = await hub.token('EDITOR', '140500');
    const input = { ...INPUT, receivedOn: MARK, applicant: { ...APPLICANT, kind: MARK } };
    const { errors } = await hub.ask(BY_VARIABLE, { input }, token);
    expect(errors?.map(({ message, extensions }) => [message, extensions?.['code']])).toEqual([
      ['Variable "$input" got an invalid value at "input.receivedOn". Expected a day YYYY-MM-DD.', 'BAD_USER_INPUT'],
      [
        'Variable "$input" got an invalid value at "input.applicant.kind". Expected a value of the enum "ApplicantKind".',
        'BAD_USER_INPUT',
      ],
    ]);
  });
});
