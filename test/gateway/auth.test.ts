import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type GenerateKeyPairResult } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fault } from '../../core/fault.ts';
import { createAuthenticator, type Authenticator, type Credentials } from '../../gateway/auth.ts';

const NOW = new Date('2026-03-01T00:00:00Z');
const NOW_SECONDS = NOW.getTime() / 1000;
const clock = { now: () => NOW };
const secret = new Uint8Array(32).fill(7);
const claims = { sub: 'clerk-7', role: 'PUBLISHER', regions: ['140428'], exp: NOW_SECONDS + 3600 };

async function signed(payload: Record<string, unknown>, key = secret, alg = 'HS256'): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg }).sign(key);
}

async function refusal(authenticator: Authenticator, credentials: Credentials): Promise<string> {
  const outcome: unknown = await authenticator.authenticate(credentials).catch((error: unknown) => error);
  if (!(outcome instanceof Fault)) throw new Error('expected a fault');
  expect(outcome.code).toBe('UNAUTHENTICATED');
  const token = typeof credentials === 'string' ? (credentials.split(' ').at(-1) ?? '') : '';
  if (token.length > 10) expect(JSON.stringify(outcome)).not.toContain(token);
  return outcome.message;
}

describe('signing in with a token of the hub itself', () => {
  const hub = createAuthenticator({ secret, clock });

  it.each([undefined, null, '', {}, { authorization: '' }])('takes %j for the public', async (credentials) => {
    expect(await hub.authenticate(credentials)).toBeNull();
  });

  it('knows who asks by a good token', async () => {
    expect(await hub.authenticate(`Bearer ${await signed(claims)}`)).toEqual({
      subject: 'clerk-7',
      role: 'PUBLISHER',
      institution: null,
      regions: ['140428'],
      expiresAt: NOW_SECONDS + 3600,
    });
  });

  it('reads the same header from what opens a WebSocket, however it is spelled', async () => {
    const token = await signed({ ...claims, institution: 'SW5zdGl0dXRpb246MQ' });
    expect(await hub.authenticate({ Authorization: `bearer ${token}` })).toMatchObject({
      institution: 'SW5zdGl0dXRpb246MQ',
    });
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer a b', 'eyJhbGciOiJIUzI1NiJ9.e30.x'])(
    'says what an authorization looks like to one who sends %j',
    async (header) => {
      expect(await refusal(hub, header)).toBe(
        'Signing in failed: expected "Bearer", a space and a token, got something else.',
      );
    },
  );

  it('refuses an authorization that is no text', async () => {
    expect(await refusal(hub, { authorization: 5 })).toContain('expected the authorization to be a text, got number');
  });

  it('says when an expired token expired', async () => {
    expect(await refusal(hub, `Bearer ${await signed({ ...claims, exp: NOW_SECONDS - 60 })}`)).toBe(
      'Signing in failed: the token expired at 2026-02-28T23:59:00.000Z.',
    );
  });

  it('refuses a token in the second in which it ends', async () => {
    expect(await refusal(hub, `Bearer ${await signed({ ...claims, exp: NOW_SECONDS })}`)).toContain('expired');
  });

  it('refuses a token that expired before any calendar', async () => {
    expect(await refusal(hub, `Bearer ${await signed({ ...claims, exp: -1e300 })}`)).toContain('the token expired');
  });

  it('refuses a token signed with another key', async () => {
    const forged = await signed({ ...claims, role: 'OPERATOR' }, new Uint8Array(32).fill(8));
    expect(await refusal(hub, `Bearer ${forged}`)).toBe('Signing in failed: the signature of the token does not hold.');
  });

  it('refuses a token whose claims were changed after it was signed', async () => {
    const [head = '', , signature = ''] = (await signed(claims)).split('.');
    const changed = Buffer.from(JSON.stringify({ ...claims, role: 'OPERATOR' })).toString('base64url');
    expect(await refusal(hub, `Bearer ${head}.${changed}.${signature}`)).toContain('signature');
  });

  it('refuses a token that nobody signed', async () => {
    expect(await refusal(hub, `Bearer ${new UnsecuredJWT(claims).encode()}`)).toContain('signed in a way');
  });

  it.each(['x', 'a.b.c', '..', '{}.{}.{}'])('calls the token %j malformed', async (token) => {
    expect(await refusal(hub, `Bearer ${token}`)).toBe('Signing in failed: the token is malformed.');
  });

  it('refuses a token too long to be one', async () => {
    expect(await refusal(hub, `Bearer ${'x'.repeat(8193)}`)).toContain('at most 8192 characters, got 8193');
  });

  it.each([
    [{ role: 'KING' }, 'the claim "role" must be one of EDITOR, REVIEWER, PUBLISHER, OPERATOR, AGGREGATOR'],
    [{ regions: ['1404'] }, 'the claim "regions" must be a list of at most 100 region codes of six digits'],
    [{ regions: '140428' }, 'the claim "regions" must be a list'],
    [{ institution: 5 }, 'the claim "institution" must be the id of an institution, or nothing'],
    [{ sub: '' }, 'the claim "sub" must be the name of an account, of 1 to 200 characters'],
    [{ exp: undefined }, 'the claim "exp" must be a whole number of seconds'],
    [{ exp: NOW_SECONDS + 0.5 }, 'the claim "exp" must be a whole number of seconds'],
    [{ exp: NOW_SECONDS + 367 * 86_400 }, 'expected a token that ends within 366 days'],
    [{ nbf: NOW_SECONDS + 60 }, 'the token is not valid yet'],
  ])('refuses a well-signed token with %j', async (change, message) => {
    expect(await refusal(hub, `Bearer ${await signed({ ...claims, ...change })}`)).toContain(message);
  });

  it('tells of every claim that does not fit at once', async () => {
    const message = await refusal(hub, `Bearer ${await signed({ role: 'x', regions: 1, exp: claims.exp })}`);
    expect(message).toMatch(/"sub".*"role".*"regions"/);
  });

  it('takes a token without regions for one of no region', async () => {
    const token = await signed({ ...claims, regions: undefined });
    expect(await hub.authenticate(`Bearer ${token}`)).toMatchObject({ regions: [] });
  });

  it('takes only its issuer and audience when it has any', async () => {
    const strict = createAuthenticator({ secret, clock, issuer: 'city', audience: 'hub' });
    expect(
      await strict.authenticate(`Bearer ${await signed({ ...claims, iss: 'city', aud: ['x', 'hub'] })}`),
    ).toBeTruthy();
    expect(await refusal(strict, `Bearer ${await signed(claims)}`)).toContain('the claim "iss" is missing');
    expect(await refusal(strict, `Bearer ${await signed({ ...claims, iss: 'city', aud: 'shop' })}`)).toContain('"aud"');
  });

  it('refuses every token when it has no key', async () => {
    const keyless = createAuthenticator({ clock });
    expect(await keyless.authenticate('')).toBeNull();
    expect(await refusal(keyless, `Bearer ${await signed(claims)}`)).toContain('this hub takes no tokens');
  });
});

describe('signing in with a token of a sign-in service', () => {
  const keys: Record<string, GenerateKeyPairResult['privateKey']> = {};
  const published: unknown[] = [];
  const server = createServer((_request, response) => response.end(JSON.stringify({ keys: published })));
  let service: Authenticator;

  beforeAll(async () => {
    for (const alg of ['RS256', 'ES256', 'EdDSA', 'RS384']) {
      const pair = await generateKeyPair(alg, { extractable: true });
      keys[alg] = pair.privateKey;
      published.push({ ...(await exportJWK(pair.publicKey)), alg, kid: alg });
    }
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    service = createAuthenticator({ secret, jwksUrl: `http://127.0.0.1:${port}/keys`, clock });
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  async function issued(alg: string, payload: Record<string, unknown> = claims): Promise<string> {
    const key = keys[alg];
    if (key === undefined) throw new Error(`no key for ${alg}`);
    return `Bearer ${await new SignJWT(payload).setProtectedHeader({ alg, kid: alg }).sign(key)}`;
  }

  it.each(['RS256', 'ES256', 'EdDSA'])('takes %s', async (alg) => {
    expect(await service.authenticate(await issued(alg))).toMatchObject({ subject: 'clerk-7' });
  });

  it('does not take an algorithm outside its list, though the service has such a key', async () => {
    expect(await refusal(service, await issued('RS384'))).toContain('signed in a way that this hub does not take');
  });

  it('does not take a shared-key token: neither one of the hub, nor one signed with a public key as the secret', async () => {
    const publicKey = new TextEncoder().encode(JSON.stringify(published[0]));
    for (const key of [secret, publicKey]) {
      expect(await refusal(service, `Bearer ${await signed(claims, key)}`)).toContain('signed in a way');
    }
  });

  it('says so when the service has no such key', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'other' }).sign(privateKey);
    expect(await refusal(service, `Bearer ${token}`)).toContain('the sign-in service has no key that fits the token');
  });

  it('checks the claims all the same', async () => {
    expect(await refusal(service, await issued('ES256', { ...claims, role: 'KING' }))).toContain('"role"');
  });

  it('says so when the keys can not be read', async () => {
    const lost = createAuthenticator({ jwksUrl: 'http://127.0.0.1:1/keys', clock });
    expect(await refusal(lost, await issued('ES256'))).toBe(
      'Signing in failed: the keys of the sign-in service could not be read.',
    );
  });
});
