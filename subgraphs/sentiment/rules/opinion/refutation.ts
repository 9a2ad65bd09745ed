import type { Refusal } from '../../../../core/refusal.ts';

/** A rumour of an event. */
interface KnownRumour {
  readonly id: string;
  readonly refutedById: string | null;
}

/** So many rumours may be refuted at once. */
const MOST_REFUTED = 50;

/** Why an answer does not refute rumours (不实传言): too many, one that is none of the event, or one that was refuted. */
export function refutationRefusals(refutes: readonly string[], rumours: readonly KnownRumour[]): Refusal[] {
  const at = ['input', 'refutes'];
  if (refutes.length > MOST_REFUTED) {
    return [{ code: 'TOO_MANY_VALUES', path: at, expected: String(MOST_REFUTED), got: String(refutes.length) }];
  }
  return refutes.flatMap((id, index): Refusal[] => {
    const [path, got] = [[...at, String(index)], id.slice(0, 100)];
    const rumour = rumours.find((one) => one.id === id);
    if (rumour === undefined) return [{ code: 'NOT_FOUND', path, expected: 'Rumour', got }];
    return rumour.refutedById === null ? [] : [{ code: 'RUMOUR_ALREADY_REFUTED', path, got }];
  });
}
