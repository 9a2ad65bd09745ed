import type { ExportedPart, PriceExport } from '../../commands/export/export-prices.ts';
import type { ExportScene } from '../../store/export/exported-prices.ts';

/** An export that is being written as a file: its bytes as they come. The same export gives the same bytes. */
export type WriteExport = (scene: ExportScene, opened: PriceExport) => AsyncGenerator<Uint8Array>;

/** What a row of a list begins with when the lists of several institutions stand in one file. */
export function leadingCells(scene: ExportScene, part: ExportedPart, institution: string): string[] {
  return 'region' in scene.of ? [institution, part.institutionName] : [];
}

/** What stands above them. */
export function leadingHeadings(scene: ExportScene): string[] {
  return 'region' in scene.of ? ['医疗机构标识', '医疗机构名称'] : [];
}
