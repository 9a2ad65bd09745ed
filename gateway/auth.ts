import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import type { Clock } from '../core/clock.ts';
import { Fault } from '../core/fault.ts';
import type { Viewer } from '../core/viewer.ts';
import { MAX_TOKEN_DAYS, readViewer } from './claims.ts';

/** Whose tokens are taken. */
export interface AuthenticatorOptions {
  /** The key of HS256 tokens; passed over when `jwksUrl` is given, so that a shared key never checks a public-key token. */
  readonly secret?: Uint8Array | undefined;
  /** Where the public keys of the sign-in service stand; then only RS256, ES256 and EdDSA (also named Ed25519) are taken. */
  readonly jwksUrl?: string | null | undefined;
  /** The only `iss` that is taken; any when unset. */
  readonly issuer?: string | null | undefined;
  /** What `aud` must name; anything when unset. */
  readonly audience?: string | null | undefined;
  readonly clock: Clock;
}

/** What a caller shows: the Authorization header, or the object that opens a WebSocket and holds such a header. */
export type Credentials = string | null | undefined | Readonly<Record<string, unknown>>;

/** Tells who asks. */
export interface Authenticator {
  /**
   * @returns the viewer of a good token; null for the public, who show none
   * @throws Fault UNAUTHENTICATED, saying what was wrong without repeating any of the token
   */
  authenticate(credentials: Credentials): Promise<Viewer | null>;
}

const SHARED_KEY_ALGORITHMS = ['HS256'];
const PUBLIC_KEY_ALGORITHMS = ['RS256', 'ES256', 'EdDSA', 'Ed25519'];
const MAX_TOKEN_LENGTH = 8_192;
const SECONDS_PER_DAY = 86_400;

type Verify = (token: string) => Promise<JWTPayload>;

/** Makes the {@link Authenticator} of a hub; without a key and without a key server every token is refused. */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const verify = verifier(options);
  return {
    async authenticate(credentials) {
      const header = authorizationOf(credentials);
      if (header === null) return null;
      const token = bearerToken(header);
      const payload = await verify(token).catch((error: unknown) => {
        throw error instanceof Fault ? error : unauthenticated(reasonOf(error));
      });
      return viewerOf(payload, options.clock);
    },
  };
}

function verifier({ secret, jwksUrl, issuer, audience, clock }: AuthenticatorOptions): Verify {
  const checks = () => ({
    currentDate: clock.now(),
    ...(issuer == null ? {} : { issuer }),
    ...(audience == null ? {} : { audience }),
  });
  if (jwksUrl != null) {
    const keys = createRemoteJWKSet(new URL(jwksUrl));
    return async (token) => (await jwtVerify(token, keys, { ...checks(), algorithms: PUBLIC_KEY_ALGORITHMS })).payload;
  }
  if (secret === undefined) return () => Promise.reject(unauthenticated('this hub takes no tokens'));
  return async (token) => (await jwtVerify(token, secret, { ...checks(), algorithms: SHARED_KEY_ALGORITHMS })).payload;
}

function authorizationOf(credentials: Credentials): string | null {
  if (credentials === null || credentials === undefined || credentials === '') return null;
  if (typeof credentials === 'string') return credentials;
  const entry = Object.entries(credentials).find(([name]) => name.toLowerCase() === 'authorization');
  const value = entry?.[1] ?? '';
  if (typeof value !== 'string') throw unauthenticated(`expected the authorization to be a text, got ${typeof value}`);
  return value === '' ? null : value;
}

function bearerToken(header: string): string {
  const token = /^bearer +(\S+) *$/i.exec(header)?.[1];
  if (token === undefined) throw unauthenticated('expected "Bearer", a space and a token, got something else');
  if (token.length <= MAX_TOKEN_LENGTH) return token;
  throw unauthenticated(`expected a token of at most ${MAX_TOKEN_LENGTH} characters, got ${token.length}`);
}

function viewerOf(payload: JWTPayload, clock: Clock): Viewer {
  const read = readViewer(payload);
  if ('problems' in read) throw unauthenticated(read.problems.join('; '));
  const latest = Math.floor(clock.now().getTime() / 1000) + MAX_TOKEN_DAYS * SECONDS_PER_DAY;
  if (read.viewer.expiresAt <= latest) return read.viewer;
  throw unauthenticated(`expected a token that ends within ${MAX_TOKEN_DAYS} days, got one that lives longer`);
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return expiredReason(error.payload.exp);
  if (error instanceof errors.JWTClaimValidationFailed) return claimReason(error);
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'the signature of the token does not hold';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'the token is signed in a way that this hub does not take';
  if (error instanceof errors.JWKSNoMatchingKey) return 'the sign-in service has no key that fits the token';
  if (error instanceof errors.JWKSMultipleMatchingKeys)
    return 'the token does not name which key of the sign-in service signed it';
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return 'the token is malformed';
  if (error instanceof errors.JOSENotSupported) return 'the token uses something that this hub does not know';
  return 'the keys of the sign-in service could not be read';
}

function expiredReason(exp: number | undefined): string {
  const end = new Date((exp ?? NaN) * 1000);
  return Number.isNaN(end.getTime()) ? 'the token expired' : `the token expired at ${end.toISOString()}`;
}

function claimReason({ claim, reason }: errors.JWTClaimValidationFailed): string {
  if (reason === 'missing') return `the claim "${claim}" is missing from the token`;
  if (claim === 'nbf') return 'the token is not valid yet';
  return `the claim "${claim}" is not one that this hub takes`;
}

function unauthenticated(reason: string): Fault {
  return new Fault('UNAUTHENTICATED', `Signing in failed: ${reason}.`);
}
