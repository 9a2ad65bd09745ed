/** What an inquiry is: a question, a complaint, a suggestion, a fault of the website (网站找错) or a petition (信访事项). */
export const INQUIRY_KINDS = ['CONSULTATION', 'COMPLAINT', 'SUGGESTION', 'WEBSITE_FAULT', 'PETITION'] as const;
export type InquiryKind = (typeof INQUIRY_KINDS)[number];

/** How far an inquiry has come; see `stages.ts` for the order. */
export const INQUIRY_STAGES = ['RECEIVED', 'IN_HAND', 'ANSWERED', 'CLOSED'] as const;
export type InquiryStage = (typeof INQUIRY_STAGES)[number];
