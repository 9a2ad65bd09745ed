import { z } from 'zod';
import { CHANGE_SUBJECTS, type ChangeSubject } from '../core/change.ts';
import { covers, regionRange } from '../core/region-code.ts';

/** A hub to pull from. */
export interface County {
  /** What the operator calls it. */
  readonly name: string;
  /** GB/T 2260: it and everything below it is taken from there. */
  readonly region: string;
  /** Where its GraphQL interface stands. */
  readonly endpoint: URL;
  readonly subjects: readonly ChangeSubject[];
  /** The share of its records that it may withdraw between two comparisons without being asked. */
  readonly mostWithdrawn: number;
  /** Whether it may stand at an address of a private network or of this machine, and answer without TLS. */
  readonly allowPrivate: boolean;
  /** What every request says of who asks. A function, so that no token is ever printed with a county. */
  headers(): Record<string, string>;
}

/** Everything that is wrong with a COUNTIES file. */
export class CountiesProblem extends Error {
  override readonly name = 'CountiesProblem';
}

/** A working calendar is of no region, so it is never pulled. */
const PULLED = CHANGE_SUBJECTS.filter((subject) => subject !== 'WORKING_CALENDAR');
/** Whose everything is; without them nothing could be judged. */
const ALWAYS: readonly ChangeSubject[] = ['REGION', 'INSTITUTION'];
const DEFAULT_MOST_WITHDRAWN = 0.25;

const Entry = z.strictObject({
  name: z.string().trim().min(1).max(100),
  region: z.string().regex(/^\d{6}$/, 'expected the six digits of a region code'),
  endpoint: z.url({ protocol: /^https?$/, error: 'expected a URL that begins with https://' }),
  token: z
    .union([z.string().regex(/^[\x21-\x7e]{1,8192}$/), z.strictObject({ env: z.string().min(1) })], {
      error: 'expected a token, or {"env": "NAME"} for the variable that holds it',
    })
    .optional(),
  subjects: z
    .array(z.enum(PULLED, { error: `expected some of ${PULLED.join(', ')}` }))
    .min(1)
    .optional(),
  mostWithdrawn: z.number().min(0).max(1).optional(),
  allowPrivate: z.boolean().optional(),
});

/**
 * Reads the hubs to pull from.
 *
 * @param text - JSON: a list of `{name, region, endpoint, token?, subjects?, mostWithdrawn?, allowPrivate?}`
 * @param env - where tokens stand that the file only names
 * @throws CountiesProblem with every mistake, each with its place in the file
 */
export function readCounties(text: string, env: Readonly<Record<string, string | undefined>>): readonly County[] {
  const read = z.array(Entry).safeParse(parsed(text));
  if (!read.success) throw new CountiesProblem(z.prettifyError(read.error));
  const problems = [
    ...read.data.flatMap((entry, index) => problemsOf(entry, env).map((problem) => `[${String(index)}].${problem}`)),
    ...overlaps(read.data.map(({ region }) => region)),
  ];
  if (problems.length > 0) throw new CountiesProblem(problems.join('\n'));
  return read.data.map((entry) => countyOf(entry, env));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new CountiesProblem(`expected JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function problemsOf(
  { endpoint, token, allowPrivate }: z.infer<typeof Entry>,
  env: Readonly<Record<string, string | undefined>>,
): string[] {
  const url = new URL(endpoint);
  const problems: string[] = [];
  if (url.protocol === 'http:' && allowPrivate !== true)
    problems.push('endpoint: expected https://, or "allowPrivate": true beside it; got http://');
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    problems.push('endpoint: expected a URL without credentials, query and fragment');
  if (typeof token === 'object' && (env[token.env] ?? '') === '')
    problems.push(`token.env: expected the variable ${token.env} to hold a token; it is not set`);
  return problems;
}

function overlaps(regions: readonly string[]): string[] {
  return regions.flatMap((region, index) =>
    regions
      .slice(0, index)
      .filter((other) => covers(regionRange(other), region) || covers(regionRange(region), other))
      .map((other) => `[${String(index)}].region: expected regions that do not overlap; got ${region} beside ${other}`),
  );
}

function countyOf(entry: z.infer<typeof Entry>, env: Readonly<Record<string, string | undefined>>): County {
  const {
    name,
    region,
    token,
    subjects = PULLED,
    mostWithdrawn = DEFAULT_MOST_WITHDRAWN,
    allowPrivate = false,
  } = entry;
  const endpoint = new URL(entry.endpoint);
  endpoint.pathname = endpoint.pathname === '/' ? '/graphql' : endpoint.pathname.replace(/\/+$/, '');
  const told = typeof token === 'object' ? env[token.env] : token;
  return {
    ...{ name, region, endpoint, mostWithdrawn, allowPrivate },
    subjects: CHANGE_SUBJECTS.filter(
      (subject) => ALWAYS.includes(subject) || (subjects as readonly string[]).includes(subject),
    ),
    headers: () => (told === undefined ? {} : { authorization: `Bearer ${told}` }),
  };
}
