import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDateOf } from '../../../../core/civil-date.ts';
import { answeringRefusals } from '../../../../subgraphs/sentiment/rules/inquiry/answering.ts';
import { closingRefusals, reworkRefusals } from '../../../../subgraphs/sentiment/rules/inquiry/closing.ts';
import { objectionRefusals, reviewRequestRefusals } from '../../../../subgraphs/sentiment/rules/inquiry/petition.ts';
import { inquiryStanding } from '../../../../subgraphs/sentiment/rules/inquiry/standing.ts';
import { secondCalendar } from '../../../core/second-calendar.ts';
import { dayInShanghai, instant } from './drawn-calendar.ts';

const NONE = inquiryStanding([]);
const second = secondCalendar({ off: [], worked: [], years: [] });
const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code);

describe('a petition', () => {
  it('is reviewed when that is asked for within thirty calendar days of the decision, at any hour', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 40 * 86_400_000 }), (decidedAt, after) => {
        const standing = { ...NONE, lastAnswerAt: decidedAt };
        const askedAt = new Date(decidedAt.getTime() + after);
        const last = second(dayInShanghai(decidedAt), 30, 'CALENDAR_DAY').on;
        const expected = dayInShanghai(askedAt) <= last ? [] : ['REVIEW_ASKED_TOO_LATE'];
        expect(codes(reviewRequestRefusals(standing, askedAt, askedAt))).toEqual(expected);
        const closing = closingRefusals({ kind: 'PETITION', isSatisfied: null }, standing, civilDateOf(askedAt));
        expect(codes(closing)).toEqual(expected.length === 0 ? ['REVIEW_STILL_POSSIBLE'] : []);
      }),
    );
  });

  it('is reviewed once and re-reviewed once, after a decision and not before it', () => {
    const at = new Date('2026-11-23T02:00:00Z');
    const [before, after] = [new Date(at.getTime() - 1), new Date(at.getTime() + 1)];
    expect(codes(reviewRequestRefusals(NONE, at, at))).toEqual(['STEP_MISSING']);
    const decided = { ...NONE, lastAnswerAt: at };
    expect(codes(reviewRequestRefusals(decided, before, after))).toEqual(['DAY_TOO_EARLY']);
    expect(codes(reviewRequestRefusals(decided, after, at))).toEqual(['VALUE_IN_FUTURE']);
    expect(codes(reviewRequestRefusals({ ...decided, isDeclined: true }, at, at))).toEqual(['STEP_MISSING']);
    expect(reviewRequestRefusals({ ...decided, reviewsDecided: 1 }, at, at)).toEqual([]);
    expect(codes(reviewRequestRefusals({ ...decided, reviewsDecided: 2 }, at, at))).toEqual(['STEP_TAKEN_ALREADY']);
  });

  it('is objected to until the last instant and not a millisecond longer', () => {
    const by = new Date('2026-11-30T15:59:59.999Z');
    expect(objectionRefusals(NONE, by, by)).toEqual([]);
    expect(codes(objectionRefusals(NONE, by, new Date(by.getTime() + 1)))).toEqual(['OBJECTION_TOO_LATE']);
    expect(codes(objectionRefusals(NONE, null, by))).toEqual(['STEP_MISSING']);
  });

  it('is closed at once when whoever petitions is satisfied, was declined or can not be reviewed again', () => {
    const decided = { ...NONE, lastAnswerAt: new Date('2026-11-23T02:00:00Z') };
    const today = civilDateOf(decided.lastAnswerAt);
    const close = (isSatisfied: boolean | null, standing: typeof NONE) =>
      codes(closingRefusals({ kind: 'PETITION', isSatisfied }, standing, today));
    expect(close(null, decided)).toEqual(['REVIEW_STILL_POSSIBLE']);
    expect(close(false, decided)).toEqual(['REVIEW_STILL_POSSIBLE']);
    expect([close(true, decided), close(null, { ...decided, isDeclined: true })]).toEqual([[], []]);
    expect(close(null, { ...decided, reviewsDecided: 2 })).toEqual([]);
  });

  it('is answered once it is accepted and with an office, and by its review while one is open', () => {
    const answer = (kind: 'PETITION' | 'CONSULTATION', isSimple: boolean, standing: typeof NONE) =>
      answeringRefusals({ kind, isSimple }, standing).map(({ expected }) => expected);
    expect(answer('PETITION', false, NONE)).toEqual(['ASSIGNED', 'ACCEPTED']);
    const accepted = { ...NONE, offices: ['a'], acceptedAt: new Date(0) };
    expect(answer('PETITION', false, accepted)).toEqual([]);
    expect(answer('PETITION', false, { ...accepted, reviewsAsked: 1 })).toEqual(['REVIEW_DECIDED']);
    expect(answer('CONSULTATION', false, NONE)).toEqual(['ASSIGNED']);
    expect(answer('CONSULTATION', true, NONE)).toEqual([]);
  });
});

describe('what is not a petition', () => {
  it('is done again once before it is closed, when whoever asked is not satisfied', () => {
    const today = civilDateOf(new Date(0));
    const close = (isSatisfied: boolean | null, round: number) =>
      codes(closingRefusals({ kind: 'COMPLAINT', isSatisfied }, { ...NONE, round }, today));
    expect([close(true, 1), close(null, 1), close(false, 1), close(false, 2)]).toEqual([
      [],
      [],
      ['REWORK_AWAITED'],
      [],
    ]);
    expect([reworkRefusals(false), codes(reworkRefusals(true)), codes(reworkRefusals(null))]).toEqual([
      [],
      ['STEP_MISSING'],
      ['STEP_MISSING'],
    ]);
  });
});
