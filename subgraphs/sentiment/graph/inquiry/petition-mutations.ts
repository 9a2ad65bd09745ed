import { orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { acceptPetition } from '../../commands/inquiry/accept-petition.ts';
import { decidePetitionReview } from '../../commands/inquiry/decide-petition-review.ts';
import { declinePetition } from '../../commands/inquiry/decline-petition.ts';
import { objectToInquiry } from '../../commands/inquiry/object-to-inquiry.ts';
import { requestPetitionReview } from '../../commands/inquiry/request-petition-review.ts';
import { HANDLERS, INPUT, INQUIRY_ID, inquiryAnswer, SPEAKERS } from './answers.ts';
import { DecidePetitionReviewInput, NotedStepInput, ReasonedStepInput, RequestPetitionReviewInput } from './inputs.ts';

builder.mutationFields((t) => ({
  objectToInquiry: t.field({
    type: inquiryAnswer('ObjectToInquiry'),
    args: { id: t.arg.id(INQUIRY_ID), input: t.arg({ type: ReasonedStepInput, ...INPUT }) },
    description: `The office that a petition was passed on to sends it back (转送异议), within five working days (rule P10). ${HANDLERS} One whose token names an institution only for that.`,
    resolve: (_root, args, context) => orRefused(objectToInquiry(args, context)),
  }),
  acceptPetition: t.field({
    type: inquiryAnswer('AcceptPetition'),
    args: { id: t.arg.id(INQUIRY_ID), input: t.arg({ type: NotedStepInput, description: 'The step.' }) },
    description: `Tells that a petition is accepted (受理): sixty days to the decision (rule P10). ${SPEAKERS}`,
    resolve: (_root, args, context) => orRefused(acceptPetition(args, context)),
  }),
  declinePetition: t.field({
    type: inquiryAnswer('DeclinePetition'),
    args: { id: t.arg.id(INQUIRY_ID), input: t.arg({ type: ReasonedStepInput, ...INPUT }) },
    description: `Tells that a petition is not accepted (不予受理) and why, which whoever holds the receipt reads (rule P10). ${SPEAKERS}`,
    resolve: (_root, args, context) => orRefused(declinePetition(args, context)),
  }),
  requestPetitionReview: t.field({
    type: inquiryAnswer('RequestPetitionReview'),
    args: { id: t.arg.id(INQUIRY_ID), input: t.arg({ type: RequestPetitionReviewInput, ...INPUT }) },
    description: `Notes that the petitioner asks for a review (复查) of the decision, or for a re-review (复核) of the review, within thirty days of it (rule P10). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(requestPetitionReview(args, context)),
  }),
  decidePetitionReview: t.field({
    type: inquiryAnswer('DecidePetitionReview'),
    args: { id: t.arg.id(INQUIRY_ID), input: t.arg({ type: DecidePetitionReviewInput, ...INPUT }) },
    description: `Tells the outcome of a review or re-review (rule P10). ${SPEAKERS}`,
    resolve: (_root, args, context) => orRefused(decidePetitionReview(args, context)),
  }),
}));
