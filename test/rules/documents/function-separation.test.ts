import { describe, expect, it } from 'vitest';
import {
  accountRefusals,
  answererRefusals,
  appointmentRefusals,
  functionRefusals,
  type Appointment,
} from '../../../subgraphs/documents/rules/function-separation.ts';

const ANSWERS: Appointment = { account: 'a', function: 'APPLICATION_ANSWERING' };
const ATTRIBUTES: Appointment = { account: 'b', function: 'ATTRIBUTE_MANAGEMENT' };
const NOT_HELD = [{ code: 'FUNCTION_NOT_HELD', path: [], expected: 'APPLICATION_ANSWERING', rules: ['R17'] }];

describe('a function at an office', () => {
  it.each<[string, string, readonly Appointment[], boolean]>([
    ['is everyone’s while nobody is appointed', 'a', [], true],
    ['is theirs who hold it', 'a', [ANSWERS, ATTRIBUTES], true],
    ['is not theirs who hold the other', 'b', [ATTRIBUTES], false],
    ['is not theirs who hold the other, though somebody holds it', 'b', [ANSWERS, ATTRIBUTES], false],
    ['is not others’ once somebody holds it', 'c', [ANSWERS], false],
    ['is others’ while only the other one is held', 'c', [ATTRIBUTES], true],
  ])('%s', (_what, account, appointments, isAllowed) => {
    expect(functionRefusals(account, 'APPLICATION_ANSWERING', appointments)).toEqual(isAllowed ? [] : NOT_HELD);
  });

  it('does not decide on what the same account gave', () => {
    expect(answererRefusals('a', [])).toEqual([]);
    expect(answererRefusals('a', ['b'])).toEqual([]);
    expect(answererRefusals('a', ['b', 'a'])).toEqual([{ code: 'ANSWERED_BY_SAME_ACCOUNT', path: [], rules: ['R17'] }]);
  });

  it('is given to an account that does not hold the other one', () => {
    expect(appointmentRefusals({ account: 'c', function: 'APPLICATION_ANSWERING' }, [ANSWERS, ATTRIBUTES])).toEqual([]);
    expect(appointmentRefusals(ANSWERS, [ANSWERS])).toEqual([]);
    expect(appointmentRefusals({ account: 'b', function: 'APPLICATION_ANSWERING' }, [ANSWERS, ATTRIBUTES])).toEqual([
      { code: 'OTHER_FUNCTION_HELD', path: ['account'], got: 'ATTRIBUTE_MANAGEMENT', rules: ['R17'] },
    ]);
    expect(appointmentRefusals({ account: '', function: 'APPLICATION_ANSWERING' }, [])).toEqual([
      { code: 'ACCOUNT_MALFORMED', path: ['account'], expected: '1–255 ASCII' },
    ]);
  });

  it.each([
    ['editor-1', true],
    ['auth0|5f7c8ec7c33c6c004bbafe82', true],
    ['x'.repeat(255), true],
    ['x'.repeat(256), false],
    ['', false],
    ['two words', false],
    ['王某某', false],
    ['a\n', false],
  ])('knows %j for an account or not', (account, isAccount) => {
    const refusal = { code: 'ACCOUNT_MALFORMED', path: ['at'], expected: '1–255 ASCII' };
    expect(accountRefusals(['at'], account)).toEqual(isAccount ? [] : [refusal]);
  });
});
