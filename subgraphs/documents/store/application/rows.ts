export type {
  ApplicationEvent,
  ApplicationReview,
  Complaint,
  DisclosureApplication,
  FunctionHolder,
  InformationCorrection,
  ProactiveReview,
} from '../../../../prisma/generated/documents/client/client.ts';
