/** The rows of supervision, for commands and the graph. */
export type {
  DisclosureContact,
  FailureNotice,
  HalfYearReport,
  LookBack,
  TaskProgress,
  WorkPlan,
  WorkTaskUnit,
} from '../../../prisma/generated/catalogue/client/client.ts';
