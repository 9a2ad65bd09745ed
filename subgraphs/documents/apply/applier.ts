import type { ChangeSubject } from '../../../core/change.ts';
import { latestOf, type Applier } from '../../kit/applier.ts';
import { applyAnnualReports } from './annual-reports.ts';
import { applyCleanUps } from './clean-ups.ts';
import { applyDecisionCatalogues } from './decision-catalogues.ts';
import { applyDocuments } from './documents.ts';
import { applyInterpretations } from './interpretations.ts';
import { applyIssuerTargets } from './issuer-targets.ts';
import { applyMajorDecisions } from './major-decisions.ts';

/**
 * How documents and what belongs to them, targets, decisions and annual reports are taken over from another hub. What a
 * document names may come after it; everything else comes after what it names in every order that there is.
 */
export const applier: Applier = {
  subjects: [
    'DOCUMENT',
    'INTERPRETATION',
    'CLEAN_UP',
    'ISSUER_TARGET',
    'DECISION_CATALOGUE',
    'MAJOR_DECISION',
    'ANNUAL_REPORT',
  ],
  references: { DOCUMENT: ['superior', 'amends', 'repeals'] },
  apply: async (tx, entries) => {
    const latest = latestOf(entries);
    const of = (subject: ChangeSubject) => latest.filter((entry) => entry.subject === subject);
    await applyDocuments(tx, of('DOCUMENT'));
    await applyInterpretations(tx, of('INTERPRETATION'));
    await applyCleanUps(tx, of('CLEAN_UP'));
    await applyIssuerTargets(tx, of('ISSUER_TARGET'));
    await applyDecisionCatalogues(tx, of('DECISION_CATALOGUE'));
    await applyMajorDecisions(tx, of('MAJOR_DECISION'));
    await applyAnnualReports(tx, of('ANNUAL_REPORT'));
  },
};
