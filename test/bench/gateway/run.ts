import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { QUERIES } from './subgraphs.ts';

const NAMES = ['@apollo/gateway', 'Hive Gateway', 'hub', 'hub, subgraphs compiled'];
const CONNECTIONS = 32;
const WARM_UP_MS = 3_000;

/**
 * Measures answers a second over HTTP and what each costs, each gateway in a process of its own, in turns, so that whatever else the
 * machine does falls on all alike.
 *
 * @param argv - rounds and seconds of each turn, in place of 5 rounds of 3 seconds
 */
export async function run(argv: readonly string[]): Promise<void> {
  const rounds = Number(argv[0] ?? 5);
  const turnMs = Number(argv[1] ?? 3) * 1_000;
  const served = await Promise.all(NAMES.map(serve));
  for (const [kind, query] of Object.entries(QUERIES)) {
    await checkEqual(served, query);
    const rates = new Map<string, Turn[]>(NAMES.map((name) => [name, []]));
    for (const one of served) await measure(one, query, WARM_UP_MS);
    for (let round = 0; round < rounds; round += 1) {
      for (const one of served) rates.get(one.name)?.push(await measure(one, query, turnMs));
    }
    console.log(report(kind, rates));
  }
  for (const { process, pool } of served) {
    process.kill('SIGKILL');
    await pool.destroy();
  }
}

interface Served {
  readonly name: string;
  readonly process: ChildProcess;
  readonly pool: Pool;
}

async function serve(name: string): Promise<Served> {
  const process = fork(fileURLToPath(new URL('./server.ts', import.meta.url)), [name], {
    execArgv: ['--import', 'tsx'],
  });
  const [{ port }] = (await once(process, 'message')) as [{ port: number }];
  return { name, process, pool: new Pool(`http://127.0.0.1:${String(port)}`, { connections: CONNECTIONS }) };
}

async function ask(pool: Pool, query: string): Promise<string> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const answer = await pool.request({ path: '/graphql', method: 'POST', headers, body: JSON.stringify({ query }) });
  return answer.body.text();
}

/** A gateway that answers something else is not compared. */
async function checkEqual(served: readonly Served[], query: string): Promise<void> {
  const answers = await Promise.all(
    served.map(async ({ pool }) => JSON.parse(await ask(pool, query)) as { data?: unknown }),
  );
  for (const [index, { data }] of answers.entries()) {
    if (data === undefined || !isDeepStrictEqual(data, answers[0]?.data)) {
      throw new Error(
        `${String(served[index]?.name)} answers otherwise: ${JSON.stringify(answers[index]).slice(0, 500)}`,
      );
    }
  }
}

/** What one contender did in one turn. */
interface Turn {
  readonly perSecond: number;
  /** Microseconds of the contender's own processor time for one answer; what others do on the machine is not in it. */
  readonly cpu: number;
}

async function measure(one: Served, query: string, milliseconds: number): Promise<Turn> {
  const cpuBefore = await cpuOf(one);
  const began = performance.now();
  const until = began + milliseconds;
  let answers = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      await ask(one.pool, query);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  const perSecond = answers / ((performance.now() - began) / 1_000);
  return { perSecond, cpu: ((await cpuOf(one)) - cpuBefore) / answers };
}

async function cpuOf({ process }: Served): Promise<number> {
  process.send('cpu');
  const [{ cpu }] = (await once(process, 'message')) as [{ cpu: number }];
  return cpu;
}

function report(kind: string, turns: ReadonlyMap<string, readonly Turn[]>): string {
  const base = turns.get(NAMES[0] ?? '') ?? [];
  const lines = [...turns].map(([name, own]) => {
    const faster = median(own.map(({ perSecond }, round) => perSecond / (base[round]?.perSecond ?? NaN)));
    const leaner = median(own.map(({ cpu }, round) => (base[round]?.cpu ?? NaN) / cpu));
    const perSecond = median(own.map((turn) => turn.perSecond)).toFixed(0);
    const cpu = median(own.map((turn) => turn.cpu)).toFixed(0);
    return `  ${name.padEnd(26)} ${perSecond.padStart(6)} answers/s × ${faster.toFixed(1)}  ${cpu.padStart(6)} µs of CPU each × ${leaner.toFixed(1)}`;
  });
  return [`${kind} (medians; × as good as ${String(NAMES[0])} in the same round)`, ...lines].join('\n');
}

function median(values: readonly number[]): number {
  return [...values].sort((first, second) => first - second)[Math.floor(values.length / 2)] ?? NaN;
}
