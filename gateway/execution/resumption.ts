import {
  getNamedType,
  Kind,
  print,
  visit,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  OperationTypeNode,
  type OperationDefinitionNode,
} from 'graphql';
import type { Variables } from './contract.ts';
import { collectFields, type Fragments } from './selections.ts';

/** What the gateway knows of a subscription's start, and of subscriptions that are the same but for it. */
export interface Resumption {
  readonly resumable: boolean;
  after(variables: Variables | undefined): string | null;
  shareKey(variables: Variables | undefined): string;
}

/** The argument that says where a subscription starts, and the scalar that makes it a cursor. */
const AFTER = 'after';
const CURSOR = 'Cursor';

/** Reads how an operation starts and what identifies it. */
export function readResumption(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fragments: Fragments,
): Resumption {
  const root = rootFieldOf(operation, fragments);
  const resumable = root !== null && isResumable(schema, root);
  const readAfter = resumable ? compileAfter(root, operation) : () => null;
  let identity: Identity | null = null;
  return {
    resumable,
    after: readAfter,
    shareKey(variables) {
      identity ??= identify(document, operation, {
        field: resumable ? root.name.value : null,
        type: schema.getSubscriptionType()?.name,
      });
      const shared: Record<string, unknown> = {};
      for (const name of identity.variables) {
        if (variables !== undefined && name in variables) shared[name] = variables[name];
      }
      return `${identity.text}\n${canonical(shared)}`;
    },
  };
}

function rootFieldOf(operation: OperationDefinitionNode, fragments: Fragments): FieldNode | null {
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) return null;
  const fields = collectFields([operation.selectionSet], { fragments, fits: () => true, variables: null });
  return fields[0]?.node ?? null;
}

function isResumable(schema: GraphQLSchema, root: FieldNode): boolean {
  const field = schema.getSubscriptionType()?.getFields()[root.name.value];
  const argument = field?.args.find(({ name }) => name === AFTER);
  return argument !== undefined && getNamedType(argument.type).name === CURSOR;
}

function compileAfter(root: FieldNode, operation: OperationDefinitionNode): Resumption['after'] {
  const value = root.arguments?.find((argument) => argument.name.value === AFTER)?.value;
  if (value?.kind === Kind.STRING) return () => value.value;
  if (value?.kind !== Kind.VARIABLE) return () => null;
  const name = value.name.value;
  const fallback = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
  const initial = fallback?.kind === Kind.STRING ? fallback.value : null;
  return (variables) => {
    const given = variables?.[name];
    if (given === undefined) return initial;
    return typeof given === 'string' ? given : null;
  };
}

interface Identity {
  readonly text: string;
  /** The variables that change what is delivered, in order. */
  readonly variables: readonly string[];
}

/** The resumable root field's name, and the name of the subscription type. */
interface Root {
  readonly field: string | null;
  readonly type: string | undefined;
}

/** Names nothing that does not change the events: the operation's name, other operations, `after` and what serves only it. */
function identify(document: DocumentNode, operation: OperationDefinitionNode, root: Root): Identity {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const { kind, operation: type, directives = [], selectionSet } = operation;
  const anonymous: OperationDefinitionNode = { kind, operation: type, directives, selectionSet };
  const used = new Set<string>();
  const stripped = visit({ kind: Kind.DOCUMENT, definitions: [anonymous, ...fragments] } as DocumentNode, {
    Field(node, ...[, , , ancestors]) {
      if (
        node.name.value !== root.field ||
        ancestors.some((ancestor) => 'kind' in ancestor && leadsElsewhere(ancestor, root))
      ) {
        return undefined;
      }
      return { ...node, arguments: node.arguments?.filter((argument) => argument.name.value !== AFTER) };
    },
    Variable(node) {
      used.add(node.name.value);
    },
  });
  const definitions = (operation.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value));
  const text = [...definitions.map((definition) => print(definition)), print(stripped)].join('\n');
  return { text, variables: definitions.map(({ variable }) => variable.name.value).sort() };
}

/** Whether what stands under a node is not of the root. */
function leadsElsewhere(node: ASTNode, root: Root): boolean {
  if (node.kind === Kind.FIELD) return true;
  return node.kind === Kind.FRAGMENT_DEFINITION && node.typeCondition.name.value !== root.type;
}

/** JSON whose object keys are in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
