import { z } from 'zod';
import type { County } from '../county.ts';
import { ReachProblem, type ReachCode } from './problem.ts';
import { shownText } from './shown.ts';

const answer = z.object({
  errors: z
    .array(
      z.object({
        message: z.string().catch(''),
        extensions: z.record(z.string(), z.unknown()).catch({}),
      }),
    )
    .min(1),
});

/** The hub's own codes as this side tells them apart; the others are its fault. */
const CODES: Readonly<Record<string, ReachCode>> = {
  CURSOR_INVALID: 'CURSOR_INVALID',
  CURSOR_FOREIGN: 'CURSOR_FOREIGN',
  CURSOR_TRIMMED: 'CURSOR_TRIMMED',
  UNAUTHENTICATED: 'REFUSED',
  FORBIDDEN: 'REFUSED',
  TIMEOUT: 'BUSY',
  SUBGRAPH_UNAVAILABLE: 'BUSY',
  SUBSCRIPTION_OVERRUN: 'BUSY',
  SHUTTING_DOWN: 'BUSY',
  BAD_REQUEST: 'INCOMPATIBLE',
  BAD_USER_INPUT: 'INCOMPATIBLE',
  GRAPHQL_PARSE_FAILED: 'INCOMPATIBLE',
  GRAPHQL_VALIDATION_FAILED: 'INCOMPATIBLE',
};

/** The fault in an answer of GraphQL or of a route, or null where there is none. */
export function faultIn(value: unknown, county: County, where: string): ReachProblem | null {
  const reading = answer.safeParse(value);
  if (!reading.success) return null;
  const { errors } = reading.data;
  const codes = errors.map(({ extensions }) => extensions['code']);
  const known = codes.findIndex((code) => typeof code === 'string' && Object.hasOwn(CODES, code));
  const { message, extensions } = errors[Math.max(known, 0)] ?? { message: '', extensions: {} };
  const hubCode = textOf(extensions['code'], county);
  const oldest = textOf(extensions['oldest'], county);
  return new ReachProblem(
    (hubCode !== null && Object.hasOwn(CODES, hubCode) ? CODES[hubCode] : undefined) ?? 'HUB_FAULT',
    `${where}: the hub answers ${hubCode ?? 'an error'}: ${shownText(message, county)}.`,
    { hubCode, ...(oldest !== null && { oldest }) },
  );
}

/** A code or a cursor; what holds the token is neither. */
function textOf(value: unknown, county: County): string | null {
  return typeof value === 'string' && /^[\w-]{1,200}$/.test(value) && county.redacted(value) === value ? value : null;
}
