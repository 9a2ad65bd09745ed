import { z } from 'zod';
import { ROLES, type Role, type Viewer } from '../core/viewer.ts';

/** The longest that a token may live, in days, so that a lost one ends by itself. */
export const MAX_TOKEN_DAYS = 366;

/** The most regions that one token may name. */
export const MAX_REGIONS = 100;

/** What is written into a token beside `exp` and `iat`. */
export interface ClaimedViewer {
  readonly sub: string;
  readonly role: Role;
  readonly institution?: string;
  readonly regions: readonly string[];
}

const claims = z.object({
  sub: z.string().min(1).max(200),
  role: z.enum(ROLES),
  institution: z.string().min(1).max(200).nullish(),
  regions: z
    .array(z.string().regex(/^\d{6}$/))
    .max(MAX_REGIONS)
    .default([]),
  exp: z.int(),
});

const EXPECTED = {
  sub: 'the name of an account, of 1 to 200 characters',
  role: `one of ${ROLES.join(', ')}`,
  institution: 'the id of an institution, or nothing',
  regions: `a list of at most ${MAX_REGIONS} region codes of six digits`,
  exp: 'a whole number of seconds since 1970-01-01T00:00:00Z',
} as const satisfies Record<keyof z.input<typeof claims>, string>;

/**
 * The viewer from the claims of a token whose signature holds, or a sentence for each claim that does not fit.
 * The sentences name claims and never repeat what stood in them.
 */
export function readViewer(payload: unknown): { readonly viewer: Viewer } | { readonly problems: readonly string[] } {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => issue.path[0]));
    const wrong = Object.entries(EXPECTED).filter(([name]) => names.has(name));
    return { problems: wrong.map(([name, expected]) => `the claim "${name}" must be ${expected}`) };
  }
  const { sub, role, institution, regions, exp } = parsed.data;
  return { viewer: { subject: sub, role, institution: institution ?? null, regions, expiresAt: exp } };
}
