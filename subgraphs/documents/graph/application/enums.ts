import { builder } from '../../builder.ts';
import type { ApplicationFact } from '../../rules/application/facts.ts';
import type { ApplicationResult as Result } from '../../rules/application/result.ts';

type Described<Value extends string> = Readonly<Record<Value, { readonly description: string }>>;

export const ApplicationRoute = builder.enumType('ApplicationRoute', {
  description: 'How an application came in; each route has its own day of receipt (rule R3).',
  values: {
    IN_PERSON: { description: 'Handed in: received on that day.' },
    SIGNED_MAIL: { description: 'By mail that is signed for: received on the day of signing.' },
    ORDINARY_MAIL: { description: 'By ordinary mail: received when it is confirmed with the applicant on arrival.' },
    INTERNET_OR_FAX: { description: 'By internet or fax: received on the day on which both sides confirm it.' },
  },
});

export const ReceiptEvent = builder.enumType('ReceiptEvent', {
  description: 'What makes the day of receipt (rule R3).',
  values: {
    HANDED_IN: { description: 'Handing it in (当面提交).' },
    SIGNED_FOR: { description: 'Signing for the letter (签收).' },
    CONFIRMED_ON_ARRIVAL: { description: 'Confirming the letter with the applicant on the day it arrives.' },
    CONFIRMED_BY_BOTH: { description: 'Both sides confirming it (双方确认).' },
  },
});

export const ApplicantKind = builder.enumType('ApplicantKind', {
  description: 'Who applies, in the columns of the annual report (rule A4).',
  values: {
    NATURAL_PERSON: { description: 'A natural person (自然人).' },
    ENTERPRISE: { description: 'A commercial enterprise (商业企业).' },
    RESEARCH: { description: 'A research institution (科研机构).' },
    PUBLIC_WELFARE: { description: 'A public welfare organisation (社会公益组织).' },
    LEGAL_SERVICE: { description: 'A legal service (法律服务机构).' },
    OTHER: { description: 'Another legal person or organisation (其他).' },
  },
});

export const DeliveryForm = builder.enumType('DeliveryForm', {
  description: 'In which form information is asked for; a fee by page is for PAPER, MAIL and COPY only (rule R13).',
  values: {
    ELECTRONIC: { description: 'As a file.' },
    PAPER: { description: 'On paper, fetched in person.' },
    MAIL: { description: 'On paper, posted.' },
    COPY: { description: 'As a copy made on the spot.' },
    INSPECTION: { description: 'To be looked at on the spot.' },
  },
});

export const ApplicationStage = builder.enumType('ApplicationStage', {
  description: 'How far an application has come (rule R1).',
  values: {
    HANDLING: { description: 'Registered and being handled.' },
    AWAITING_CORRECTION: { description: 'A correction (补正) was asked for and has not come in (rule R5).' },
    ANSWERED: { description: 'Answered.' },
    ARCHIVED: { description: 'Answered and archived.' },
  },
});

export const ApplicationEventKind = builder.enumType('ApplicationEventKind', {
  description: 'What happened to an application.',
  values: {
    CORRECTION_ASKED: { description: 'A correction (补正) was asked for.' },
    CORRECTED: { description: 'The correction came in.' },
    CONSULTED: { description: 'A third party or an agency was asked in writing.' },
    CONSULTATION_DELIVERED: { description: 'The question reached the one asked.' },
    CONSULTATION_REPLIED: { description: 'The one asked answered.' },
    PUBLIC_INTEREST_TOLD: { description: 'A third party was told that the public interest prevails.' },
    EXTENDED: { description: 'The time limit was extended, and the applicant told.' },
    REASONS_ASKED: { description: 'The applicant was asked why so much is applied for.' },
    REASONS_GIVEN: { description: 'The applicant said why.' },
    FEE_NOTIFIED: { description: 'The notice of a fee was sent.' },
    FEE_PAID: { description: 'The fee was paid.' },
    ANSWERED: { description: 'The answer was given.' },
    ARCHIVED: { description: 'The file was closed.' },
  } satisfies Described<ApplicationFact['kind']>,
});

