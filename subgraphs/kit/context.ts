import type DataLoader from 'dataloader';
import type { Clock } from '../../core/clock.ts';
import type { BulkSession } from '../../core/sql.ts';
import type { RequestScope } from '../../core/viewer.ts';
import type { WorkingCalendar } from '../../core/working-calendar.ts';
import type { Log } from '../../feed/log.ts';
import type { Resume } from './executor.ts';
import type { Sealing } from './sealing.ts';

/** How matters of public concern are handled, where the rules leave it to the hub. */
export interface Handling {
  /** How long before a deadline an alarm tells of it, in milliseconds; the longest first. */
  readonly alarmDistances: readonly number[];
  /** How many times a matter may be forwarded (转办) once it is assigned. */
  readonly mostForwardings: number;
}

/** What a subgraph holds for as long as it runs; `Db` is its own Prisma client and no other's. */
export interface Holdings<Db> {
  readonly db: Db;
  readonly log: Log;
  readonly clock: Clock;
  /** Opens a session for bulk work such as an import; see {@link BulkSession}. */
  readonly openBulk: () => Promise<BulkSession>;
  /**
   * The working calendar as the owner's own tables have it now: always level with what the owner itself has written or
   * followed. Never inside a transaction, where `calendarWithin` reads it.
   */
  readonly calendar: () => Promise<WorkingCalendar>;
  /** How what is personal lies in the database. */
  readonly sealing: Sealing;
  /** For how many years after the file is closed what is personal is kept. */
  readonly retentionYears: number;
  readonly handling: Handling;
}

/** What every resolver of a subgraph gets: its holdings, who asks, and the loaders of this one request. */
export interface Context<Db> extends Holdings<Db> {
  readonly scope: RequestScope;
  /** Set when the gateway reads a resumable subscription; see `schema/FEED.md`. */
  readonly resume: Resume | null;
  /** Loaders by name, made on first use and dropped with the request. */
  readonly loaders: Map<string, DataLoader<unknown, unknown, string>>;
}

/** A context for one request, or for one event of a subscription. */
export function contextFor<Db>(holdings: Holdings<Db>, scope: RequestScope, resume: Resume | null = null): Context<Db> {
  return { ...holdings, scope, resume, loaders: new Map() };
}
