import { z } from 'zod';
import { CHANGE_SUBJECTS } from '../core/change.ts';
import { regionRange } from '../core/region-code.ts';
import { endpointOf } from './endpoint.ts';
import { County } from './county.ts';
import { placeIn } from './json-place.ts';

export { County } from './county.ts';

/** The list of county hubs can not be used; the message names everything that is wrong with it. */
export class CountiesProblem extends Error {
  override readonly name = 'CountiesProblem';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The list of counties can not be used:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads the list of the county hubs (县级枢纽) that this hub pulls from: a JSON list of objects with `name`, `region` and
 * `endpoint`, and if need be `token` (text, or `{ "env": "NAME" }`), `subjects`, `mostWithdrawn` and `allowPrivate`.
 *
 * @param env - where tokens stand that the list only names
 * @throws CountiesProblem with all problems at once, none of which repeats a token
 */
export function readCounties(text: string, env: Readonly<Record<string, string | undefined>>): readonly County[] {
  const list = parsed(text);
  if (!Array.isArray(list)) throw new CountiesProblem([`expected a list of counties, got ${kindOf(list)}`]);
  const problems: string[] = [];
  const read = list.map((item: unknown, index) => countyOf(item, `[${index}]`, { env, problems }));
  problems.push(...overlaps(list), ...repeatedNames(list));
  const counties = read.filter((county) => county !== null);
  if (problems.length > 0) throw new CountiesProblem(problems);
  return counties;
}

const TOKEN = /^[\x21-\x7e]{1,8192}$/;
const REGION = /^[1-9]\d{5}$/;

/** The members of a county and what completes the sentence "expected …" for each. */
const EXPECTED: Readonly<Record<string, string>> = {
  name: 'a name of 1 to 100 characters',
  region: 'the six digits of a region code, such as 140521',
  endpoint: 'a text with the URL of the hub',
  token: 'a token without white space, or { "env": "NAME" } with the name of a variable that holds one',
  subjects: `a list of subjects, each one of ${CHANGE_SUBJECTS.filter(isOfARegion).join(' ')}`,
  mostWithdrawn: 'a share from 0 to 1',
  allowPrivate: 'true or false',
};

const settings = z.strictObject({
  name: z.string().trim().min(1).max(100),
  region: z.string().regex(REGION),
  endpoint: z.string(),
  token: z.union([z.string().regex(TOKEN), z.strictObject({ env: z.string().min(1) })]).optional(),
  subjects: z.array(z.enum(CHANGE_SUBJECTS.filter(isOfARegion))).default(CHANGE_SUBJECTS.filter(isOfARegion)),
  mostWithdrawn: z.number().min(0).max(1).default(0.25),
  allowPrivate: z.boolean().default(false),
});

/** Working calendars are of no region, so no county has one to give. */
function isOfARegion<Subject extends string>(subject: Subject): subject is Exclude<Subject, 'WORKING_CALENDAR'> {
  return subject !== 'WORKING_CALENDAR';
}

interface Reading {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly problems: string[];
}

function countyOf(item: unknown, at: string, { env, problems }: Reading): County | null {
  const reading = settings.safeParse(item);
  if (!reading.success) problems.push(...reading.error.issues.flatMap((issue) => problemsOf(issue, item, at)));
  const given = typeof item === 'object' && item !== null ? (item as Readonly<Record<string, unknown>>) : {};
  const endpoint = endpointOf(given['endpoint'], given['allowPrivate'] === true);
  if ('problem' in endpoint) problems.push(`${at}.endpoint: ${endpoint.problem}`);
  if (!reading.success) return null;
  const token = tokenOf(reading.data.token, `${at}.token`, { env, problems });
  return 'problem' in endpoint ? null : new County({ ...reading.data, endpoint: endpoint.url, token });
}

/** One sentence for each thing that is wrong with a member; of tokens and endpoints no value is told. */
function problemsOf(issue: z.core.$ZodIssue, item: unknown, at: string): readonly string[] {
  const [member] = issue.path;
  if (issue.code === 'unrecognized_keys' && member === undefined) {
    const known = Object.keys(EXPECTED).join(' ');
    return issue.keys.map((key) => `${at}: expected no other members than ${known}; got ${JSON.stringify(key)}`);
  }
  if (typeof member !== 'string') return [`${at}: expected an object, got ${kindOf(item)}`];
  // Said in full by whoever reads the endpoint.
  if (member === 'endpoint') return [];
  const path = `${at}${issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')}`;
  const value = issue.path.reduce<unknown>((within, step) => (within as Record<PropertyKey, unknown>)[step], item);
  return [
    `${path}: expected ${EXPECTED[member] ?? 'something else'}, got ${member === 'token' ? kindOf(value) : shown(value)}`,
  ];
}

function tokenOf(
  token: string | { readonly env: string } | undefined,
  at: string,
  { env, problems }: Reading,
): string | null {
  if (token === undefined) return null;
  if (typeof token === 'string') return token;
  const found = (env[token.env] ?? '').trim();
  if (TOKEN.test(found)) return found;
  const got = found === '' ? 'nothing' : `${found.length} characters that are no token`;
  problems.push(`${at}.env: expected the variable ${JSON.stringify(token.env)} to hold a token, got ${got}`);
  return null;
}

function overlaps(list: readonly unknown[]): readonly string[] {
  const ranges = list.map((item) => {
    const code = memberOf(item, 'region');
    return typeof code === 'string' && REGION.test(code) ? { code, ...regionRange(code) } : null;
  });
  return ranges.flatMap((one, index) =>
    ranges
      .slice(0, index)
      .flatMap((other, before) =>
        one !== null && other !== null && one.from <= other.to && other.from <= one.to
          ? [
              `[${index}].region: expected a region beside that of [${before}], ${other.code}; got ${one.code}, which overlaps it`,
            ]
          : [],
      ),
  );
}

function repeatedNames(list: readonly unknown[]): readonly string[] {
  const names = list.map((item) => memberOf(item, 'name'));
  return names.flatMap((name, index) => {
    const before = names.indexOf(name);
    return typeof name === 'string' && before < index
      ? [`[${index}].name: expected another name than that of [${before}], got ${shown(name)}`]
      : [];
  });
}

function memberOf(item: unknown, name: string): unknown {
  return typeof item === 'object' && item !== null ? (item as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** The value of the text. What stands around a mistake is not repeated: it may be a token. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CountiesProblem([`expected JSON, got text that is none${placeIn(text, error)}`]);
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') return `${value.length} characters that do not fit`;
  return Array.isArray(value) ? 'a list' : `something else (${typeof value})`;
}
