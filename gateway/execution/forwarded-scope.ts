import type { RequestScope } from '../../core/viewer.ts';
import type { Resume } from '../../subgraphs/kit/executor.ts';

/** A request's scope as the headers of a call to a subgraph; the secret shows that the gateway is the one who says so. */
export function scopeHeaders(
  { viewer, locale, requestId }: RequestScope,
  secret: string | null,
): Record<string, string> {
  return {
    'accept-language': locale,
    'x-hub-request-id': requestId,
    ...(viewer === null ? {} : { 'x-hub-viewer': Buffer.from(JSON.stringify(viewer)).toString('base64url') }),
    ...(secret === null ? {} : { 'x-hub-secret': secret }),
  };
}

/** The same for one operation on a WebSocket, which carries those of many viewers; the secret opened the socket. */
export function scopeExtensions(scope: RequestScope, resume: Resume | undefined): Record<string, unknown> {
  const { viewer, locale, requestId } = scope;
  return { viewer, locale, requestId, ...(resume === undefined ? {} : { resume }) };
}
