import type { CountyEntry } from './reach/county-hub.ts';

/** Why an entry of another hub is not taken. */
export type EntryRefusalCode = 'NOT_ITS_OWN' | 'ENTRY_ID_TAKEN' | 'NOT_APPLICABLE';

/** An entry that stops its lane until it is mended there, or the rule here. */
export class EntryRefused extends Error {
  override readonly name = 'EntryRefused';
  readonly code: EntryRefusalCode;
  /** What names it for people: subject, id, and the id of the entry. */
  readonly entry: string;

  constructor(
    { subject, subjectId, id }: Pick<CountyEntry, 'subject' | 'subjectId' | 'id'>,
    code: EntryRefusalCode,
    expected: string,
    got: string,
  ) {
    super(`Expected ${expected}; got ${got.replace(/\.$/, '')}.`);
    this.code = code;
    this.entry = `${subject} ${subjectId} (${id})`;
  }
}
