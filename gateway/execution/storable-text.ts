import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

/** Whether text can be stored and sent on: without U+0000, which no database takes, and without unpaired surrogates. */
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/** Where in a value of variables there is text that can not be stored; null when nowhere. */
export function unstorableAt(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return isStorable(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    const found = unstorableAt(part, path === '' ? name : `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}

/** Says that a text can not be stored. */
export function unstorable(place: string): GraphQLError {
  const message = `Expected text without U+0000 and unpaired surrogates, got it in ${place}.`;
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** Storable text: no string in a document holds what can not be stored. */
export function StorableTextRule(context: ValidationContext): ASTVisitor {
  return {
    StringValue(node) {
      if (!isStorable(node.value)) context.reportError(unstorable('a text of the document'));
    },
  };
}
