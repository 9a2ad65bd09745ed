import { beginningOf, bytesOf, wholeOf } from './bytes.ts';
import { faultIn } from './fault.ts';
import { ReachProblem, type ReachCode, type ReachDetails } from './problem.ts';
import { shownText } from './shown.ts';
import { pathOf, type Answer, type Asking, type Transport } from './transport.ts';

const JSON_TYPE = /^application\/(?:json|graphql-response\+json)\s*(?:;|$)/i;
const LINES_TYPE = /^application\/(?:x-ndjson|ndjson|jsonl)\s*(?:;|$)/i;
/** So much is read of an answer that is none of a hub. */
const BEGINNING_BYTES = 65_536;
const LONGEST_RETRY_SECONDS = 86_400;

/**
 * What a hub answers in JSON, whole.
 *
 * @throws ReachProblem also for the faults that it answers
 */
export async function askForJson(transport: Transport, asking: Omit<Asking, 'accept'>): Promise<unknown> {
  const answer = await transport.ask({ ...asking, accept: 'application/graphql-response+json, application/json' });
  return jsonOf(transport, answer, whereOf(transport, asking));
}

/**
 * A file of lines that a hub gives, as bytes.
 *
 * @throws ReachProblem when it is none, or a fault of the hub
 */
export async function askForLines(transport: Transport, path: string): Promise<AsyncIterable<Uint8Array>> {
  const asking: Asking = { path, accept: 'application/x-ndjson' };
  const answer = await transport.ask(asking);
  const where = whereOf(transport, asking);
  if (answer.status !== 200 || !LINES_TYPE.test(typeOf(answer))) {
    await jsonOf(transport, answer, where);
    throw new ReachProblem('NOT_A_HUB', `${where}: expected a file of lines, got ${typeOf(answer)}.`, statusOf(answer));
  }
  if (!['content-length', 'transfer-encoding', 'content-encoding'].some((name) => answer.header(name) !== null)) {
    answer.body.destroy();
    throw new ReachProblem('NOT_A_HUB', `${where}: expected a file whose end can be told, got one without a length.`);
  }
  checkEncoding(answer, where);
  return bytesOf(answer.body, transport.bounds, where);
}

/** The full place of what is asked for, without the query. */
function whereOf({ county }: Transport, asking: Pick<Asking, 'path'>): string {
  return `${county.endpoint}${pathOf(asking)}`;
}

async function jsonOf(transport: Transport, answer: Answer, where: string): Promise<unknown> {
  const { county, bounds } = transport;
  const { status } = answer;
  if ((status >= 300 && status < 400) || !JSON_TYPE.test(typeOf(answer))) throw await noJson(transport, answer, where);
  checkEncoding(answer, where);
  const text = (await wholeOf(bytesOf(answer.body, bounds, where), bounds.mostAnswerBytes, where)).toString();
  const value = parsed(text);
  if (value === undefined) {
    const message = `${where}: expected JSON, got ${shownText(text, county)} (status ${status}).`;
    throw new ReachProblem('NOT_A_HUB', message, statusOf(answer));
  }
  const fault = faultIn(value, county, where);
  if (fault !== null) throw fault.code === 'BUSY' ? withRetry(fault, answer) : fault;
  if (status === 200) return value;
  throw ofStatus(answer, where) ?? new ReachProblem('NOT_A_HUB', `${where}: got status ${status}.`, statusOf(answer));
}

async function noJson({ county, bounds }: Transport, answer: Answer, where: string): Promise<ReachProblem> {
  const text = await beginningOf(bytesOf(answer.body, bounds, where), BEGINNING_BYTES);
  const known = ofStatus(answer, where);
  if (known !== null) return known;
  const got = `status ${answer.status}, ${shownText(typeOf(answer), county)}, ${shownText(text, county)}`;
  return new ReachProblem('NOT_A_HUB', `${where}: expected the answer of a hub, got ${got}.`, statusOf(answer));
}

/** What a status says whatever comes with it. */
function ofStatus(answer: Answer, where: string): ReachProblem | null {
  const { status } = answer;
  const problem = (code: ReachCode, words: string): ReachProblem =>
    new ReachProblem(code, `${where}: ${words} (status ${status}).`, statusOf(answer));
  if (status === 401 || status === 403) return problem('REFUSED', 'the token is not taken, or one is wanted');
  if (status === 429 || status === 503) return withRetry(problem('BUSY', 'the hub has no time now'), answer);
  if (status === 502 || status === 504) return problem('UNREACHABLE', 'what stands before the hub does not reach it');
  return null;
}

function withRetry({ code, message, details }: ReachProblem, answer: Answer): ReachProblem {
  return new ReachProblem(code, message, { ...details, retryAfterSeconds: retryAfter(answer) });
}

/** In seconds; an instant is taken by the clock of whoever answers. */
function retryAfter(answer: Answer): number | null {
  const text = answer.header('retry-after')?.trim() ?? '';
  const seconds = /^\d{1,9}$/.test(text)
    ? Number(text)
    : (Date.parse(text) - Date.parse(answer.header('date') ?? '')) / 1_000;
  return Number.isNaN(seconds) ? null : Math.min(Math.max(Math.ceil(seconds), 0), LONGEST_RETRY_SECONDS);
}

function checkEncoding(answer: Answer, where: string): void {
  const encoding = answer.header('content-encoding')?.trim() ?? '';
  if (/^(?:|identity|(?:x-)?gzip)$/i.test(encoding)) return;
  answer.body.destroy();
  throw new ReachProblem('NOT_A_HUB', `${where}: expected an answer that is packed with gzip or not at all.`);
}

function typeOf(answer: Answer): string {
  return answer.header('content-type') ?? 'no type';
}

function statusOf({ status }: Answer): ReachDetails {
  return { status };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
