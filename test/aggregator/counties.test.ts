import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { CountiesProblem, readCounties } from '../../aggregator/counties.ts';
import { CHANGE_SUBJECTS } from '../../core/change.ts';

const QINSHUI = { name: '沁水县', region: '140521', endpoint: 'https://qinshui.example.org' };
const SECRET = 'eyJhbGciOi.very-secret.token';

const read = (list: unknown, env: Record<string, string> = {}) => readCounties(JSON.stringify(list), env);

function problemsOf(text: string, env: Record<string, string> = {}): readonly string[] {
  try {
    readCounties(text, env);
  } catch (error) {
    if (error instanceof CountiesProblem) {
      for (const problem of error.problems) expect(error.message).toContain(problem);
      return error.problems;
    }
    throw error;
  }
  throw new Error('The list was taken.');
}

describe('the list of counties', () => {
  it('takes a county with what it must have, and fills in the rest', () => {
    const [county] = read([QINSHUI]);
    expect(county).toMatchObject({ ...QINSHUI, mostWithdrawn: 0.25, allowPrivate: false });
    expect(county?.subjects).toEqual(CHANGE_SUBJECTS.filter((subject) => subject !== 'WORKING_CALENDAR'));
    expect(county?.authorization()).toEqual({});
    expect(read([])).toEqual([]);
  });

  it('pulls regions and institutions whatever subjects are named', () => {
    const [county] = read([{ ...QINSHUI, subjects: ['PRICE', 'DOCUMENT'] }]);
    expect(county?.subjects).toEqual(['REGION', 'INSTITUTION', 'DOCUMENT', 'PRICE']);
  });

  it.each([
    ['https://hub.example.org/', 'https://hub.example.org'],
    ['https://hub.example.org:8443/county/', 'https://hub.example.org:8443/county'],
    ['https://hub.example.org/graphql', 'https://hub.example.org'],
    ['https://hub.example.org/county/graphql/', 'https://hub.example.org/county'],
  ])('takes the endpoint %s as %s', (endpoint, expected) => {
    expect(read([{ ...QINSHUI, endpoint }])[0]?.endpoint).toBe(expected);
  });

  it.each([
    ['http://hub.example.org', 'got http://'],
    ['ftp://hub.example.org', 'got one that begins with ftp:'],
    ['hub.example.org', 'got something else'],
    ['https://clerk:secret@hub.example.org', 'with credentials'],
    ['https://hub.example.org?key=secret', 'with a query'],
    ['https://clerk@hub.example.org/?#secret', 'with credentials and a query and a fragment'],
    [undefined, 'got nothing'],
    [7, 'got something else'],
  ])('refuses the endpoint %s without repeating it', (endpoint, expected) => {
    const [problem, ...others] = problemsOf(JSON.stringify([{ ...QINSHUI, endpoint }]));
    expect(problem).toMatch(/^\[0\]\.endpoint: expected /);
    expect(problem).toContain(expected);
    expect(problem).not.toContain('secret');
    expect(others).toEqual([]);
  });

  it('takes plain http in a network of its own', () => {
    const endpoint = 'http://10.1.2.3:4000';
    expect(read([{ ...QINSHUI, endpoint, allowPrivate: true }])[0]).toMatchObject({ endpoint, allowPrivate: true });
  });

  it('tells all problems at once, each with its place', () => {
    const list = [
      { ...QINSHUI, region: '14052', mostWithdrawn: 1.5, token: 'two words', endpoint: 'http://a.example' },
      'a county',
      {
        ...QINSHUI,
        name: ' ',
        subjects: ['DOCUMENT', 'WORKING_CALENDAR'],
        allowPrivate: 'yes',
        tokne: 'x',
        region: '140500',
      },
      { ...QINSHUI, token: { env: 'TOKEN_A' } },
      { ...QINSHUI, name: '甲', region: '140581', token: { env: 'TOKEN_B' } },
    ];
    expect([...problemsOf(JSON.stringify(list), { TOKEN_B: 'not one token' })].sort()).toEqual([
      '[0].endpoint: expected https://, or "allowPrivate": true for a network of your own; got http://',
      '[0].mostWithdrawn: expected a share from 0 to 1, got 1.5',
      '[0].region: expected the six digits of a region code, such as 140521, got "14052"',
      '[0].token: expected a token without white space, or { "env": "NAME" } with the name of a variable that holds one, got 9 characters that do not fit',
      '[1].endpoint: expected a URL such as https://hub.example.org, got nothing',
      '[1]: expected an object, got 8 characters that do not fit',
      '[2].allowPrivate: expected true or false, got "yes"',
      '[2].name: expected a name of 1 to 100 characters, got " "',
      expect.stringMatching(
        /^\[2\]\.subjects\[1\]: expected a list of subjects, each one of REGION .*, got "WORKING_CALENDAR"$/,
      ),
      '[2]: expected no other members than name region endpoint token subjects mostWithdrawn allowPrivate; got "tokne"',
      '[3].name: expected another name than that of [0], got "沁水县"',
      '[3].region: expected a region beside that of [2], 140500; got 140521, which overlaps it',
      '[3].token.env: expected the variable "TOKEN_A" to hold a token, got nothing',
      '[4].region: expected a region beside that of [2], 140500; got 140581, which overlaps it',
      '[4].token.env: expected the variable "TOKEN_B" to hold a token, got 13 characters that are no token',
    ]);
  });

  it.each([
    ['{}', ['expected a list of counties, got something else (object)']],
    [`[\n  { "token": "${SECRET}", oops }\n]`, ['expected JSON, got text that is none at line 2, column 46']],
    [`[{ "token": "${SECRET}"`, ['expected JSON, got text that is none at line 1, column 43']],
    ['[', ['expected JSON, got text that is none at its end']],
    [
      `[{ "token": "${SECRET}", "region": oops }]`,
      [expect.stringMatching(/^expected JSON, got text that is none(?: at .*)?$/)],
    ],
  ])('says where %s is no list, and nothing of what stands there', (text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  it.each([
    ['in the list', SECRET],
    ['in a variable', { env: 'COUNTY_TOKEN' }],
  ])('keeps a token that stands %s out of everything that is printed', (_where, token) => {
    const [county] = read([{ ...QINSHUI, token }], { COUNTY_TOKEN: `${SECRET}\n` });
    expect(county?.authorization()).toEqual({ authorization: `Bearer ${SECRET}` });
    const printed = [
      ...[inspect(county, { showHidden: true, depth: null }), JSON.stringify(county)],
      ...[JSON.stringify(Object.getOwnPropertyDescriptors(county))],
      inspect(structuredClone(county)),
    ];
    for (const text of printed) expect(text).not.toContain('secret');
    expect(county?.redacted(`no such token ${SECRET}.`)).toBe('no such token ….');
  });

  it('repeats no token of another place in its problems', () => {
    const problems = problemsOf(
      JSON.stringify([{ ...QINSHUI, token: { env: 'A', value: SECRET } }, { token: [SECRET] }]),
    );
    expect(problems.join('\n')).not.toContain('secret');
    expect(problems.length).toBeGreaterThan(2);
  });
});
