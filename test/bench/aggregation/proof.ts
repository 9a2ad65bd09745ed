import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { countyAt, pullOnce } from '../../../aggregator/index.ts';
import { systemClock } from '../../../core/clock.ts';
import { openGround } from '../../../subgraphs/index.ts';
import type { Ground } from '../../../subgraphs/ground.ts';
import { createPostgresDatabase } from '../../support/server.ts';
import { COUNTY } from './county.ts';

/** How many bytes a proof takes beside the bytes of the data, with nothing to find and with five records that differ. */
export async function measureProof({
  county,
  url,
  folder,
}: {
  readonly county: Ground;
  readonly url: string;
  readonly folder: string;
}): Promise<void> {
  const { url: databaseUrl, drop } = await createPostgresDatabase();
  const ground = await openGround({
    dataFolder: join(folder, 'proof'),
    databaseUrl,
    hub: '140500',
    clock: systemClock,
  });
  const wire = await countingProxy(url);
  const records = (await county.log.digests(await county.log.head(), COUNTY)).reduce(
    (sum, { count }) => sum + count,
    0,
  );
  const pull = async (): Promise<number> => {
    const before = wire.bytes();
    // Without the price lists, whose rows are no records of the log.
    await pullOnce(
      { ...ground, clock: systemClock },
      await countyAt(wire.url, '140500', { region: COUNTY, name: 'proof', token: null }),
    );
    return wire.bytes() - before;
  };
  const data = await pull();
  const equal = await pull();
  await ground.database.pool.query(
    `update feed.entry set digest = repeat('0', 64) where id in (select id from feed.entry where subject = 'DOCUMENT' order by md5(id) limit 5)`,
  );
  const repaired = await pull();
  const share = (bytes: number): string => `${((bytes / data) * 100).toFixed(3)} %`;
  console.log(
    `proof over ${String(records)} records, ${(data / 1e6).toFixed(1)} MB: ${String(equal)} bytes (${share(equal)}) when equal, ` +
      `${String(repaired)} (${share(repaired)}) to find and mend five`,
  );
  wire.close();
  await ground.close();
  await drop();
}

/** Passes connections on and counts what goes through, both ways. */
async function countingProxy(url: string): Promise<{ url: string; bytes: () => number; close: () => void }> {
  const { hostname, port } = new URL(url);
  let bytes = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const there = connect(Number(port), hostname);
    for (const [from, to] of [
      [client, there],
      [there, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (piece: Buffer) => (bytes += piece.length));
      from.on('error', () => to.destroy());
      from.pipe(to);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    bytes: () => bytes,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
