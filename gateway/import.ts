import { readFile } from 'node:fs/promises';
import { codeOf, StartupProblem } from '../prisma/storage/startup-problem.ts';
import { runFileCommand, wordsOf } from './files/command.ts';
import { IMPORT_USAGE, readImportRequest } from './files/file-request.ts';

/** The entry point of `npm run import`: hands a file to the hub and prints its report. */
await runFileCommand({
  reading: readImportRequest(process.argv.slice(2)),
  usage: IMPORT_USAGE,
  run: async (hub, { file, region, parameters }) => {
    const body = await readFile(file).catch((error: unknown) => {
      throw new StartupProblem(`${file}: expected a file that can be read, got ${codeOf(error) ?? 'an error'}`);
    });
    const query = new URLSearchParams({ ...(region !== null && { region }), ...parameters });
    const answer = await hub.ask(`/imports/catalogue?${query.toString()}`, { method: 'POST', body });
    const words = wordsOf(await answer.text());
    if (answer.ok) console.log(words);
    else console.error(words);
    return answer.ok;
  },
});
