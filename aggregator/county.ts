import { CHANGE_SUBJECTS, type ChangeSubject } from '../core/change.ts';

/** What is told of a county hub, as `COUNTIES` lists it. */
export interface CountySettings {
  readonly name: string;
  /** GB/T 2260: what is taken concerns this region or those below it. */
  readonly region: string;
  /** Where the hub stands, without `/graphql` and without a slash at the end. */
  readonly endpoint: string;
  readonly token: string | null;
  readonly subjects: readonly ChangeSubject[];
  readonly mostWithdrawn: number;
  readonly allowPrivate: boolean;
}

/** Pulled from every county, since all other subjects name them. */
const ALWAYS_PULLED: readonly ChangeSubject[] = ['REGION', 'INSTITUTION'];

/** A county hub that this hub pulls from. Its token is nowhere in what is printed, logged or made JSON of. */
export class County {
  readonly name: string;
  readonly region: string;
  readonly endpoint: string;
  /** In the order of {@link CHANGE_SUBJECTS}. */
  readonly subjects: readonly ChangeSubject[];
  /** The share of the live records, 0 to 1, that may be withdrawn at once without anybody being asked. */
  readonly mostWithdrawn: number;
  /** Whether the endpoint may be at an address that is not of the public internet. */
  readonly allowPrivate: boolean;
  readonly #token: string | null;

  constructor({ name, region, endpoint, token, subjects, mostWithdrawn, allowPrivate }: CountySettings) {
    this.name = name;
    this.region = region;
    this.endpoint = endpoint;
    this.subjects = CHANGE_SUBJECTS.filter((one) => subjects.includes(one) || ALWAYS_PULLED.includes(one));
    this.mostWithdrawn = mostWithdrawn;
    this.allowPrivate = allowPrivate;
    this.#token = token;
  }

  /** What is sent along with each request: empty for a hub that is read as the public reads it. */
  authorization(): Readonly<Record<string, string>> {
    return this.#token === null ? {} : { authorization: `Bearer ${this.#token}` };
  }

  /** A text of the other side without the token, which it may have repeated. */
  redacted(text: string): string {
    return this.#token === null ? text : text.replaceAll(this.#token, '…');
  }
}
