import pg from 'pg';
import { append } from '../../feed/append.ts';
import { runnerOf } from '../../prisma/storage/bulk-session.ts';
import { numbered } from './writers.ts';

/** Commits pairs of entries until it is killed, and says on its output which it was told are committed. */
const [url, name = ''] = process.argv.slice(2);
const client = new pg.Client({ connectionString: url });
await client.connect();
for (let number = 0; ; number += 1) {
  const id = `${name}-${String(number)}`;
  await client.query('begin');
  await append(runnerOf(client), [numbered(`${id}-a`), numbered(`${id}-b`)]);
  await client.query('commit');
  process.stdout.write(`${id}-a\n${id}-b\n`);
}
