import type { Route } from '../../kit/route.ts';
import type { Database } from '../store/database.ts';
import { exportAnnualReport } from './export-annual-report.ts';

/** Where documents give files. */
export const routes: readonly Route<Database>[] = [
  { method: 'GET', path: '/exports/annual-report', maxBodyBytes: 0, handle: exportAnnualReport },
];
