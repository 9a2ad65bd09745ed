import type { Route } from '../../kit/route.ts';
import type { Database } from '../store/database.ts';
import { importPrices } from './import-prices.ts';

/** Two gigabytes: ten million prices as text. */
const MAX_FILE_BYTES = 2_000_000_000;

/** Where pricing takes and gives files. */
export const routes: readonly Route<Database>[] = [
  { method: 'POST', path: '/imports/prices', maxBodyBytes: MAX_FILE_BYTES, handle: importPrices },
];
