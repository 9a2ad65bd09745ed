declare const kind: unique symbol;

/**
 * An opaque global id of one kind of thing; `Id<'Document'>` does not pass where `Id<'Institution'>` is asked for.
 * Ids are minted once, by the hub where the thing was made, and stay the same in every hub that holds a copy.
 */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** Longest text that is looked at as an id; anything longer can not be one. */
export const MAX_ID_LENGTH = 100;

/** Takes a text from outside as an id. Whether it names anything is for the store to say. */
export function asId<Kind extends string>(text: string): Id<Kind> {
  return text as Id<Kind>;
}
