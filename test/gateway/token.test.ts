import { describe, expect, it } from 'vitest';
import { createAuthenticator } from '../../gateway/auth.ts';
import { readTokenRequest, signToken, type TokenRequest } from '../../gateway/token-request.ts';

const clock = { now: () => new Date('2026-03-01T00:00:00Z') };
const secret = new Uint8Array(32).fill(7);

function requested(...argv: readonly string[]): TokenRequest {
  const read = readTokenRequest(argv);
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return read.request;
}

function mistakes(...argv: readonly string[]): readonly string[] {
  const read = readTokenRequest(argv);
  return 'problems' in read ? read.problems : [];
}

describe('a token asked for on the command line', () => {
  it('signs its bearer in as what was asked for', async () => {
    const words = '--role EDITOR --region 140428 --region 140500 --institution I1 --as clerk-7 --days 2'.split(' ');
    const token = await signToken(requested(...words), secret, clock);
    expect(await createAuthenticator({ secret, clock }).authenticate(`Bearer ${token}`)).toEqual({
      subject: 'clerk-7',
      role: 'EDITOR',
      institution: 'I1',
      regions: ['140428', '140500'],
      expiresAt: Date.parse('2026-03-03T00:00:00Z') / 1000,
    });
  });

  it('lives thirty days and is of no region and no institution unless told otherwise', async () => {
    const token = await signToken(requested('--role', 'AGGREGATOR'), secret, clock);
    expect(await createAuthenticator({ secret, clock }).authenticate(`Bearer ${token}`)).toMatchObject({
      subject: 'command-line',
      institution: null,
      regions: [],
      expiresAt: Date.parse('2026-03-31T00:00:00Z') / 1000,
    });
  });

  it('may live as long as the hub takes tokens for, and no longer', async () => {
    const token = await signToken(requested('--role', 'EDITOR', '--days', '366'), secret, clock);
    expect(await createAuthenticator({ secret, clock }).authenticate(`Bearer ${token}`)).toBeTruthy();
    expect(mistakes('--role', 'EDITOR', '--days', '367')).toEqual([
      '--days: expected a whole number from 1 to 366, got "367"',
    ]);
  });

  it('is refused with all its mistakes at once', () => {
    expect(mistakes('--region', '1404', '--days=0', 'now', '--colour', 'red')).toEqual([
      '"now": expected only options (--role, --region, --institution, --as, --days), got a word that belongs to none',
      '--colour: expected one of --role, --region, --institution, --as, --days',
      '"red": expected only options (--role, --region, --institution, --as, --days), got a word that belongs to none',
      '--role: expected one of EDITOR, REVIEWER, PUBLISHER, OPERATOR, AGGREGATOR, got none',
      '--region: expected a region code of six digits, got "1404"',
      '--days: expected a whole number from 1 to 366, got "0"',
    ]);
  });

  it('is refused for what the hub would not take later', () => {
    expect(mistakes('--role', 'EDITOR', '--as', 'x'.repeat(201))).toEqual([
      'the claim "sub" must be the name of an account, of 1 to 200 characters',
    ]);
    const regions = Array.from({ length: 101 }, () => ['--region', '140428']).flat();
    expect(mistakes('--role', 'EDITOR', ...regions)).toEqual(['--region: expected at most 100 regions, got 101']);
  });
});
