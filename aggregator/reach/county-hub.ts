import type { County } from '../county.ts';
import { BOUNDS, type ReachOptions } from './bounds.ts';
import { changesAfter } from './changes.ts';
import type { CountyHub } from './contract.ts';
import { digestsAt, keyRangesAt } from './digests.ts';
import { manifestAt } from './manifest.ts';
import { fileLines, recordsOf } from './records.ts';
import { openTransport } from './transport.ts';
import { wakeUps } from './wake-ups.ts';

export type { ChangesPage, CountyEntry, CountyHub, Manifest, RecordsRequest } from './contract.ts';
export type { ReachOptions } from './bounds.ts';
export { ReachProblem } from './problem.ts';

/** Reaches a county hub; nothing is asked of it yet. */
export function reachCounty(county: County, options: ReachOptions = {}): CountyHub {
  const bounds = { ...BOUNDS, ...options };
  const transport = openTransport(county, bounds, options);
  const leaving = new AbortController();
  return {
    manifest: (at) => manifestAt(transport, at),
    changes: (after, first) => changesAfter(transport, after, first),
    digests: (at) => digestsAt(transport, at),
    keyRanges: (at, subject, range, parts) => keyRangesAt(transport, { at, subject, range, parts }),
    records: (subject, request) => recordsOf(transport, subject, request),
    lines: (path) => fileLines(transport, path),
    wakeUps: (after, signal) =>
      wakeUps({ county, bounds, lookup: options.lookup }, { after, signal: AbortSignal.any([signal, leaving.signal]) }),
    close: () => {
      leaving.abort();
      return transport.close();
    },
  };
}
