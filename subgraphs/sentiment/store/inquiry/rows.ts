export type { Inquiry, InquiryStep } from '../../../../prisma/generated/sentiment/client/client.ts';
export type {
  InquiryKind,
  InquiryRoute,
  InquiryStage,
  InquiryStepKind,
} from '../../../../prisma/generated/sentiment/client/client.ts';
