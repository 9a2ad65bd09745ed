import type { Route } from '../../kit/route.ts';
import type { Database } from '../store/database.ts';
import { exportCatalogueFile } from './export-catalogue-file.ts';
import { importCatalogueFile } from './import-catalogue-file.ts';

/** Twenty megabytes: a catalogue has some tens of kilobytes. */
const MAX_FILE_BYTES = 20_000_000;

/** Where the catalogue takes and gives files. */
export const routes: readonly Route<Database>[] = [
  { method: 'POST', path: '/imports/catalogue', maxBodyBytes: MAX_FILE_BYTES, handle: importCatalogueFile },
  { method: 'GET', path: '/exports/catalogue', maxBodyBytes: 0, handle: exportCatalogueFile },
];
