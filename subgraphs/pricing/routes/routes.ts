import type { Route } from '../../kit/route.ts';
import type { Database } from '../store/database.ts';
import { exportPeriodsFile } from './export/export-periods-file.ts';
import { exportPricesFile } from './export/export-prices-file.ts';
import { importPrices } from './import/import-prices.ts';

/** Two gigabytes: ten million prices as text. */
const MAX_FILE_BYTES = 2_000_000_000;

/** Where pricing takes and gives files. */
export const routes: readonly Route<Database>[] = [
  { method: 'POST', path: '/imports/prices', maxBodyBytes: MAX_FILE_BYTES, handle: importPrices },
  { method: 'GET', path: '/exports/prices', maxBodyBytes: 0, handle: exportPricesFile },
  { method: 'GET', path: '/exports/price-periods', maxBodyBytes: 0, handle: exportPeriodsFile },
];
