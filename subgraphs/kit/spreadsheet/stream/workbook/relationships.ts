import type { Archive } from './archive.ts';
import { readXml } from './xml.ts';

/** What a part of a workbook points to. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, which is the same in the transitional and the strict form of the standard. */
  readonly kind: string;
  /** The part's path in the archive. */
  readonly path: string;
}

/**
 * What a part points to within the archive; nothing when it says nothing of it.
 *
 * @param path - of the part; blank for the archive itself
 */
export async function relationshipsOf(archive: Archive, path: string): Promise<readonly Relationship[]> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const list = `${folder}_rels/${path.slice(folder.length)}.rels`;
  const found: Relationship[] = [];
  if (!archive.has(list)) return found;
  await readXml(archive.part(list), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      found.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), path: resolved(folder, Target) });
    },
  });
  return found;
}

function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').slice(0, -1);
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
