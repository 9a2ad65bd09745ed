import { systemClock } from '../../../../core/clock.ts';
import { openLog } from '../../../../feed/log.ts';
import { openDatabase } from '../../../../prisma/storage/database.ts';
import { sentiment } from '../../../../subgraphs/sentiment/index.ts';
import { CONFIGURED } from '../../../support/configured.ts';

/**
 * Tells alarms that are due until it is killed; says so before it begins.
 *
 * @param argv - the database's address
 */
const [url = ''] = process.argv.slice(2);
const database = await openDatabase({ kind: 'postgres', url });
const log = await openLog({ database, hub: { name: 'test', regionCode: '140500' }, clock: systemClock });
console.log('telling');
sentiment.start({ database, log, clock: systemClock, ...CONFIGURED });
