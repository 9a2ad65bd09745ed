import { writeFile } from 'node:fs/promises';
import { codeOf, StartupProblem } from '../prisma/storage/startup-problem.ts';
import { runFileCommand, wordsOf } from './files/command.ts';
import { EXPORT_USAGE, readExportRequest } from './files/export-request.ts';

/** The entry point of `npm run export`: writes a catalogue to a file. */
await runFileCommand({
  reading: readExportRequest(process.argv.slice(2)),
  usage: EXPORT_USAGE,
  run: async (hub, { file, path, parameters }) => {
    const answer = await hub.ask(`${path}?${new URLSearchParams(parameters).toString()}`);
    if (!answer.ok) {
      console.error(wordsOf(await answer.text()));
      return false;
    }
    const bytes = new Uint8Array(await answer.arrayBuffer());
    await writeFile(file, bytes).catch((error: unknown) => {
      throw new StartupProblem(`${file}: expected a file that can be written, got ${codeOf(error) ?? 'an error'}`);
    });
    console.log(`${file}: ${String(bytes.length)} bytes`);
    return true;
  },
});
