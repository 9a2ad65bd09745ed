import { readFile } from 'node:fs/promises';
import { Kind, parse, type ConstDirectiveNode, type DefinitionNode, type FieldDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';

const SUBGRAPHS = ['catalogue', 'documents', 'pricing', 'sentiment', 'feed'];
const ROOTS = ['Query', 'Mutation', 'Subscription'];
const PASCAL_CASE = /^[A-Z][a-zA-Z0-9]*$/;
const CAMEL_CASE = /^[a-z][a-zA-Z0-9]*$/;
const UPPER_CASE = /^[A-Z][A-Z0-9_]*$/;

/** One name of a schema: where it stands, how it must be spelled, whether it says what it means. */
interface Word {
  readonly coordinate: string;
  readonly isWellSpelled: boolean;
  readonly isDescribed: boolean;
}

interface Described {
  readonly name: { readonly value: string };
  readonly description?: { readonly value: string } | undefined;
}

function word(node: Described, coordinate: string, spelling: RegExp): Word {
  const isDescribed = (node.description?.value.trim() ?? '') !== '';
  return { coordinate, isWellSpelled: spelling.test(node.name.value), isDescribed };
}

/** Another owner describes an entity that is only referenced here. */
function isReference(directives: readonly ConstDirectiveNode[] | undefined): boolean {
  return (directives ?? []).some(
    ({ name, arguments: given }) =>
      name.value === 'key' &&
      given?.some(({ name: key, value }) => key.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value),
  );
}

function wordsOfField(parent: string, field: FieldDefinitionNode): readonly Word[] {
  const coordinate = `${parent}.${field.name.value}`;
  const own = word(field, coordinate, CAMEL_CASE);
  const spelled = (field.arguments ?? []).map((argument) =>
    word(argument, `${coordinate}(${argument.name.value}:)`, CAMEL_CASE),
  );
  // Most arguments are plain from their names; only the spelling is held.
  return [own, ...spelled.map((argument) => ({ ...argument, isDescribed: true }))];
}

function wordsOf(node: DefinitionNode): readonly Word[] {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const name = node.name.value;
      if (isReference(node.directives)) return [];
      const fields = (node.fields ?? []).flatMap((field) => wordsOfField(name, field));
      const isNamedElsewhere = node.kind === Kind.OBJECT_TYPE_EXTENSION || ROOTS.includes(name);
      return isNamedElsewhere ? fields : [word(node, name, PASCAL_CASE), ...fields];
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      const name = node.name.value;
      const fields = (node.fields ?? []).map((field) => word(field, `${name}.${field.name.value}`, CAMEL_CASE));
      return [word(node, name, PASCAL_CASE), ...fields];
    }
    case Kind.ENUM_TYPE_DEFINITION: {
      const name = node.name.value;
      const values = (node.values ?? []).map((value) => word(value, `${name}.${value.name.value}`, UPPER_CASE));
      return [word(node, name, PASCAL_CASE), ...values.map((value) => ({ ...value, isDescribed: true }))];
    }
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.SCALAR_TYPE_DEFINITION:
      return [word(node, node.name.value, PASCAL_CASE)];
    default:
      return [];
  }
}

async function wordsOfSchema(subgraph: string): Promise<readonly Word[]> {
  const text = await readFile(new URL(`../../schema/${subgraph}.graphql`, import.meta.url), 'utf8');
  return parse(text).definitions.flatMap(wordsOf);
}

describe.each(SUBGRAPHS)('the schema of %s', (subgraph) => {
  it('says of every type, field and input what it means', async () => {
    const words = await wordsOfSchema(subgraph);
    expect(words.filter(({ isDescribed }) => !isDescribed).map(({ coordinate }) => coordinate)).toEqual([]);
  });

  it('spells types in PascalCase, fields and arguments in camelCase, enum values in UPPER_CASE', async () => {
    const words = await wordsOfSchema(subgraph);
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter(({ isWellSpelled }) => !isWellSpelled).map(({ coordinate }) => coordinate)).toEqual([]);
  });
});
