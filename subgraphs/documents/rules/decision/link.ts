import type { Refusal } from '../../../../core/refusal.ts';
import { requiredText } from '../required-text.ts';
import { LONGEST, type DecisionStage } from './stage.ts';

/** What is gathered on the page of a decision, in the order in which it shows (M1). */
export const LINK_KINDS = ['DRAFT', 'BACKGROUND', 'CONSULTATION', 'ADOPTION', 'MEETING', 'RESULT'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** The most links that one decision has. */
const MOST_LINKS = 100;

/** From which stage on there is something of the kind to link to. */
const SINCE: Readonly<Record<LinkKind, readonly DecisionStage[]>> = {
  DRAFT: ['LISTED', 'CONSULTATION', 'DISCUSSED', 'DECIDED', 'FEEDBACK'],
  BACKGROUND: ['LISTED', 'CONSULTATION', 'DISCUSSED', 'DECIDED', 'FEEDBACK'],
  CONSULTATION: ['CONSULTATION', 'DISCUSSED', 'DECIDED', 'FEEDBACK'],
  ADOPTION: ['CONSULTATION', 'DISCUSSED', 'DECIDED', 'FEEDBACK'],
  MEETING: ['DISCUSSED', 'DECIDED', 'FEEDBACK'],
  RESULT: ['DECIDED', 'FEEDBACK'],
};

/** A link as staff write it: to an address or to a document. */
export interface LinkInput {
  readonly kind: LinkKind;
  readonly title: string;
  readonly url?: string | null | undefined;
  readonly document?: string | null | undefined;
}

/**
 * Why a link is not added: there is nothing of its kind yet, too many, no title, or not exactly one of address and
 * document.
 *
 * @see rule M1
 */
export function linkRefusals(
  { stage, links }: { readonly stage: DecisionStage; readonly links: number },
  { kind, title, url, document }: LinkInput,
): Refusal[] {
  const refusals: Refusal[] = [];
  if (!SINCE[kind].includes(stage)) {
    const expected = SINCE[kind].join(' | ');
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['id'], expected, got: stage, rules: ['M1'] });
  }
  if (links >= MOST_LINKS) {
    const [expected, got] = [String(MOST_LINKS), String(links + 1)];
    refusals.push({ code: 'TOO_MANY_VALUES', path: ['id'], expected, got });
  }
  refusals.push(...requiredText(['input', 'title'], title, LONGEST.title));
  if ((url == null) === (document == null)) {
    refusals.push({ code: 'ONE_OF_NEEDED', path: ['input'], expected: 'url | document', rules: ['M1'] });
  }
  if (url != null && !isAddress(url)) {
    const [expected, got] = ['https://www.example.gov.cn/…', url.slice(0, 100)];
    refusals.push({ code: 'ADDRESS_MALFORMED', path: ['input', 'url'], expected, got });
  }
  return refusals;
}

/**
 * Why a document named on a page is not taken: there is none, or the page is public and it is not.
 *
 * @param status - of the document; null when there is none that the caller may read
 * @see rule M1
 */
export function namedDocumentRefusals(
  path: readonly string[],
  id: string,
  { status, isPublic }: { readonly status: string | null; readonly isPublic: boolean },
): Refusal[] {
  if (status === null) return [{ code: 'NOT_FOUND', path, expected: 'Document', got: id.slice(0, 100) }];
  if (!isPublic || status === 'PUBLISHED') return [];
  return [{ code: 'STATUS_NOT_FITTING', path, expected: 'PUBLISHED', got: status, rules: ['M1'] }];
}

/** Links in the order of the page: by kind, then as they were added. @see rule M1 */
export function inPageOrder<Link extends { readonly kind: LinkKind; readonly sequence: number }>(
  links: readonly Link[],
): Link[] {
  return links.toSorted(
    (one, other) => LINK_KINDS.indexOf(one.kind) - LINK_KINDS.indexOf(other.kind) || one.sequence - other.sequence,
  );
}

const ADDRESS = /^https?:\/\/[^\s/?#]\S*$/i;
/** A name or password before the host, which nobody publishes. */
const CREDENTIALS = /^https?:\/\/[^/?#]*@/i;
const LONGEST_URL = 2_000;

function isAddress(url: string): boolean {
  return url.length <= LONGEST_URL && ADDRESS.test(url) && URL.canParse(url) && !CREDENTIALS.test(url);
}
