import { timingSafeEqual, createHash, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Fault } from '../../../core/fault.ts';
import { LOCALES, ROLES, type Locale, type RequestScope, type Role, type Viewer } from '../../../core/viewer.ts';

/** The header and connection parameter by which a gateway shows that it is one. */
const SECRET_HEADER = 'x-hub-secret';
const VIEWER_HEADER = 'x-hub-viewer';
const REQUEST_ID_HEADER = 'x-hub-request-id';

/** Whom a subgraph on its own listens to. */
export interface GatewayTrust {
  /** What the gateway shows. */
  readonly secret: string;
  /** Whether callers that show nothing are served too, as the public. */
  readonly servesPublic: boolean;
}

/**
 * Whether a caller is the gateway.
 *
 * @throws Fault UNAUTHENTICATED for a wrong secret, or for none where the public is not served
 */
export function isGateway(shown: unknown, { secret, servesPublic }: GatewayTrust): boolean {
  if (shown === undefined && servesPublic) return false;
  if (typeof shown === 'string' && timingSafeEqual(sha256(shown), sha256(secret))) return true;
  const got = shown === undefined ? 'none' : 'another';
  throw new Fault(
    'UNAUTHENTICATED',
    `This subgraph serves its gateway only: expected its secret in ${SECRET_HEADER}, got ${got}.`,
  );
}

/** The scope of an HTTP request: what the gateway forwards, or the public. */
export function scopeOfHeaders(headers: IncomingHttpHeaders, trust: GatewayTrust): RequestScope {
  const fromGateway = isGateway(headers[SECRET_HEADER], trust);
  const viewerText = headers[VIEWER_HEADER];
  if (!fromGateway && viewerText !== undefined) {
    throw new Fault(
      'UNAUTHENTICATED',
      `Only the gateway names a viewer: expected its secret in ${SECRET_HEADER}, got none.`,
    );
  }
  return {
    viewer: typeof viewerText === 'string' ? parseViewer(decode(viewerText)) : null,
    locale: localeOf(headers['accept-language']),
    requestId: firstOf(headers[REQUEST_ID_HEADER]) ?? randomUUID(),
  };
}

/** The scope of one operation on a WebSocket that the gateway opened: it comes with the operation. */
export function scopeOfExtensions(extensions: Readonly<Record<string, unknown>> | null | undefined): RequestScope {
  const { viewer, locale, requestId } = extensions ?? {};
  return {
    viewer: viewer == null ? null : parseViewer(viewer),
    locale: localeOf(locale),
    requestId: typeof requestId === 'string' ? requestId : randomUUID(),
  };
}

/** The scope of a caller that is not the gateway. */
export function publicScope(headers: IncomingHttpHeaders): RequestScope {
  return { viewer: null, locale: localeOf(headers['accept-language']), requestId: randomUUID() };
}

function parseViewer(value: unknown): Viewer {
  const { subject, role, institution, regions, expiresAt } = value as Partial<Record<keyof Viewer, unknown>>;
  const isWhole =
    typeof subject === 'string' &&
    ROLES.includes(role as Role) &&
    (institution === null || typeof institution === 'string') &&
    Array.isArray(regions) &&
    regions.every((region) => typeof region === 'string') &&
    typeof expiresAt === 'number';
  if (!isWhole) throw new Fault('UNAUTHENTICATED', 'Expected a viewer as the gateway forwards it, got something else.');
  return { subject, role: role as Role, institution, regions, expiresAt };
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return {};
  }
}

function localeOf(value: unknown): Locale {
  return LOCALES.find((locale) => typeof value === 'string' && value.startsWith(locale)) ?? 'zh';
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
