import type { Route } from '../../kit/route.ts';
import type { Database } from '../store/database.ts';
import { exportPricesFile } from './export/export-prices-file.ts';

/** Where pricing takes and gives files. */
export const routes: readonly Route<Database>[] = [
  { method: 'GET', path: '/exports/prices', maxBodyBytes: 0, handle: exportPricesFile },
];
