import { APPLICATION_REFUSALS } from './refusals/application.ts';
import { CATALOGUE_REFUSALS } from './refusals/catalogue.ts';
import { COMMON_REFUSALS } from './refusals/common.ts';
import { DECISIONS_REFUSALS } from './refusals/decisions.ts';
import { DOCUMENTS_REFUSALS } from './refusals/documents.ts';
import { FIGURES_REFUSALS } from './refusals/figures.ts';
import { FILES_REFUSALS } from './refusals/files.ts';
import { INQUIRY_REFUSALS } from './refusals/inquiry.ts';
import { OPINION_REFUSALS } from './refusals/opinion.ts';
import { PRICES_REFUSALS } from './refusals/prices.ts';
import { REPORT_REFUSALS } from './refusals/report.ts';
import { SUPERVISION_REFUSALS } from './refusals/supervision.ts';
import { VALIDITY_REFUSALS } from './refusals/validity.ts';
import type { Locale } from './viewer.ts';

/**
 * Every refusal code, with what people read; by field in `refusals/`. A refusal is expected and the caller can mend it: it comes
 * back as data, all reasons at once. Codes are public: never renamed, and the README lists them, both ways checked.
 * `{expected}` and `{got}` are filled in.
 */
export const REFUSALS = {
  ...COMMON_REFUSALS,
  ...DOCUMENTS_REFUSALS,
  ...PRICES_REFUSALS,
  ...CATALOGUE_REFUSALS,
  ...SUPERVISION_REFUSALS,
  ...FILES_REFUSALS,
  ...DECISIONS_REFUSALS,
  ...REPORT_REFUSALS,
  ...APPLICATION_REFUSALS,
  ...VALIDITY_REFUSALS,
  ...INQUIRY_REFUSALS,
  ...OPINION_REFUSALS,
  ...FIGURES_REFUSALS,
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;

/** The code of a {@link Refusal}. */
export type RefusalCode = keyof typeof REFUSALS;

/** One reason why something was refused. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Where in the input the reason lies: `['input', 'title']`; empty when it lies in no single place. */
  readonly path: readonly string[];
  readonly expected?: string;
  readonly got?: string;
  /** Ids of the rules that the refusal rests on, such as `D3`. */
  readonly rules?: readonly string[];
}

/** Thrown by a command when rules refuse; holds every reason at once. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.code).join(', '));
    this.refusals = refusals;
  }
}

/** Throws {@link Refused} when there is any reason to. */
export function refuseIfAny(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new Refused(refusals);
}

/** What people read of a refusal. */
export function refusalMessage(refusal: Refusal, locale: Locale): string {
  return REFUSALS[refusal.code][locale]
    .replace('{expected}', refusal.expected ?? '—')
    .replace('{got}', refusal.got ?? '—');
}
