import { runFileCommand, wordsOf } from './files/command.ts';
import { download } from './files/download.ts';
import { EXPORT_USAGE, readExportRequest } from './files/export-request.ts';

/** The entry point of `npm run export`: writes a catalogue or prices to a file. */
await runFileCommand({
  reading: readExportRequest(process.argv.slice(2)),
  usage: EXPORT_USAGE,
  run: async (hub, { file, path, parameters }) => {
    const outcome = await download(file, (more) =>
      hub.ask(`${path}?${new URLSearchParams({ ...parameters, ...more }).toString()}`),
    );
    if ('refused' in outcome) {
      console.error(wordsOf(outcome.refused));
      return false;
    }
    console.log(`${file}: ${String(outcome.done.bytes)} bytes, SHA-256 ${outcome.done.sha256}`);
    return true;
  },
});
