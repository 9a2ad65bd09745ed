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
    [
      'Syntax Error: Invalid number, expected digit but got: "x".',
      'Syntax Error: Invalid number, expected digit but got.',
    ],
    ['Syntax Error: Unexpected character: U+5F20.', 'Syntax Error: Unexpected character.'],
    ['Syntax Error: Expected Name, found Int "5".', 'Syntax Error: Expected Name, found Int.'],
    ['Syntax Error: Expected Name, found Float "5.5".', 'Syntax Error: Expected Name, found Float.'],
    ['Syntax Error: Unexpected Name "zhang".', 'Syntax Error: Unexpected Name.'],
    ['Argument "input" of type "" has invalid value 5.', 'Argument "input" of type "" has invalid value.'],
    [
      'Enum "Kind" cannot represent non-enum value: {a: "x; y, got z"}.',
      'Enum "Kind" cannot represent non-enum value.',
    ],
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

  it.each([
    'Variable "$input" got invalid value 张三',
    'Argument "input" has invalid value 张三',
    'Field "张三" is not defined by type "Inner".',
    'Value "张三" does not exist in "Kind" enum.',
    'Syntax Error: Unexpected String "张三"',
    'Syntax Error: Invalid character: 张三',
    'Expected a day, got 张三',
    'a line\nand 张三; another, found value: one',
  ])('holds nothing of a value that reads like a message itself: %s', (value) => {
    expect(withoutValues(`Expected value of type "Date!", found "${value}".`)).toBe('Expected value of type "Date!".');
    expect(withoutValues(`String cannot represent a non string value: "${value}"`)).toBe(
      'String cannot represent a non string value.',
    );
    expect(withoutValues(`Variable "$input" got invalid value "${value}"; Expected`)).toBe(
      'Variable "$input" got invalid value.',
    );
    expect(withoutValues(`Argument "input" has invalid value "${value}".`)).toBe('Argument "input" has invalid value.');
    expect(withoutValues(`Value "${value}" does not exist in "Kind" enum. Did you mean "A"?`)).toBe(
      'Expected a value of the enum "Kind".',
    );
    expect(withoutValues(`Field "${value}" is not defined by type "Inner". Did you mean "on"?`)).toBe(
      'A field is not defined by type "Inner".',
    );
    expect(withoutValues(`Syntax Error: Unexpected String "${value}".`)).toBe('Syntax Error: Unexpected String.');
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
