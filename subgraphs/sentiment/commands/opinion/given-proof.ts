import type { Refusal } from '../../../../core/refusal.ts';
import { evidenceRefusals, type GivenEvidence } from '../../rules/opinion/evidence.ts';
import { keptText, LONGEST, optionalText } from '../../rules/opinion/opinion-input.ts';
import type { Evidence } from '../../store/opinion/steps.ts';

/** What is handed in with a step: a note, and what proves it; both for staff only. */
export interface GivenProof {
  readonly note?: string | null | undefined;
  readonly evidence?: readonly GivenEvidence[] | null | undefined;
}

/** Why what is handed in with a step is not taken. */
export function proofRefusals({ note, evidence }: GivenProof): Refusal[] {
  return [...optionalText(['input', 'note'], keptText(note), LONGEST.note), ...evidenceRefusals(evidence ?? [])];
}

/** The same as it is kept with the step. */
export function keptProof({ note, evidence }: GivenProof): {
  readonly note: string | null;
  readonly evidence: readonly Evidence[];
} {
  const kept = (evidence ?? []).map(({ title, url }) => ({ title: title.trim(), url: url ?? null }));
  return { note: keptText(note), evidence: kept };
}
