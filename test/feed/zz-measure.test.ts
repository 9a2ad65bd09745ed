import { it } from 'vitest';
import { DATABASE_KINDS } from '../support/databases.ts';
import { withLog } from './with-log.ts';
import { numbered } from './writers.ts';
it.each(DATABASE_KINDS)('measure $kind', (kind) => withLog(kind, async ({ log, database, commit }) => {
  const t = async (n: string, w: () => Promise<unknown>) => { const s = performance.now(); await w(); console.log(kind.kind, n, (performance.now() - s).toFixed(0), 'ms'); };
  const body = '正文'.repeat(100);
  for (let i = 0; i < 20; i++) {
    const es = Array.from({ length: 5000 }, (_, k) => ({ ...numbered(`${String(i)}-${String(k)}`, i % 2 ? '140521' : '110101'), payload: { title: 'x', body } }));
    if (i === 10) await t('append 5000', () => commit(...es)); else await commit(...es);
  }
  await database.pool.query('analyze feed.entry');
  await t('append 1', () => commit(numbered('q')));
  await t('append 1', () => commit(numbered('q')));
  const mid = log.cursorAt(50000);
  await t('page 1000', () => log.read({ after: mid, first: 1000 }));
  await t('page 100', () => log.read({ after: mid, first: 100 }));
  await t('page rare', () => log.read({ after: mid, first: 1000, filter: { regions: ['310000'] } }));
  const head = await log.head();
  await t('digests 100k', () => log.digests(head, null));
  await t('digests region', () => log.digests(head, '140500'));
}), 120000);