export const ApplicationResult = builder.enumType('ApplicationResult', {
  description: 'How an application ended (rule R10), in the lines of the annual report (rule A6).',
  values: {
    GRANTED: { description: 'Given (予以公开).' },
    ALREADY_PUBLIC: { description: 'Public already; the applicant was told where (已主动公开).' },
    PARTLY_GRANTED: { description: 'Given in part (部分公开).' },
    REFUSED_STATE_SECRET: { description: 'Refused: a state secret (属于国家秘密).' },
    REFUSED_OTHER_LAW: { description: 'Refused: another law forbids it (其他法律行政法规禁止公开).' },
    REFUSED_SAFETY_AND_STABILITY: { description: 'Refused: it endangers safety and stability (危及“三安全一稳定”).' },
    REFUSED_THIRD_PARTY: {
      description: 'Refused: it protects a third party, who was asked (保护第三方合法权益; rule R6).',
    },
    REFUSED_INTERNAL: { description: 'Refused: internal affairs (属于三类内部事务信息).' },
    REFUSED_PROCESS: { description: 'Refused: in the process of being decided (属于四类过程性信息).' },
    REFUSED_ENFORCEMENT_FILE: { description: 'Refused: a file of law enforcement (属于行政执法案卷).' },
    REFUSED_ADMINISTRATIVE_ENQUIRY: { description: 'Refused: an administrative enquiry (属于行政查询事项).' },
    UNABLE_NOT_HELD: { description: 'Unable: the office does not hold it (本机关不掌握相关政府信息).' },
    UNABLE_NEEDS_MAKING: { description: 'Unable: it would have to be made (没有现成信息需要另行制作).' },
    UNABLE_UNCLEAR_AFTER_CORRECTION: {
      description: 'Unable: unclear even after correction (补正后申请内容仍不明确; rule R5).',
    },
    NOT_THIS_AGENCY: { description: 'Another agency is responsible, and the applicant was told which (非本机关负责).' },
    NOT_HANDLED_PETITION: { description: 'Not handled: a petition or a complaint (信访举报投诉类申请).' },
    NOT_HANDLED_REPEATED: { description: 'Not handled: a repetition of an earlier one (重复申请).' },
    NOT_HANDLED_PUBLICATION: { description: 'Not handled: it asks for a publication (要求提供公开出版物).' },
    NOT_HANDLED_EXCESSIVE: {
      description: 'Not handled: far too many without good reason (无正当理由大量反复申请; rule R9).',
    },
    NOT_HANDLED_CONFIRMATION: {
      description: 'Not handled: it asks to confirm or reissue what was given (要求确认或重新出具已获取信息).',
    },
    OTHER_NOT_CORRECTED: { description: 'The applicant did not correct it in time (逾期不补正; rule R5).' },
    OTHER_FEE_UNPAID: { description: 'The applicant did not pay in time (逾期未缴费; rule R15).' },
    OTHER_RULES: { description: 'Other rules govern access to it (法律、行政法规另有规定).' },
    OTHER_WITHDRAWN: { description: 'The applicant withdrew it, or another ending (撤回等其他).' },
  } satisfies Described<Result>,
});

export const ConsultationKind = builder.enumType('ConsultationKind', {
  description: 'Whose opinion is asked.',
  values: {
    THIRD_PARTY: { description: 'A third party whose trade secrets or privacy are touched (rule R6).' },
    CO_MAKER: { description: 'An agency that made the information jointly (rule R7).' },
  },
});

export const ConsultationReply = builder.enumType('ConsultationReply', {
  description: 'What someone who was consulted answered.',
  values: {
    CONSENTED: { description: 'It may be disclosed.' },
    REFUSED: { description: 'It is not to be disclosed.' },
  },
});

export const ConsultationOutcome = builder.enumType('ConsultationOutcome', {
  description: 'How a consultation stands; without an answer in time its two kinds end as opposites.',
  values: {
    OPEN: { description: 'The answer is awaited.' },
    CONSENTED: { description: 'Consent.' },
    REFUSED: { description: 'A refusal with good reason.' },
    REFUSED_WITHOUT_GOOD_REASON: { description: 'A refusal without good reason.' },
    LEFT_TO_THE_AGENCY: { description: 'A third party did not answer in time: the agency decides (rule R6).' },
    DEEMED_CONSENT: { description: 'An agency did not answer in time: it is deemed to consent (rule R7).' },
  },
});

export const FeeBasis = builder.enumType('FeeBasis', {
  description: 'What a fee is reckoned on; one of them, never both, for one application (rule R14).',
  values: {
    BY_ITEM: { description: 'The items that one applicant asks one office for in a calendar month (按件; rule R12).' },
    BY_PAGE: { description: 'The pages that are given (按量; rule R13).' },
  },
});
