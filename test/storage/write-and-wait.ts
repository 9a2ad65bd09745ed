/** A process that commits a row to an embedded database, begins another and says so; then waits to be killed. */
import { openDatabase } from '../../prisma/storage/database.ts';

const [folder = ''] = process.argv.slice(2);
const { pool } = await openDatabase({ kind: 'embedded', folder });
await pool.query('CREATE TABLE IF NOT EXISTS kept (one int)');
await pool.query('INSERT INTO kept VALUES (1)');
const client = await pool.connect();
await client.query('BEGIN');
await client.query('INSERT INTO kept VALUES (2)');
console.log('written');
setInterval(() => undefined, 1_000_000);
