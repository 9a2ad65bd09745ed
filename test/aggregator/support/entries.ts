import type { EntryToAppend } from '../../../feed/append.ts';
import { COUNTY } from './hubs.ts';

const at = (n: number): Date => new Date(Date.UTC(2026, 9, 1) + n * 60_000);

/** A region, its parent being left out where the hub has none. */
export function region(code: string): EntryToAppend {
  const payload = { name: `Region ${code}`, level: 'COUNTY', parent: null, isPseudo: false };
  return {
    kind: 'PUBLISHED',
    subject: 'REGION',
    subjectId: code,
    occurredAt: at(0),
    regionCode: code,
    publisherId: null,
    payload,
  };
}

/** The office of a county; its id tells whose it is. */
export function office(code = COUNTY, id = `office-${code}`): EntryToAppend {
  const payload = {
    name: `Office ${id}`,
    kind: 'HEALTH_AUTHORITY',
    region: code,
    superior: null,
    hospitalGrade: null,
    isSample: true,
  };
  return {
    kind: 'PUBLISHED',
    subject: 'INSTITUTION',
    subjectId: id,
    occurredAt: at(0),
    regionCode: code,
    publisherId: id,
    payload,
  };
}

interface AnswerParts {
  readonly kind?: 'PUBLISHED' | 'REVISED';
  readonly version?: number;
  readonly code?: string;
  readonly publisher?: string;
  /** Where the entry says that it is, and the payload. */
  readonly payload?: Readonly<Record<string, string>>;
}

/** An answer of the knowledge base: the simplest thing that a county makes public in any number. */
export function answer(n: number | string, parts: AnswerParts = {}): EntryToAppend {
  const { kind = 'PUBLISHED', version = 1, code = COUNTY, publisher = `office-${code}`, payload = {} } = parts;
  const told = at(typeof n === 'number' ? n : 0).toISOString();
  return {
    ...{ kind, subject: 'KNOWLEDGE_ANSWER', subjectId: `answer-${code}-${String(n)}`, occurredAt: at(version) },
    ...{ regionCode: code, publisherId: publisher },
    payload: {
      ...{
        region: code,
        office: publisher,
        topic: '门诊',
        question: `第${String(n)}个问题？`,
        answer: `第${String(version)}版答复。`,
      },
      ...{
        isSpecialResponse: false,
        version,
        reviewOn: '2027-06-30',
        publishedAt: told,
        revisedAt: told,
        isSample: true,
      },
      ...payload,
    },
  };
}

/** So many of them. */
export function answers(from: number, count: number, code = COUNTY): EntryToAppend[] {
  return Array.from({ length: count }, (_one, index) => answer(from + index, { code }));
}

/** The end of one. */
export function withdrawn(n: number | string, code = COUNTY): EntryToAppend {
  return { ...answer(n, { code }), kind: 'WITHDRAWN', payload: { reason: 'PUBLISHED_IN_ERROR', note: null } };
}
