import type { Sealing } from './sealing.ts';

/** Where a sealed value stands: the field and the row, so that it opens there alone. */
export type SealedPlace<Field extends string> = readonly [field: Field, rowId: string];

/** Seals and opens values at the places of an owner; `Field` names the fields that it seals. */
export interface SealedPlaces<Field extends string> {
  /** A value sealed for its place. */
  readonly sealed: (sealing: Sealing, place: SealedPlace<Field>, value: unknown) => Uint8Array<ArrayBuffer>;
  /** The same of a text that may be left out; null when it is, or is blank. */
  readonly sealedIfAny: (
    sealing: Sealing,
    place: SealedPlace<Field>,
    value: string | null | undefined,
  ) => Uint8Array<ArrayBuffer> | null;
  /** The value that was sealed for a place; null when there is none, or it was purged. */
  readonly unsealed: (sealing: Sealing, place: SealedPlace<Field>, bytes: Uint8Array | null) => unknown;
}

/** The places at which an owner seals. */
export function sealedPlaces<Field extends string>(): SealedPlaces<Field> {
  const sealed: SealedPlaces<Field>['sealed'] = (sealing, place, value) =>
    sealing.seal(JSON.stringify(value), place.join(' '));
  return {
    sealed,
    sealedIfAny: (sealing, place, value) =>
      value == null || value.trim() === '' ? null : sealed(sealing, place, value),
    unsealed: (sealing, place, bytes) =>
      bytes === null ? null : (JSON.parse(sealing.open(bytes, place.join(' '))) as unknown),
  };
}
