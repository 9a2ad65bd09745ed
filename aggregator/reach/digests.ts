import { z } from 'zod';
import { CHANGE_SUBJECTS, type ChangeSubject } from '../../core/change.ts';
import { DIGEST_OF_NOTHING, type SubjectDigest } from '../../feed/digest.ts';
import type { KeyRange, KeyRangeDigest } from '../../feed/key-ranges.ts';
import { comesBefore } from './key-order.ts';
import { query, type Operation } from './graphql.ts';
import { ReachProblem } from './problem.ts';
import type { Transport } from './transport.ts';

/** How many, and one digest over them. */
export const counted = z
  .object({ count: z.int().min(0), digest: z.string().regex(/^[0-9a-f]{64}$/) })
  .refine(({ count, digest }) => (count === 0) === (digest === DIGEST_OF_NOTHING), 'the digest does not fit the count');

const DIGESTS: Operation<{ digests: (Omit<SubjectDigest, 'subject'> & { subject: string })[] }> = {
  query: 'query Digests($at: Cursor!, $region: ID) { digests(at: $at, region: $region) { subject count digest } }',
  data: z.object({ digests: z.array(counted.and(z.object({ subject: z.string() }))) }),
};

/** @throws ReachProblem */
export async function digestsAt(transport: Transport, at: string): Promise<readonly SubjectDigest[]> {
  const { region, subjects } = transport.county;
  const { digests } = await query(transport, DIGESTS, { variables: { at, region }, code: 'FORGED_ANSWER' });
  return ofEachSubject(digests, subjects);
}

/**
 * What is told of each of some subjects, in the order of {@link CHANGE_SUBJECTS}; subjects that are not known here are
 * passed over.
 *
 * @throws ReachProblem FORGED_ANSWER when one is missing or there twice
 */
export function ofEachSubject<Told extends { readonly subject: string }>(
  told: readonly Told[],
  subjects: readonly ChangeSubject[],
): readonly (Told & { readonly subject: ChangeSubject })[] {
  return CHANGE_SUBJECTS.filter((subject) => subjects.includes(subject)).map((subject) => {
    const [one, other] = told.filter((item) => item.subject === subject);
    if (one !== undefined && other === undefined) return { ...one, subject };
    throw forged(`expected ${subject} once, got it ${one === undefined ? 'not at all' : 'twice'}`);
  });
}

const KEY_RANGES: Operation<{ keyRanges: KeyRangeDigest[] }> = {
  query: `query KeyRanges($at: Cursor!, $region: ID, $subject: ChangeSubject!, $after: String, $until: String, $parts: Int!) {
    keyRanges(at: $at, region: $region, subject: $subject, after: $after, until: $until, parts: $parts) {
      after until count digest
    }
  }`,
  data: z.object({
    keyRanges: z.array(counted.and(z.object({ after: z.string().nullable(), until: z.string().nullable() }))),
  }),
};

/** Where the ids of one subject are counted. */
export interface KeyRangesRequest {
  readonly at: string;
  readonly subject: ChangeSubject;
  readonly range: KeyRange;
  readonly parts: number;
}

/** @throws ReachProblem */
export async function keyRangesAt(
  transport: Transport,
  { at, subject, range, parts }: KeyRangesRequest,
): Promise<readonly KeyRangeDigest[]> {
  const variables = { at, region: transport.county.region, subject, ...range, parts };
  const { keyRanges } = await query(transport, KEY_RANGES, { variables, code: 'FORGED_ANSWER' });
  if (keyRanges.length > parts) throw forged(`expected at most ${parts} stretches, got ${keyRanges.length}`);
  checkCover(keyRanges, range);
  return keyRanges;
}

/** The stretches follow on one another, from one end of what was asked for to the other. */
function checkCover(stretches: readonly KeyRange[], { after, until }: KeyRange): void {
  if (stretches[0]?.after !== after || stretches.at(-1)?.until !== until) {
    throw forged('the stretches do not cover what was asked for');
  }
  for (const [index, stretch] of stretches.slice(1).entries()) {
    if (stretch.after === null || stretch.after !== stretches[index]?.until)
      throw forged('a gap is between two stretches');
  }
  for (const stretch of stretches) {
    const isRising = stretch.after === null || stretch.until === null || comesBefore(stretch.after, stretch.until);
    if (!isRising && stretches.length > 1) throw forged('a stretch ends before it begins');
  }
}

function forged(words: string): ReachProblem {
  return new ReachProblem('FORGED_ANSWER', `The answer is refused as a whole: ${words}.`);
}
