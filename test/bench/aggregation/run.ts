import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresDatabase } from '../../support/server.ts';
import { commit, COUNTY, documents, openCounty, priceList } from './county.ts';
import { readyAt, start } from './processes.ts';
import { measureProof } from './proof.ts';
import { measureTail } from './tail.ts';

/**
 * Measures how a city takes over a county, each a process of its own over a database of its own on one PostgreSQL server.
 *
 * @param argv - how many entries, how many rows of prices; 100,000 and 1,000,000 when left out
 */
export async function run([entries = '100000', rows = '1000000']: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-aggregation-'));
  const [county, city] = await Promise.all([createPostgresDatabase(), createPostgresDatabase()]);
  try {
    const ground = await openCounty(folder, county.url);
    const served = start('gateway', [], { DATA: join(folder, 'county'), DATABASE_URL: county.url, HUB: COUNTY });
    const url = await readyAt(served);
    const pull = async (what: string, count: number): Promise<void> => {
      const settings = { DATA: join(folder, 'city'), DATABASE_URL: city.url, HUB: '140500', SAMPLE: 'no' };
      const pulling = start('pull', ['--from', url, '--region', COUNTY, '--name', 'bench'], settings);
      const [code] = (await once(pulling.process, 'exit')) as [number];
      if (code !== 0) throw new Error(`The pull of ${what} failed.`);
      const seconds = Number(/; ([\d.]+) s/.exec(pulling.output())?.[1]);
      const [there, here] = [await served.peakMb(), await pulling.peakMb()];
      console.log(
        `${what}: ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} a second; ` +
          `at most ${here.toFixed(0)} MB here, ${there.toFixed(0)} MB there`,
      );
    };
    await commit(ground, await documents(ground, Number(entries)));
    await pull(`${entries} documents from an empty city`, Number(entries));
    await priceList(ground, Number(rows));
    await pull(`a list of ${rows} prices`, Number(rows));
    await pull('nothing new', 0);
    await measureProof({ county: ground, url, folder });
    await served.stop();
    await measureTail({ county: ground, countyUrl: county.url, folder });
    await ground.close();
  } finally {
    await Promise.all([county.drop(), city.drop()]);
    await rm(folder, { recursive: true, force: true });
  }
}
