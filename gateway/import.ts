import { runFileCommand } from './files/command.ts';
import { IMPORT_USAGE, readImportRequest } from './files/import-request.ts';
import { runImport } from './files/import-run.ts';

/** The entry point of `npm run import`: hands a file to the hub and prints its report. */
await runFileCommand({ reading: readImportRequest(process.argv.slice(2)), usage: IMPORT_USAGE, run: runImport });
