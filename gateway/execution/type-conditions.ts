import { isAbstractType, isInterfaceType, type GraphQLSchema } from 'graphql';

/** Answers which runtime types fit a type condition; hidden types count too, for plans speak of them. */
export interface TypeConditions {
  /** Whether the supergraph has the type, hidden or not. */
  knows(typename: string): boolean;
  fits(typename: string, condition: string): boolean;
  fitsAny(typename: string, conditions: readonly string[]): boolean;
}

/**
 * Reads the type conditions of a schema, each on first use.
 *
 * An interface's name fits the interfaces it implements, because a subgraph with an interface object (`@interfaceObject`)
 * answers with the name of the interface.
 */
export function createTypeConditions(schema: GraphQLSchema): TypeConditions {
  const members = new Map<string, ReadonlySet<string>>();
  const membersOf = (condition: string): ReadonlySet<string> => {
    let known = members.get(condition);
    if (known === undefined) members.set(condition, (known = readMembers(schema, condition)));
    return known;
  };
  const fits = (typename: string, condition: string) => typename === condition || membersOf(condition).has(typename);
  const fitsAny = (typename: string, conditions: readonly string[]) => {
    for (const condition of conditions) if (fits(typename, condition)) return true;
    return false;
  };
  return { knows: (typename) => schema.getType(typename) !== undefined, fits, fitsAny };
}

function readMembers(schema: GraphQLSchema, condition: string): ReadonlySet<string> {
  const type = schema.getType(condition);
  if (!isAbstractType(type)) return new Set([condition]);
  const names = schema.getPossibleTypes(type).map((member) => member.name);
  if (isInterfaceType(type)) names.push(...schema.getImplementations(type).interfaces.map((member) => member.name));
  return new Set(names);
}
