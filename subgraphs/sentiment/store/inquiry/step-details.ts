import { parseCivilDate, type CivilDate } from '../../../../core/civil-date.ts';
import type { InquiryStep } from './rows.ts';

/** What proves a step, as it is shown. */
export interface ShownEvidence {
  readonly title: string;
  readonly url: string | null;
}

/** What proves a step. */
export function evidenceOf({ evidence }: Pick<InquiryStep, 'evidence'>): readonly ShownEvidence[] {
  return Array.isArray(evidence) ? (evidence as unknown as ShownEvidence[]) : [];
}

/** Of an extension by how many days, and when whoever asked was told; nulls for every other step. */
export function extensionOf({ kind, detail }: Pick<InquiryStep, 'kind' | 'detail'>): {
  readonly days: number | null;
  readonly toldOn: CivilDate | null;
} {
  if (kind !== 'EXTENDED') return { days: null, toldOn: null };
  const { days, toldOn } = detail as { readonly days: number; readonly toldOn: string };
  return { days, toldOn: parseCivilDate(toldOn) };
}
