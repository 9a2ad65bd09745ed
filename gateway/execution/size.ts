import {
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type SelectionSetNode,
} from 'graphql';
import type { Limits } from '../limits.ts';
import { limitError } from './limit-error.ts';

/** How big a document is, fragments expanded; of several operations the biggest counts. */
export type Size = Record<'depth' | 'aliases' | 'rootFields' | 'selections' | 'directives' | 'repeats', number>;

/**
 * Measures a document before it is validated; each fragment once, so that fragments which use each other twofold cost
 * no more than their text. Fragments that use themselves count as nothing: validation refuses them.
 */
export function measure(document: DocumentNode): Size {
  const ruler = new Ruler(document);
  const total: Size = { ...NOTHING, directives: countDirectives(document) };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      const { own, ...size } = ruler.measure(definition.selectionSet);
      for (const key of KEYS) total[key] = Math.max(total[key], size[key]);
      total.rootFields = Math.max(total.rootFields, own);
    }
    if ('selectionSet' in definition) total.repeats = Math.max(total.repeats, mostRepeats(definition.selectionSet));
  }
  return total;
}

/** What a size passes. */
export function overSize(size: Size, limits: Limits): GraphQLError[] {
  return KEYS.filter((key) => size[key] > limits[key]).map((key) =>
    limitError({ limit: key, maximum: limits[key], actual: size[key], what: WHAT[key] }),
  );
}

const NOTHING: Size = { depth: 0, aliases: 0, rootFields: 0, selections: 0, directives: 0, repeats: 0 };
const KEYS = Object.keys(NOTHING) as (keyof Size)[];
const WHAT: Record<keyof Size, string> = {
  depth: 'levels of fields',
  aliases: 'fields under another name',
  rootFields: 'root fields',
  selections: 'fields',
  directives: 'directives',
  repeats: 'fields at one place of the answer',
};

/** A selection set, fragments expanded. */
interface Measure {
  readonly depth: number;
  readonly aliases: number;
  readonly selections: number;
  /** Fields at its own level. */
  readonly own: number;
}

const EMPTY: Measure = { depth: 0, aliases: 0, selections: 0, own: 0 };

class Ruler {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #measured = new Map<string, Measure>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  measure(set: SelectionSetNode): Size & Measure {
    const total = { ...NOTHING, own: 0 };
    for (const selection of set.selections) {
      const part =
        selection.kind === Kind.FIELD
          ? this.#field(selection)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? this.measure(selection.selectionSet)
            : this.#fragment(selection.name.value);
      total.depth = Math.max(total.depth, part.depth);
      total.aliases += part.aliases;
      total.selections += part.selections;
      total.own += part.own;
    }
    return total;
  }

  /** Introspection goes deep by its nature, and has a rule of its own in validation. */
  #field(field: FieldNode): Measure {
    const inside = field.selectionSet === undefined ? EMPTY : this.measure(field.selectionSet);
    const isIntrospection = field.name.value.startsWith('__');
    return {
      depth: isIntrospection ? 0 : inside.depth + 1,
      aliases: inside.aliases + (field.alias === undefined ? 0 : 1),
      selections: inside.selections + 1,
      own: 1,
    };
  }

  #fragment(name: string): Measure {
    const known = this.#measured.get(name);
    if (known !== undefined) return known;
    this.#measured.set(name, EMPTY);
    const fragment = this.#fragments.get(name);
    const measured = fragment === undefined ? EMPTY : this.measure(fragment.selectionSet);
    this.#measured.set(name, measured);
    return measured;
  }
}

function countDirectives(document: DocumentNode): number {
  let count = 0;
  visit(document, {
    Directive: () => {
      count += 1;
    },
  });
  return count;
}

/** The fields of one response path. */
interface Merged {
  count: number;
  readonly nested: Map<string, Merged>;
}

/** The most fields that stand at one response path as it is written: validation compares each with each. */
function mostRepeats(set: SelectionSetNode): number {
  let most = 0;
  const scan = ({ selections }: SelectionSetNode, into: Merged['nested']): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) scan(selection.selectionSet, into);
      if (selection.kind !== Kind.FIELD) continue;
      const key = selection.alias?.value ?? selection.name.value;
      let merged = into.get(key);
      if (merged === undefined) into.set(key, (merged = { count: 0, nested: new Map() }));
      merged.count += 1;
      most = Math.max(most, merged.count);
      if (selection.selectionSet !== undefined) scan(selection.selectionSet, merged.nested);
    }
  };
  scan(set, new Map());
  return most;
}
