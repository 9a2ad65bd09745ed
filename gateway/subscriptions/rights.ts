import type { RequestScope, Viewer } from '../../core/viewer.ts';

/** What decides which events a viewer may see, and in which words: the same text for viewers who see the same. Not the account, not the token. */
export function rightsKey({ viewer, locale }: RequestScope): string {
  return JSON.stringify(viewer === null ? [locale] : [locale, viewer.role, viewer.institution, sortedRegions(viewer)]);
}

/**
 * The scope in which a group's events are executed: the rights of its members and nothing that is one person's.
 * Its viewer never expires, because each member's own token ends that member's subscription.
 */
export function sharedScope(scope: RequestScope): RequestScope {
  const { viewer } = scope;
  if (viewer === null) return scope;
  const regions = sortedRegions(viewer);
  return {
    ...scope,
    viewer: { ...viewer, subject: 'shared-subscription', regions, expiresAt: Number.MAX_SAFE_INTEGER },
  };
}

function sortedRegions({ regions }: Viewer): readonly string[] {
  return [...new Set(regions)].sort();
}
