import { FEDERATION_LINK } from '../kit/builder.ts';
import { builder } from './builder.ts';
import './graph/opinion-events.ts';
import './graph/performance/response-performance.ts';
import './graph/performance/inquiry-performance.ts';
import './graph/mutations.ts';
import './graph/inquiry/inquiry.ts';
import './graph/knowledge/knowledge-answer.ts';
import './graph/figures/monthly-figures.ts';

/** The sentiment subgraph: matters of public concern and the answers to them. */
export const schema = builder.toSubGraphSchema({ linkUrl: FEDERATION_LINK });
