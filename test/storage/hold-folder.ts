/** A process that takes a data folder, says so (or why not) on its standard output, and holds on until it is ended. */
import { ownDataFolder } from '../../prisma/storage/data-folder.ts';

const [path = ''] = process.argv.slice(2);
try {
  const folder = await ownDataFolder(path);
  console.log('owned');
  process.stdin.once('end', () => void folder.release()).resume();
} catch (error) {
  console.log(error instanceof Error ? `${error.name}: ${error.message}` : error);
}
