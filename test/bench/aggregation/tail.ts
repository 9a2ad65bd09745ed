import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ground } from '../../../subgraphs/ground.ts';
import { answer, office, region } from '../../aggregator/support/entries.ts';
import { createPostgresDatabase } from '../../support/server.ts';
import { spread } from '../measure.ts';
import { commit } from './county.ts';
import { readyAt, start } from './processes.ts';

const COUNTIES = 60;
const EVENTS = 1_200;
const EVERY_MS = 25;

/**
 * How long it takes from a commit in a county to a subscriber of the city, with sixty counties that are followed at once. One
 * hub serves all sixty: what is measured is the city.
 */
export async function measureTail({
  county,
  countyUrl,
  folder,
}: {
  readonly county: Ground;
  readonly countyUrl: string;
  readonly folder: string;
}): Promise<void> {
  const codes = Array.from({ length: COUNTIES }, (_one, n) => `1406${String(n + 1).padStart(2, '0')}`);
  await commit(county, [...codes.map(region), ...codes.map((code) => office(code))]);
  const served = start('gateway', [], { DATA: join(folder, 'county'), DATABASE_URL: countyUrl, HUB: '140521' });
  const url = await readyAt(served);
  const file = join(folder, 'counties.json');
  const counties = codes.map((code) => ({ name: code, region: code, endpoint: url, allowPrivate: true }));
  await writeFile(file, JSON.stringify(counties));
  const { url: databaseUrl, drop } = await createPostgresDatabase();
  const settings = {
    DATA: join(folder, 'tail'),
    DATABASE_URL: databaseUrl,
    HUB: '140600',
    SAMPLE: 'no',
    COUNTIES: file,
  };
  const city = start('gateway', [], settings);
  const cityUrl = await readyAt(city);
  await untilLive(cityUrl);
  const arrived = new Map<string, number>();
  const listening = new AbortController();
  const listener = listen(cityUrl, listening.signal, (id) => void arrived.set(id, performance.now()));
  await pause(500);
  const sent = new Map<string, number>();
  for (let n = 0; n < EVENTS; n += 1) {
    const entry = { ...answer(n, { code: codes[n % COUNTIES] ?? '' }), id: `tail-${String(n)}` };
    await commit(county, [entry]);
    sent.set(entry.id, performance.now());
    await pause(EVERY_MS);
  }
  for (let tries = 0; tries < 300 && arrived.size < EVENTS; tries += 1) await pause(100);
  const times = [...sent].map(([id, at]) => (arrived.get(id) ?? Infinity) - at);
  const sorted = [...times].sort((one, other) => one - other);
  console.log(
    `${String(COUNTIES)} counties, ${String(EVENTS)} events: ${spread(times)}, 99 % ${(sorted[Math.floor(0.99 * EVENTS)] ?? NaN).toFixed(1)} ms; ` +
      `city at most ${(await city.peakMb()).toFixed(0)} MB`,
  );
  listening.abort();
  await listener.catch(() => undefined);
  await city.stop();
  await served.stop();
  await drop();
}

async function untilLive(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ aggregation { state } }' }),
    });
    const { data } = (await response.json()) as { data: { aggregation: { state: string }[] } };
    if (data.aggregation.length === COUNTIES && data.aggregation.every(({ state }) => state === 'LIVE')) return;
    await pause(200);
  }
}

/** Follows the city as its subscribers do. */
async function listen(url: string, signal: AbortSignal, arrive: (id: string) => void): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    ...{ method: 'POST', signal },
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { changed { id } }' }),
  });
  const decoder = new TextDecoder();
  for await (const piece of response.body ?? [])
    for (const [, id = ''] of decoder.decode(piece as Uint8Array, { stream: true }).matchAll(/"id":"([^"]+)"/g))
      arrive(id);
}
