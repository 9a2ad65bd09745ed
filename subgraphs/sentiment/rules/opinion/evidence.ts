import type { Refusal } from '../../../../core/refusal.ts';
import { optionalText, requiredText } from './opinion-input.ts';

/** So much may be given to prove one step. */
const MOST_EVIDENCE = 20;
const LONGEST_TITLE = 200;
const LONGEST_ADDRESS = 500;
const ADDRESS = /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i;

/** What proves a step, as it is handed in. */
export interface GivenEvidence {
  readonly title: string;
  readonly url?: string | null | undefined;
}

/** Why evidence is not taken: too much of it, one without a title, or an address that is none of the web. */
export function evidenceRefusals(evidence: readonly GivenEvidence[]): Refusal[] {
  const at = ['input', 'evidence'];
  if (evidence.length > MOST_EVIDENCE) {
    return [{ code: 'TOO_MANY_VALUES', path: at, expected: String(MOST_EVIDENCE), got: String(evidence.length) }];
  }
  return evidence.flatMap(({ title, url }, index) => {
    const path = [...at, String(index)];
    return [
      ...requiredText([...path, 'title'], title, LONGEST_TITLE),
      ...addressRefusals([...path, 'url'], url ?? null),
    ];
  });
}

function addressRefusals(path: readonly string[], url: string | null): Refusal[] {
  if (url === null) return [];
  if (ADDRESS.test(url)) return optionalText(path, url, LONGEST_ADDRESS);
  return [{ code: 'ADDRESS_MALFORMED', path, expected: 'https://www.example.gov.cn/…', got: url.slice(0, 100) }];
}
