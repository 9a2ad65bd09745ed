import { createReadStream } from 'node:fs';
import { systemClock } from '../../../core/clock.ts';
import { openLog } from '../../../feed/log.ts';
import { openDatabase } from '../../../prisma/storage/database.ts';
import { pricing } from '../../../subgraphs/pricing/index.ts';
import { CONFIGURED } from '../../support/configured.ts';

/**
 * Imports one list after the other until it is killed; says so before each.
 *
 * @param argv - the database's address or folder, the institution, and the files in turn
 */
const [where = '', institution = '', ...files] = process.argv.slice(2);
const isServer = where.startsWith('postgres');
const database = await (isServer
  ? openDatabase({ kind: 'postgres', url: where })
  : openDatabase({ kind: 'embedded', folder: where }));
const log = await openLog({ database, hub: { name: 'test', regionCode: '140500' }, clock: systemClock });
const running = pricing.start({ database, log, clock: systemClock, ...CONFIGURED });
const viewer = { role: 'PUBLISHER', regions: ['140500'], institution: null, subject: 'test', expiresAt: 1e12 } as const;
for (let turn = 0; ; turn += 1) {
  console.log(`import ${String(turn)}`);
  const answer = await running.route({
    ...{ method: 'POST', path: '/imports/prices', headers: {}, signal: new AbortController().signal },
    query: new URLSearchParams({ institution, kind: 'SERVICE', effectiveOn: '2026-12-01' }),
    body: createReadStream(files[turn % files.length] ?? ''),
    scope: { viewer, locale: 'en', requestId: 'test' },
  });
  if (answer.status !== 200) throw new Error(`An import was refused with ${String(answer.status)}.`);
}
