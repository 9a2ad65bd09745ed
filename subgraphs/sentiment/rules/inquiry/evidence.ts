import type { Refusal } from '../../../../core/refusal.ts';
import { optionalTextRefusals, textRefusals } from '../../../../core/text-input.ts';

/** What proves a step: a title, and where it is found when it is found anywhere. */
export interface StepEvidence {
  readonly title: string;
  readonly url?: string | null | undefined;
}

/** How many pieces of evidence one step takes. */
export const MOST_EVIDENCE = 20;
const LONGEST_TITLE = 200;
const LONGEST_URL = 2_000;
const ADDRESS = /^https?:\/\/[^\s/?#]+\S*$/;

/** Every reason why pieces of evidence are not taken. @see rule P7 */
export function evidenceRefusals(evidence: readonly StepEvidence[]): Refusal[] {
  const path = ['input', 'evidence'];
  if (evidence.length > MOST_EVIDENCE) {
    return [{ code: 'TOO_MANY_VALUES', path, expected: String(MOST_EVIDENCE), got: String(evidence.length) }];
  }
  return evidence.flatMap(({ title, url = null }, index) => {
    const at = [...path, String(index)];
    const refusals = [
      ...textRefusals(title, { path: [...at, 'title'], name: 'title', maximum: LONGEST_TITLE }),
      ...optionalTextRefusals(url, { path: [...at, 'url'], name: 'url', maximum: LONGEST_URL }),
    ];
    if (url !== null && refusals.length === 0 && !ADDRESS.test(url)) {
      refusals.push({ code: 'ADDRESS_MALFORMED', path: [...at, 'url'], expected: 'https://example.cn/…', got: '—' });
    }
    return refusals;
  });
}
