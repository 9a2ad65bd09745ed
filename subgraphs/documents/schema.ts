import { FEDERATION_LINK } from '../kit/builder.ts';
import { builder } from './builder.ts';
import './graph/application/application-case.ts';
import './graph/application/application-clock.ts';
import './graph/application/consultation-mutations.ts';
import './graph/application/handling-mutations.ts';
import './graph/application/lists.ts';
import './graph/application/processing-fee.ts';
import './graph/application/reasons-and-fee-mutations.ts';
import './graph/application/redress-mutations.ts';
import './graph/application/review-mutations.ts';
import './graph/decision/decision-catalogue.ts';
import './graph/decision/decision-links.ts';
import './graph/decision/decision-performance.ts';
import './graph/decision/decision-steps.ts';
import './graph/decision/listing-mutations.ts';
import './graph/decision/stage-mutations.ts';
import './graph/document.ts';
import './graph/document-links.ts';
import './graph/document-lists.ts';
import './graph/document-progress.ts';
import './graph/interpretation-performance.ts';
import './graph/mutations.ts';
import './graph/report/report-lists.ts';
import './graph/report/report-mutations.ts';

/** The documents subgraph: official documents, their interpretations, and how well these are done. */
export const schema = builder.toSubGraphSchema({ linkUrl: FEDERATION_LINK });
