import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { instant, type Counts, type FromClients, type FromServer, type ToServer } from './messages.ts';

const PROCESSES = 2;
const WARM_UP = 10;

/** Measures fan-out. @param argv - subscribers and events, in place of 1,000 and 5,000 subscribers with 100 events */
export async function run(argv: readonly string[]): Promise<void> {
  const sizes = argv[0] === undefined ? [1_000, 5_000] : [Number(argv[0])];
  const events = Number(argv[1] ?? 100);
  for (const size of sizes) console.log(await measure(size, events));
}

async function measure(subscribers: number, events: number): Promise<string> {
  const server = start(new URL('./server.ts', import.meta.url), []);
  const { port } = await told<FromServer, 'listening'>(server, 'listening');
  const share = Math.ceil(subscribers / PROCESSES);
  const sizes = Array.from({ length: PROCESSES }, (_, index) => Math.min(share, subscribers - index * share));
  const clients = sizes.map((size) => start(new URL('./clients.ts', import.meta.url), [String(port), String(size)]));
  await Promise.all(clients.map((process) => told<FromClients, 'subscribed'>(process, 'subscribed')));
  await settle(server, subscribers);
  for (let event = 0; event < WARM_UP; event += 1) await publish(server, clients);
  const before = await count(server);
  const times: number[] = [];
  for (let event = 0; event < events; event += 1) times.push(await publish(server, clients));
  const after = await count(server);
  for (const process of [...clients, server]) process.kill();
  return report(subscribers, times, { before: before.counts, after: after.counts, rssMegabytes: after.rssMegabytes });
}

/** Waits until the gateway has heard every subscriber: it answers only after what came before. */
async function settle(server: ChildProcess, subscribers: number): Promise<void> {
  for (let turn = 0; turn < Math.ceil(subscribers / 100); turn += 1) await count(server);
}

/** From publication to the last client, in milliseconds. */
async function publish(server: ChildProcess, clients: readonly ChildProcess[]): Promise<number> {
  const received = clients.map((process) => told<FromClients, 'received'>(process, 'received'));
  const began = instant();
  server.send({ do: 'publish' } satisfies ToServer);
  const all = await Promise.all(received);
  return Math.max(...all.map(({ at }) => at)) - began;
}

async function count(server: ChildProcess): Promise<Extract<FromServer, { kind: 'counts' }>> {
  const answer = told<FromServer, 'counts'>(server, 'counts');
  server.send({ do: 'count' } satisfies ToServer);
  return answer;
}

function report(
  subscribers: number,
  times: readonly number[],
  { before, after, rssMegabytes }: { before: Counts; after: Counts; rssMegabytes: number },
): string {
  const sorted = [...times].sort((first, second) => first - second);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(0);
  const perEvent = (name: keyof Counts): string => String((after[name] - before[name]) / times.length);
  return [
    `${String(subscribers)} subscribers, ${String(times.length)} events`,
    `  publication to the last client: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, max ${at(1)} ms`,
    `  upstream subscriptions: ${String(after.open)}; calls for each event: feed ${perEvent('events')}, catalogue ${perEvent('institutions')}, pricing ${perEvent('prices')}`,
    `  memory of the gateway: ${String(rssMegabytes)} MB`,
  ].join('\n');
}

function start(file: URL, argv: readonly string[]): ChildProcess {
  const child = fork(fileURLToPath(file), argv, { execArgv: ['--import', 'tsx'] });
  child.once('exit', (code) => {
    if (code !== null && code !== 0)
      throw new Error(`Expected ${file.pathname} to run on, it ended with ${String(code)}.`);
  });
  return child;
}

function told<Message extends { readonly kind: string }, Kind extends Message['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<Message, { kind: Kind }>> {
  return new Promise((resolve) => {
    const hear = (message: Message): void => {
      if (message.kind !== kind) return;
      child.off('message', hear);
      resolve(message as Extract<Message, { kind: Kind }>);
    };
    child.on('message', hear);
  });
}
