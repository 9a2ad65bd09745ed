import { describe, expect, it } from 'vitest';
import { assignmentKind, assignmentRefusals } from '../../../../subgraphs/sentiment/rules/inquiry/assignment.ts';
import { inquiryStanding, type InquiryStepKind } from '../../../../subgraphs/sentiment/rules/inquiry/standing.ts';

const standing = (...steps: readonly (readonly [InquiryStepKind, string?])[]) =>
  inquiryStanding(steps.map(([kind, officeId = null], index) => ({ kind, officeId, at: new Date(index) })));

describe('the steps of an inquiry', () => {
  it('come to nothing at first', () => {
    expect(standing(['RECEIVED'])).toEqual({
      ...{ round: 1, forwardings: 0, offices: [], acceptedAt: null, isDeclined: false, extensions: 0 },
      ...{ reviewsAsked: 0, reviewsDecided: 0, lastAnswerAt: null },
    });
  });

  it('come to rounds, extensions, reviews and the last answer', () => {
    const all = standing(
      ['RECEIVED'],
      ['ACCEPTED'],
      ['EXTENDED'],
      ['ANSWERED'],
      ['REVIEW_ASKED'],
      ['REVIEW_DECIDED'],
      ['REWORK'],
    );
    expect(all).toMatchObject({ round: 2, extensions: 1, reviewsAsked: 1, reviewsDecided: 1 });
    expect([all.acceptedAt, all.lastAnswerAt]).toEqual([new Date(1), new Date(5)]);
  });

  it('an objection takes back the forwarding before it', () => {
    const back = standing(['ASSIGNED', 'a'], ['FORWARDED', 'b'], ['OBJECTED', 'b'], ['FORWARDED', 'c']);
    expect(back).toMatchObject({ offices: ['a', 'c'], forwardings: 1 });
  });

  it('the first office takes in hand, every later one is passed on to, so often', () => {
    const [none, one] = [standing(['RECEIVED']), standing(['ASSIGNED', 'a'], ['FORWARDED', 'b'])];
    expect([assignmentKind(none), assignmentKind(one)]).toEqual(['ASSIGNED', 'FORWARDED']);
    expect(assignmentRefusals('a', null, none, 0)).toEqual([]);
    expect(assignmentRefusals('c', 'b', one, 2)).toEqual([]);
    expect(assignmentRefusals('c', 'b', one, 1)).toMatchObject([
      { code: 'FORWARDED_TOO_OFTEN', expected: '1', got: '2' },
    ]);
    expect(assignmentRefusals('b', 'b', one, 2)).toMatchObject([{ code: 'OFFICE_UNCHANGED' }]);
  });
});
