import type { SqlRunner } from '../../../core/sql.ts';
import type { Context } from '../../kit/context.ts';
import { parametersOf } from '../../kit/parameters.ts';
import { jsonAnswer, type RouteAnswer, type RouteRequest } from '../../kit/route.ts';
import { exportPath } from './export-subject.ts';

/**
 * `GET /export[?at=CURSOR][&region=CODE]`: the place in the log that an export is pinned to, and for each subject kind the
 * file, how many records it holds and the digest over them (schema/FEED.md §8.4). Whoever has read the files follows the
 * log from `cursor`.
 *
 * @throws Fault BAD_USER_INPUT, CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_TRIMMED
 * @see schema/FEED.md §11
 */
export async function exportManifest({ query }: RouteRequest, { log }: Context<SqlRunner>): Promise<RouteAnswer> {
  const parameters = parametersOf(query);
  const asked = parameters.text('at');
  const region = parameters.text('region') === null ? null : parameters.region();
  parameters.check(['at', 'region']);
  const cursor = asked ?? (await log.head());
  const { id, name, regionCode } = log.hub;
  const digests = await log.digests(cursor, region);
  const address = new URLSearchParams({ at: cursor, ...(region === null ? {} : { region }) }).toString();
  return jsonAnswer(200, {
    hub: { id, name, region: regionCode },
    cursor,
    region,
    files: digests.map(({ subject, count, digest }) => ({
      ...{ subject, count, digest },
      path: `${exportPath(subject)}?${address}`,
    })),
  });
}
