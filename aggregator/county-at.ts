import { z } from 'zod';
import { reasonOf, StartupProblem } from '../prisma/storage/startup-problem.ts';
import { readCounties, type County } from './counties.ts';
import { requireBelow } from './counties-file.ts';

/** How long the hub may take to say whose it is, in milliseconds. */
const ANSWER_MS = 10_000;

const Answer = z.object({
  data: z.object({ hub: z.object({ name: z.string(), region: z.object({ code: z.string() }) }) }),
});

/**
 * The hub at an address that somebody has typed, who answers for it: private addresses are allowed.
 *
 * @param hub - the region of the hub that pulls
 * @param given - what is not given is asked of the hub itself
 * @throws StartupProblem when no hub answers there, or one of a region that is not below that of this hub
 */
export async function countyAt(
  address: string,
  hub: string,
  given: Readonly<Record<'region' | 'name' | 'token', string | null>>,
): Promise<County> {
  const endpoint = /\/graphql\/?$/.test(address) ? address : `${address.replace(/\/+$/, '')}/graphql`;
  const asked = given.region === null || given.name === null ? await whoAnswers(endpoint) : null;
  const [region, name] = [given.region ?? asked?.region.code, given.name ?? asked?.name];
  const token = given.token === null ? {} : { token: given.token };
  const [county] = readCounties(JSON.stringify([{ name, region, endpoint, allowPrivate: true, ...token }]), {});
  if (county === undefined) throw new Error('One hub was named, and none was read.');
  requireBelow(hub, [county], address);
  return county;
}

async function whoAnswers(endpoint: string): Promise<z.infer<typeof Answer>['data']['hub']> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: '{ hub { name region { code } } }' }),
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return Answer.parse(await response.json()).data.hub;
  } catch (error) {
    // What failed below stands in the cause: `fetch failed` alone helps nobody.
    const cause = error instanceof TypeError ? (error.cause ?? error) : error;
    throw new StartupProblem(`No hub answers at ${endpoint}: ${reasonOf(cause)}`);
  }
}
