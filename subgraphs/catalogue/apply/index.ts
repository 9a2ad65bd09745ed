import type { ChangeSubject } from '../../../core/change.ts';
import type { SqlRunner } from '../../../core/sql.ts';
import { latestOf, type Applier, type HeldEntry } from '../../kit/applier.ts';
import { dropCatalogues, putCatalogues } from './catalogues.ts';
import { dropDisclosures, passDisclosures, putDisclosures } from './disclosures.ts';
import { dropDuties, putDuties } from './duties.ts';
import { dropFailureNotices, putFailureNotices } from './failure-notices.ts';
import { dropInstitutions, dropRegions, putInstitutions, putRegions } from './places.ts';

type Step = (tx: SqlRunner, entries: readonly HeldEntry[]) => Promise<void>;

interface Steps {
  readonly subject: ChangeSubject;
  readonly put: Step;
  readonly drop: Step;
}

/** Each subject behind those that it can not be without. */
const STEPS: readonly Steps[] = [
  { subject: 'REGION', put: putRegions, drop: dropRegions },
  { subject: 'INSTITUTION', put: putInstitutions, drop: dropInstitutions },
  { subject: 'CATALOGUE', put: putCatalogues, drop: dropCatalogues },
  { subject: 'DISCLOSURE', put: putDisclosures, drop: dropDisclosures },
  { subject: 'DISCLOSURE_DUTY', put: putDuties, drop: dropDuties },
  { subject: 'FAILURE_NOTICE', put: putFailureNotices, drop: dropFailureNotices },
];

/**
 * How the catalogue takes over what another hub made public. The working calendar is not among it: it is of no region,
 * and every hub has its own.
 */
export const applier: Applier = {
  subjects: STEPS.map(({ subject }) => subject),
  references: {
    REGION: ['parent'],
    INSTITUTION: ['superior'],
    CATALOGUE: ['basedOn'],
    FAILURE_NOTICE: ['issuer', 'items'],
  },
  apply: async (tx, entries) => {
    const latest = latestOf(entries);
    const [gone, standing] = [latest.filter(isGone), latest.filter((entry) => !isGone(entry))];
    const stood = latestOf(entries.filter((entry) => !isGone(entry)));
    for (const { subject, drop } of [...STEPS].reverse()) await run(tx, drop, of(subject, gone));
    for (const { subject, put } of STEPS) await run(tx, put, of(subject, standing));
    await passDisclosures(tx, { stood: of('DISCLOSURE', stood), gone: of('DISCLOSURE', gone) });
  },
};

async function run(tx: SqlRunner, step: Step, entries: readonly HeldEntry[]): Promise<void> {
  if (entries.length > 0) await step(tx, entries);
}

const of = (subject: ChangeSubject, entries: readonly HeldEntry[]) =>
  entries.filter((entry) => entry.subject === subject);
const isGone = ({ kind }: HeldEntry) => kind === 'WITHDRAWN';
