/** An endpoint as requests are made of it, or what is wrong with it. */
export type Endpoint = { readonly url: string } | { readonly problem: string };

/**
 * Reads where a county hub stands: the URL under which its `/graphql` and `/export` are; one that names `/graphql` itself
 * is taken too. What is wrong is told without the text, which may hold a password.
 *
 * @param allowPrivate - whether plain http will do
 */
export function endpointOf(given: unknown, allowPrivate: boolean): Endpoint {
  if (typeof given !== 'string' || !URL.canParse(given)) {
    return {
      problem: `expected a URL such as https://hub.example.org, got ${given === undefined ? 'nothing' : 'something else'}`,
    };
  }
  const { protocol, username, password, host, pathname } = new URL(given);
  if (protocol !== 'https:' && protocol !== 'http:') {
    return { problem: `expected a URL that begins with https://, got one that begins with ${protocol}` };
  }
  const surplus = [
    ...(username !== '' || password !== '' ? ['credentials'] : []),
    ...(given.includes('?') ? ['a query'] : []),
    ...(given.includes('#') ? ['a fragment'] : []),
  ];
  if (surplus.length > 0)
    return { problem: `expected a URL of host and path only, got one with ${surplus.join(' and ')}` };
  if (protocol === 'http:' && !allowPrivate) {
    return { problem: 'expected https://, or "allowPrivate": true for a network of your own; got http://' };
  }
  return {
    url: `${protocol}//${host}${pathname
      .replace(/\/+$/, '')
      .replace(/\/graphql$/, '')
      .replace(/\/+$/, '')}`,
  };
}
