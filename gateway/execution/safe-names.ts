import {
  isInterfaceType,
  isObjectType,
  Kind,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/** An operation whose names can not meet those that its plan adds. */
export interface SafeNames {
  readonly document: DocumentNode;
  /** Response keys of the document to those that the client wrote; without those that are the same. */
  readonly clientNames: ReadonlyMap<string, string>;
  /** Variables that have another name in the document: the client's name to that. */
  readonly variables: ReadonlyMap<string, string>;
}

/**
 * Gives other names to what a client named like something that plans add by themselves.
 *
 * A plan fetches keys and required fields beside what the client asked for, under their own names: a client's
 * `upc: title` would take the place of the key `upc`. Variables of entity calls are named `representations…`.
 *
 * @param reserved - {@link fieldsPlansAdd}
 */
export function useSafeNames(document: DocumentNode, reserved: ReadonlySet<string>): SafeNames {
  const prefix = unusedPrefix(document);
  const clientNames = new Map<string, string>();
  const variables = new Map<string, string>();
  const safe = visit(document, {
    Field(node) {
      const key = node.alias?.value ?? node.name.value;
      const isPlain = node.name.value === key && !node.arguments?.length;
      if (isPlain || !reserved.has(key)) return undefined;
      const name = prefix + key;
      clientNames.set(name, key);
      return { ...node, alias: { kind: Kind.NAME, value: name } };
    },
    Variable(node) {
      if (!node.name.value.startsWith('representations')) return undefined;
      const name = prefix + node.name.value;
      variables.set(node.name.value, name);
      return { ...node, name: { kind: Kind.NAME, value: name } };
    },
  });
  return { document: clientNames.size + variables.size === 0 ? document : safe, clientNames, variables };
}

/** A beginning that no name of the document has. */
function unusedPrefix(document: DocumentNode): string {
  const names: string[] = [];
  visit(document, {
    Name(node) {
      names.push(node.value);
    },
  });
  let prefix = 'own_';
  while (names.some((name) => name.startsWith(prefix))) prefix = `_${prefix}`;
  return prefix;
}

/** A definition, as far as its directives. */
interface Annotated {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** Every field name in the keys and requirements of a supergraph, and `__typename`. */
export function fieldsPlansAdd(supergraph: GraphQLSchema): ReadonlySet<string> {
  const names = new Set(['__typename']);
  for (const type of Object.values(supergraph.getTypeMap())) {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const nodes: readonly (Annotated | null | undefined)[] = [type.astNode, ...fields.map((field) => field.astNode)];
    for (const directive of nodes.flatMap((node) => node?.directives ?? [])) {
      for (const argument of directive.arguments ?? []) {
        if (!FIELD_SETS.has(argument.name.value) || argument.value.kind !== Kind.STRING) continue;
        for (const [name] of argument.value.value.matchAll(/\w+/g)) names.add(name);
      }
    }
  }
  return names;
}

const FIELD_SETS = new Set(['key', 'requires', 'provides']);
