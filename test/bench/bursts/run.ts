import { simulate } from '../../rules/sentiment/bursts/simulated-topics.ts';

/** How often topics are flagged that run as usual, and that run at several times their usual rate; two years of 400 topics. */
export async function run(argv: readonly string[]): Promise<void> {
  const seed = Number(argv[0] ?? 1);
  const { topicDays, falseAlarms, bursts } = await Promise.resolve(simulate({ topics: 400, days: 758, seed }));
  const each = falseAlarms === 0 ? 'none' : `one in ${String(Math.round(topicDays / falseAlarms))}`;
  console.log(
    `${String(topicDays)} days of topics as usual: ${String(falseAlarms)} flagged (${each}), seed ${String(seed)}`,
  );
  for (const { times, usual, put, found } of bursts) {
    console.log(
      `${String(times)} times, usual ${usual}: ${((100 * found) / put).toFixed(1)} % of ${String(put)} found`,
    );
  }
}
