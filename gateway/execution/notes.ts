import { GraphQLError } from 'graphql';
import type { JsonObject } from './json.ts';
import { toClientError } from './problems.ts';
import type { ResponsePath } from './paths.ts';
import type { Loss } from './losses.ts';
import type { Run } from './run.ts';

/** A field's response key in the run's data, and in the client's answer. */
export interface FieldPlace {
  readonly dataKey: string;
  readonly key: string;
}

/** Remembers a field whose value never arrived. */
export function noteMissing(run: Run, object: JsonObject, at: FieldPlace & { nonNull: string | null }): void {
  if (at.nonNull === null && run.losses === null) return;
  const loss = run.losses?.of(object, at.dataKey) ?? run.losses?.ofAny(object) ?? null;
  const message = at.nonNull === null ? null : nullViolation(at.nonNull);
  run.notes.push({ reversedPath: [at.key], loss, message, isAbsent: loss === null && run.isAbsent(object) });
}

/** Remembers a null where the schema allows none. */
export function noteNull(run: Run, key: string | number, field: string): void {
  run.notes.push({ reversedPath: [key], loss: null, message: nullViolation(field) });
}

/** Remembers a value that does not fit its type. */
export function noteMisfit(run: Run, message: string): void {
  run.notes.push({ reversedPath: [], loss: null, message });
}

/** Adds one level to all notes since `from`. */
export function extendNotes(run: Run, from: number, key: string | number): void {
  for (let index = from; index < run.notes.length; index++) run.notes[index]?.reversedPath.push(key);
}

/** Adds the level of an object, and looks there for the loss that explains a note. */
export function extendNotesOf(run: Run, from: number, object: JsonObject, at: FieldPlace): void {
  for (let index = from; index < run.notes.length; index++) {
    const note = run.notes[index];
    if (note === undefined) continue;
    note.reversedPath.push(at.key);
    note.loss ??= run.losses?.of(object, at.dataKey) ?? null;
  }
}

/**
 * Makes errors of what the notes tell, each place told of once; what nobody asked for, but is lost, is told at the end.
 *
 * @param data - the completed answer
 */
export function settleNotes(run: Run, data: unknown): void {
  if (run.notes.length > 0) settle(run, data);
  for (const loss of run.losses?.all ?? []) tellRest(run, loss);
}

function settle(run: Run, data: unknown): void {
  const explained = placesAboveErrors(run.errors);
  for (const note of run.notes) {
    const path = note.reversedPath.toReversed();
    if (note.isAbsent === true && endsAsNull(data, path.slice(0, -1))) continue;
    if (note.loss !== null) {
      if (!explained.has(pathKey(path)) && note.loss.tell())
        run.errors.push(toClientError(note.loss.problem, note.loss.service, path));
    } else if (note.message !== null && !explained.has(pathKey(path))) {
      run.errors.push(new GraphQLError(note.message, { path }));
    }
  }
}

function tellRest(run: Run, loss: Loss): void {
  if (loss.places === 0) run.errors.push(toClientError(loss.problem, loss.service, loss.place));
  if (loss.omitted > 0) {
    const message = `${String(loss.omitted)} more fields of this answer are missing for the same reason.`;
    run.errors.push(toClientError({ ...loss.problem, message }, loss.service, undefined));
  }
}

/** Every place at or above an error that is told already. */
function placesAboveErrors(errors: readonly GraphQLError[]): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { path } of errors) {
    if (path === undefined) continue;
    for (let length = 1; length <= path.length; length++) places.add(pathKey(path.slice(0, length)));
  }
  return places;
}

function pathKey(path: ResponsePath): string {
  return JSON.stringify(path);
}

/** Whether an entity that does not exist is a plain null in the answer: its reference may be null, and nothing above it had to be. */
function endsAsNull(data: unknown, path: ResponsePath): boolean {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return value === null;
}

function nullViolation(field: string): string {
  return `Cannot return null for non-nullable field ${field}.`;
}
