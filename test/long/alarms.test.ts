import { expect, it } from 'vitest';
import { simulatedOnServer } from '../subgraphs/sentiment/alarms/simulated.ts';

it('tells every alarm of 100,000 events and inquiries once, through 20 restarts and by two processes', async () => {
  const began = performance.now();
  const { verdict, happened } = await simulatedOnServer(
    { matters: 100_000, steps: 1_000, restarts: 20, byCommand: 2 },
    Number(process.env['SEED'] ?? 1),
  );
  const { told, ...rest } = verdict;
  const seconds = (performance.now() - began) / 1_000;
  const perSecond = told / (happened.lookingMs / 1_000);
  console.log(
    `${String(happened.matters)} matters, ${String(happened.spans.length)} spans of clocks, ${String(told)} alarms in ${seconds.toFixed(0)} s; telling them took ${(happened.lookingMs / 1_000).toFixed(0)} s: ${perSecond.toFixed(0)} alarms/s`,
  );
  expect(rest).toEqual({ missed: [], wrong: [], repeated: [], misdated: [], unlogged: 0 });
  expect(happened.matters).toBe(100_000);
});
