import { CHANGE_SUBJECTS } from '../../../core/change.ts';
import type { SqlRunner } from '../../../core/sql.ts';
import type { Route } from '../../kit/route.ts';
import { exportManifest } from './export-manifest.ts';
import { exportPath, exportSubject } from './export-subject.ts';

/** Where the log gives what stands in it: a list of files, and one file for each subject kind. */
export const routes: readonly Route<SqlRunner>[] = [
  { method: 'GET', path: '/export', maxBodyBytes: 0, handle: exportManifest },
  ...CHANGE_SUBJECTS.map((subject): Route<SqlRunner> => ({
    ...{ method: 'GET', path: exportPath(subject), maxBodyBytes: 0 },
    handle: (request, context) => exportSubject(subject, request, context),
  })),
];
