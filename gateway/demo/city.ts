import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../../core/clock.ts';
import { readOrCreateSecret } from '../../prisma/storage/data-folder.ts';
import { signToken, TOKEN_KEY } from '../token-request.ts';
import { readArguments } from '../arguments.ts';
import { startHubProcess, type HubProcess } from './hub-process.ts';

const CITY = '140500';
const COUNTIES = [
  { region: '140521', name: '沁水县' },
  { region: '140522', name: '阳城县' },
  { region: '140524', name: '陵川县' },
] as const;

const LANES = `{ aggregation { region { code } name state taken lagEntries lagSeconds
  proof { isComplete subjects { count } } fault { message } quarantine { message } } }`;

interface Lanes {
  readonly aggregation: readonly {
    readonly region: { readonly code: string };
    readonly name: string;
    readonly state: string;
    readonly taken: number;
    readonly lagEntries: number | null;
    readonly lagSeconds: number | null;
    readonly proof: { readonly isComplete: boolean; readonly subjects: readonly { readonly count: number }[] } | null;
  }[];
}

const RECORD = `mutation($input: RecordOpinionEventInput!) { recordOpinionEvent(input: $input) {
  __typename ... on OpinionEvent { id } ... on Refused { refusals { message } } } }`;

/**
 * The entry point of `npm run demo:city`: a city and three counties on this machine, each a process with a database of its
 * own; something is made public in each county, and shown when it stands in the city. Ends by itself, or with `--stay` when
 * it is interrupted.
 */
async function main(argv: readonly string[]): Promise<void> {
  const { options, problems } = readArguments(argv, { stay: 'switch' });
  if (problems.length > 0) throw new Error([...problems, 'Usage: npm run demo:city [-- --stay]'].join('\n'));
  const folder = await mkdtemp(join(tmpdir(), 'demo-city-'));
  const running: HubProcess[] = [];
  try {
    for (const { region, name } of COUNTIES) {
      const hub = await startHubProcess({ HUB: region, DATA: join(folder, region) });
      running.push(hub);
      console.log(`${name} (${region}) at ${hub.url}`);
    }
    const file = join(folder, 'counties.json');
    const named = COUNTIES.map((county, index) => ({
      ...county,
      endpoint: `${running[index]?.url ?? ''}/graphql`,
      allowPrivate: true,
    }));
    await writeFile(file, JSON.stringify(named));
    const city = await startHubProcess({ HUB: CITY, DATA: join(folder, CITY), COUNTIES: file });
    running.push(city);
    console.log(`晋城市 (${CITY}) at ${city.url}, pulling from all three`);
    await untilLive(city);
    await publishEverywhere(folder, running, city);
    await show(city);
    if (options.has('stay')) await interrupted();
  } finally {
    await Promise.all(running.map((hub) => hub.stop()));
    await rm(folder, { recursive: true, force: true });
  }
}

async function untilLive(city: HubProcess): Promise<void> {
  const began = performance.now();
  for (;;) {
    const { aggregation } = await city.ask<Lanes>(LANES);
    if (aggregation.length === COUNTIES.length && aggregation.every(({ state }) => state === 'LIVE')) break;
    await pause(100);
  }
  console.log(`All three are held and proven equal after ${seconds(began)} s:`);
  await show(city);
}

async function show(city: HubProcess): Promise<void> {
  const { aggregation } = await city.ask<Lanes>(LANES);
  for (const { region, name, state, taken, proof, lagEntries } of aggregation) {
    const held = proof?.subjects.reduce((sum, { count }) => sum + count, 0) ?? 0;
    const equal = proof?.isComplete === true ? 'equal digests' : 'not proven';
    console.log(
      `  ${name} (${region.code}): ${state}, ${taken} entries taken, ${held} records at the last proof (${equal}), ${lagEntries ?? '?'} behind`,
    );
  }
}

/** In each county something is made public; when the city has it, it is told after how long. */
async function publishEverywhere(folder: string, counties: readonly HubProcess[], city: HubProcess): Promise<void> {
  for (const [index, { region, name }] of COUNTIES.entries()) {
    const key = await readOrCreateSecret(join(folder, region), TOKEN_KEY.file, TOKEN_KEY.bytes);
    const token = await signToken({ role: 'PUBLISHER', regions: [region], sub: 'demo', days: 1 }, key, systemClock);
    const input = {
      ...{ region, title: `${name}门诊排队时间过长`, source: 'HOTLINE_12345', severity: 'ORDINARY' },
      detectedAt: systemClock.now().toISOString(),
    };
    const began = performance.now();
    type Recorded = { recordOpinionEvent: { __typename: string; id?: string } };
    const recorded = (await counties[index]?.ask<Recorded>(RECORD, { input }, token))?.recordOpinionEvent;
    if (recorded?.id === undefined) throw new Error(`${name}: the event was refused.`);
    await untilThere(city, recorded.id);
    console.log(`${name}: made public there, in the city after ${seconds(began)} s: ${input.title} (${recorded.id})`);
  }
}

async function untilThere(city: HubProcess, id: string): Promise<void> {
  type Found = { opinionEvent: { id: string } | null };
  const query = 'query($id: ID!) { opinionEvent(id: $id) { id } }';
  while ((await city.ask<Found>(query, { id })).opinionEvent === null) await pause(20);
}

async function interrupted(): Promise<void> {
  console.log('Ctrl-C ends all four.');
  await new Promise<void>((resolve) =>
    process.once('SIGINT', () => {
      resolve();
    }),
  );
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1_000).toFixed(2);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
