import { buildSchema, GraphQLError, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { withoutValues } from '../../core/input-message.ts';

const MARK = '"张三", found value: x; "';
const SCHEMA = buildSchema(`
  enum Kind { A }
  input Inner { name: String! kind: Kind count: Int on: Boolean id: ID rate: Float }
  type Query { one(input: Inner, kind: Kind, text: String): Int }`);

describe('what is told of wrong input', () => {
  it.each([
    ['Expected a day YYYY-MM-DD, got "张三"', 'Expected a day YYYY-MM-DD.'],
    ['String cannot represent a non string value: 5', 'String cannot represent a non string value.'],
    [
      'Value "张三" does not exist in "Kind" enum. Did you mean the enum value "A"?',
      'Expected a value of the enum "Kind".',
    ],
    ['Field "张三" is not defined by type "Inner". Did you mean "name"?', 'A field is not defined by type "Inner".'],
    [
      'Variable "$input" got invalid value { name: "张三" } at "input.name"; Expected',
      'Variable "$input" got invalid value.',
    ],
    ['Argument "input" has invalid value {name: "张三"}.', 'Argument "input" has invalid value.'],
    ['Argument "on" of type "Date!" has invalid value "张三".', 'Argument "on" of type "Date!" has invalid value.'],
    ['Expected value of type "Date!", found "张三"; Expected a day', 'Expected value of type "Date!".'],
    ['Syntax Error: Expected ":", found String "张三".', 'Syntax Error: Expected ":", found String.'],
    ['Syntax Error: Unexpected BlockString "张三".', 'Syntax Error: Unexpected BlockString.'],
    ['Syntax Error: Unexpected character: "z".', 'Syntax Error: Unexpected character.'],
    ['Syntax Error: Invalid character escape sequence: "\\张".', 'Syntax Error: Invalid character escape sequence.'],
    ['Syntax Error: Expected Name, found "}".', 'Syntax Error: Expected Name, found "}".'],
    ['Syntax Error: Unterminated string.', 'Syntax Error: Unterminated string.'],
    ['Cannot query field "nonsense" on type "Query".', 'Cannot query field "nonsense" on type "Query".'],
    [
      'Field "Inner.name" of required type "String!" was not provided.',
      'Field "Inner.name" of required type "String!" was not provided.',
    ],
  ])('of %j is %j', (message, told) => {
    expect(withoutValues(message)).toBe(told);
  });

  it('never holds a value, wherever in a document it stands', () => {
    const text = JSON.stringify(MARK);
    const documents = [
      ...['name', 'kind', 'count', 'on', 'rate'].map((field) => `{ one(input: { name: "a", ${field}: [${text}] }) }`),
      ...['kind', 'count', 'on', 'rate'].map((field) => `{ one(input: { name: "a", ${field}: ${text} }) }`),
      ...[`{ one(kind: ${text}) }`, `{ one(text: { a: ${text} }) }`, `{ one(input: ${text}) }`],
      ...[`{ one(text: ${text} ${text}) }`, `{ one ${text} }`, `{ one(${text}: 1) }`, `${text} { one }`],
    ];
    for (const document of documents) {
      const messages = problemsOf(document).map(withoutValues);
      expect(messages.length, document).toBeGreaterThan(0);
      for (const message of messages) expect(message).not.toContain('张三');
    }
  });
});

function problemsOf(text: string): string[] {
  try {
    return validate(SCHEMA, parse(text)).map(({ message }) => message);
  } catch (error) {
    if (error instanceof GraphQLError) return [error.message];
    throw error;
  }
}
