import { SignJWT } from 'jose';
import type { Clock } from '../core/clock.ts';
import { ROLES, type Role } from '../core/viewer.ts';
import { readArguments, type Arguments } from './arguments.ts';
import { MAX_REGIONS, MAX_TOKEN_DAYS, readViewer, type ClaimedViewer } from './claims.ts';

/** A token that somebody asks for on the command line. */
export interface TokenRequest extends ClaimedViewer {
  /** How long it lives, in days of 24 hours. */
  readonly days: number;
}

/** The key of the hub's own tokens, a secret in the data folder: the hub and `npm run token` both read or make it. */
export const TOKEN_KEY = { file: 'jwt.key', bytes: 32 } as const;

const OPTIONS = { role: 'value', region: 'values', institution: 'value', as: 'value', days: 'value' } as const;
const DEFAULT_DAYS = 30;
const SECONDS_PER_DAY = 86_400;

/** How the command is called; shown under its mistakes. */
export const TOKEN_USAGE =
  'npm run --silent token -- --role PUBLISHER --region 140428 [--region …] [--institution ID] [--as ACCOUNT] [--days N]';

/**
 * Reads the command line of `npm run token`.
 *
 * @returns the request, or one sentence for each mistake, all of them at once
 */
export function readTokenRequest(
  argv: readonly string[],
): { readonly request: TokenRequest } | { readonly problems: readonly string[] } {
  const given = readArguments(argv, OPTIONS);
  const problems = [...given.problems];
  const institution = given.options.get('institution')?.[0];
  const role = readRole(given, problems);
  const request = {
    regions: readRegions(given, problems),
    sub: given.options.get('as')?.[0] ?? 'command-line',
    days: readDays(given, problems),
    ...(institution === undefined ? {} : { institution }),
  };
  if (role === null || problems.length > 0) return { problems };
  const read = readViewer({ ...request, role, exp: 0 });
  return 'problems' in read ? read : { request: { ...request, role } };
}

/** Writes and signs the token, with HS256, from the clock's present instant on. */
export function signToken({ days, ...claims }: TokenRequest, secret: Uint8Array, clock: Clock): Promise<string> {
  const issuedAt = Math.floor(clock.now().getTime() / 1000);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + days * SECONDS_PER_DAY)
    .sign(secret);
}

function readRole(given: Arguments, problems: string[]): Role | null {
  const text = given.options.get('role')?.[0];
  const role = ROLES.find((name) => name === text);
  if (role !== undefined) return role;
  problems.push(
    `--role: expected one of ${ROLES.join(', ')}, got ${text === undefined ? 'none' : JSON.stringify(text)}`,
  );
  return null;
}

function readRegions(given: Arguments, problems: string[]): readonly string[] {
  const regions = given.options.get('region') ?? [];
  for (const region of regions) {
    if (/^\d{6}$/.test(region)) continue;
    problems.push(`--region: expected a region code of six digits, got ${JSON.stringify(region)}`);
  }
  if (regions.length > MAX_REGIONS) {
    problems.push(`--region: expected at most ${MAX_REGIONS} regions, got ${regions.length}`);
  }
  return regions;
}

function readDays(given: Arguments, problems: string[]): number {
  const text = given.options.get('days')?.[0] ?? String(DEFAULT_DAYS);
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= MAX_TOKEN_DAYS) return days;
  problems.push(`--days: expected a whole number from 1 to ${MAX_TOKEN_DAYS}, got ${JSON.stringify(text)}`);
  return DEFAULT_DAYS;
}
