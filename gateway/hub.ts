import type { Clock } from '../core/clock.ts';
import { countiesIn, startAggregator, type RunningAggregator } from '../aggregator/index.ts';
import { readOrCreateSecret } from '../prisma/storage/data-folder.ts';
import { StartupProblem } from '../prisma/storage/startup-problem.ts';
import {
  loadSample,
  openGround,
  SUBGRAPHS,
  type Executor,
  type RouteAnswer,
  type RoutePlace,
  type RouteRequest,
  type RunningSubgraph,
} from '../subgraphs/index.ts';
import type { Config, PlacementChoice } from './config.ts';
import { overHttp } from './execution/over-http.ts';
import { routesOverHttp } from './files/over-http.ts';

/** A place for files, and how its subgraph is asked. */
export interface HubRoute extends RoutePlace {
  /** @throws Fault when the subgraph can not be reached, or the body did not come */
  readonly call: (request: RouteRequest) => Promise<RouteAnswer>;
}

/** The subgraphs of a hub, wherever they run, and how the gateway reaches them. */
export interface Hub {
  readonly executors: Readonly<Record<string, Executor>>;
  /** Where the subgraphs take and give files. */
  readonly routes: readonly HubRoute[];
  /** Whether every subgraph answers now; names those that do not. */
  missing(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * Reaches the subgraphs: started in this process, or by their URLs. The only place that knows the placement.
 *
 * @throws StartupProblem in words for people
 */
export async function openHub(config: Config, clock: Clock): Promise<Hub> {
  return config.placement.kind === 'distributed' ? distributed(config, config.placement) : embedded(config, clock);
}

async function embedded(config: Config, clock: Clock): Promise<Hub> {
  const counties = config.countiesFile === null ? [] : await countiesIn(config.countiesFile, config.hub);
  const ground = await openGround({ ...config, clock });
  const { database, log } = ground;
  const running = new Map<string, RunningSubgraph>();
  let aggregator: RunningAggregator | null = null;
  const close = async (): Promise<void> => {
    await aggregator?.close();
    for (const subgraph of running.values()) await subgraph.close();
    await ground.close();
  };
  try {
    if (config.sample) await loadSample(database.pool, log);
    const sealingKey = config.sealingKey ?? (await readOrCreateSecret(config.dataFolder, 'sealing.key', 32));
    const { retentionYears, handling } = config;
    const surroundings = { database, log, clock, sealingKey, retentionYears, handling };
    for (const subgraph of SUBGRAPHS) {
      const problem = await subgraph.problem(surroundings);
      if (problem !== null) throw new StartupProblem(problem);
    }
    for (const subgraph of SUBGRAPHS) running.set(subgraph.name, subgraph.start(surroundings));
    await Promise.all([...running.values()].map((subgraph) => subgraph.followers.level()));
    if (counties.length > 0) aggregator = startAggregator({ database, log, clock }, counties);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    executors: Object.fromEntries([...running].map(([name, { execute }]) => [name, execute])),
    routes: SUBGRAPHS.flatMap(({ name, routes }) =>
      routes.map((route) => ({ ...route, call: (request) => calledIn(running, name, request) })),
    ),
    missing: async () => {
      await database.pool.query('select 1');
      return [];
    },
    close,
  };
}

function calledIn(
  running: ReadonlyMap<string, RunningSubgraph>,
  name: string,
  request: RouteRequest,
): Promise<RouteAnswer> {
  const subgraph = running.get(name);
  return subgraph === undefined ? Promise.reject(new Error(`No subgraph ${name}`)) : subgraph.route(request);
}

async function distributed(config: Config, { urls }: PlacementChoice & { kind: 'distributed' }): Promise<Hub> {
  const secret = await subgraphSecret(config);
  const { requestMs } = config.limits;
  const reached = Object.entries(urls).map(([name, url]) => ({
    name,
    url,
    over: overHttp({ url, secret, timeoutMs: requestMs }),
    files: routesOverHttp({ url, secret, timeoutMs: requestMs }),
  }));
  return {
    executors: Object.fromEntries(reached.map(({ name, over }) => [name, over.execute])),
    routes: reached.flatMap(({ name, files }) =>
      SUBGRAPHS.filter((subgraph) => subgraph.name === name).flatMap(({ routes }) =>
        routes.map((route) => ({ ...route, call: files.call })),
      ),
    ),
    missing: async () => {
      const alive = await Promise.all(reached.map(({ url }) => answersHealth(url)));
      return reached.filter((_one, index) => alive[index] !== true).map(({ name }) => name);
    },
    close: async () => {
      await Promise.all(reached.flatMap(({ over, files }) => [over.close(), files.close()]));
    },
  };
}

/** What the gateway shows to subgraphs that run on their own. */
async function subgraphSecret({ subgraphSecret: told, dataFolder }: Config): Promise<string> {
  if (told !== null) return told;
  return Buffer.from(await readOrCreateSecret(dataFolder, 'subgraph.key', 32)).toString('base64url');
}

async function answersHealth(url: string): Promise<boolean> {
  const health = new URL('/health', url);
  return fetch(health, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  );
}
