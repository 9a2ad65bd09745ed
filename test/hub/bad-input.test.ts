import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLACEMENTS, type Answer, type TestHub } from '../support/hubs.ts';

const CASES = [
  ['an unknown field', '{ region(code: "140500") { nonsense } }', {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['a document that is no GraphQL', '{ region(', {}, 400, 'GRAPHQL_PARSE_FAILED'],
  [
    'a day that is none',
    'query ($on: Date) { region(code: "140500") { coverage(on: $on) { items } } }',
    { on: '2026-02-30' },
    400,
    'BAD_USER_INPUT',
  ],
  [
    'text with U+0000',
    'query ($text: String) { documents(filter: { text: $text }) { totalCount } }',
    { text: 'a\u0000b' },
    400,
    'BAD_USER_INPUT',
  ],
  ['U+0000 in the document', '{ documents(filter: { text: "a\\u0000b" }) { totalCount } }', {}, 400, 'BAD_USER_INPUT'],
  ['a page too large', '{ documents(first: 101) { totalCount } }', {}, 400, 'LIMIT_EXCEEDED'],
  ['a page of nothing', '{ documents(first: 0) { totalCount } }', {}, 200, 'LIMIT_EXCEEDED'],
  [
    'a cursor of no list',
    '{ documents(after: "nonsense") { totalCount edges { cursor } } }',
    {},
    200,
    'CURSOR_INVALID',
  ],
  ['a cursor of no log', '{ changes(after: "nonsense", first: 1) { head } }', {}, 200, 'CURSOR_INVALID'],
  [
    'a region code of two digits',
    '{ region(code: "14") { coverage { items } } documents(filter: { region: "14" }) { totalCount } }',
    {},
    200,
    'BAD_USER_INPUT',
  ],
  [
    'a document nested thousands of levels deep',
    `{ documents(filter: ${'['.repeat(2300)}${']'.repeat(2300)}) { totalCount } }`,
    {},
    400,
    'LIMIT_EXCEEDED',
  ],
] as const;

/** What must not depend on where the subgraphs run. */
const outline = ({ status, data, errors }: Answer) => ({
  status,
  data,
  errors: errors?.map(({ message, path, extensions }) => ({ message, path, code: extensions?.['code'] })),
});
const answers = new Map<string, unknown>();

describe.each(PLACEMENTS)('the $placement hub', ({ isAvailable, start }) => {
  let hub: TestHub;
  beforeAll(async () => {
    if (isAvailable) hub = await start();
  }, 120_000);
  afterAll(async () => {
    if (isAvailable) await hub.close();
  });

  it.skipIf(!isAvailable).each(CASES)(
    'answers %s clearly, and as the other placement does',
    async (...[name, query, variables, status, code]) => {
      const answer = await hub.ask(query, variables);
      expect(answer.errors?.[0]?.extensions?.['code']).toBe(code);
      expect(answer.status).toBe(status);
      expect(JSON.stringify(answer)).not.toMatch(/at .*\.(ts|js):\d+/);
      const other = answers.get(name);
      if (other === undefined) answers.set(name, outline(answer));
      else expect(outline(answer)).toEqual(other);
    },
  );
});
