import { FEDERATION_LINK } from '../kit/builder.ts';
import { builder } from './builder.ts';
import './graph/opinion/lists.ts';
import './graph/opinion/response-deadline.ts';
import './graph/opinion/judgement.ts';
import './graph/opinion/step.ts';
import './graph/opinion/rumour.ts';
import './graph/opinion/effect.ts';
import './graph/response-performance.ts';
import './graph/mutations.ts';
import './graph/opinion/recording-mutations.ts';
import './graph/opinion/handling-mutations.ts';
import './graph/opinion/answering-mutations.ts';
import './graph/opinion/effect-mutations.ts';
import './graph/inquiry/inquiry.ts';
import './graph/knowledge/knowledge-answers.ts';
import './graph/knowledge/mutations.ts';
import './graph/privacy/masked-text.ts';
import './graph/bursts/topic-bursts.ts';
import './graph/figures/monthly-figures.ts';

/** The sentiment subgraph: matters of public concern and the answers to them. */
export const schema = builder.toSubGraphSchema({ linkUrl: FEDERATION_LINK });
