import { refusalMessage } from '../../../core/refusal.ts';
import type { Locale } from '../../../core/viewer.ts';
import type { SheetReading } from '../rules/sheet/catalogue-file.ts';
import type { SheetFault } from '../rules/sheet/sheet-fault.ts';

/** How a file was read. */
export interface ReadFile {
  readonly fileName: string | null;
  readonly format: 'xlsx' | 'csv';
  readonly sheets: readonly SheetReading[];
}

/** The draft that a file became. */
export interface MadeDraft {
  readonly id: string;
  readonly region: string;
  readonly edition: string;
  readonly title: string;
  readonly status: string;
  readonly items: number;
}

/** What came of a file. */
export type ImportOutcome =
  | { readonly outcome: 'imported'; readonly file: ReadFile; readonly catalogue: MadeDraft }
  | { readonly outcome: 'refused'; readonly file: ReadFile | null; readonly faults: readonly SheetFault[] };

/** The same as people and programs read it. */
export type ImportReport = ImportOutcome & {
  /** One sentence on the whole. */
  readonly message: string;
  /** What to do now. */
  readonly next: string;
  readonly faults: readonly (SheetFault & { readonly message: string })[];
};

const MESSAGES = {
  zh: {
    imported: (items: number, edition: string) => `已导入 ${String(items)} 个事项，成为“${edition}”版草稿。`,
    refused: (count: number) => `未导入任何内容：发现 ${String(count)} 处问题，全部列出如下。`,
    afterRefusal: '请在表格中逐处改正后重新导入；此前的草稿没有变化。',
    afterImport: (id: string) => `核对草稿后，以变更 fileCatalogue 提交上一级备案（目录 id：${id}）。`,
  },
  en: {
    imported: (items: number, edition: string) =>
      `${String(items)} items were imported and are the draft "${edition}".`,
    refused: (count: number) =>
      `Nothing was imported: ${count === 1 ? 'one fault was' : `${String(count)} faults were`} found, all of them listed here.`,
    afterRefusal: 'Mend them in the sheet and import it again; the draft before is unchanged.',
    afterImport: (id: string) =>
      `Look the draft through, then file it with the superior by the mutation fileCatalogue (catalogue id: ${id}).`,
  },
} as const;

/** The report on a file in a language. */
export function importReport(outcome: ImportOutcome, locale: Locale): ImportReport {
  const words = MESSAGES[locale];
  if (outcome.outcome === 'imported') {
    const { id, items, edition } = outcome.catalogue;
    return { ...outcome, message: words.imported(items, edition), next: words.afterImport(id), faults: [] };
  }
  const faults = outcome.faults.map((fault) => ({ ...fault, message: refusalMessage({ ...fault, path: [] }, locale) }));
  return { ...outcome, message: words.refused(faults.length), next: words.afterRefusal, faults };
}
