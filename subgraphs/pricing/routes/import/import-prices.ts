import { Refused } from '../../../../core/refusal.ts';
import { parametersOf } from '../../../kit/parameters.ts';
import type { RouteAnswer, RouteRequest } from '../../../kit/route.ts';
import { spoolUpload, type Spooled } from '../../../kit/spool.ts';
import { importPriceList, type ImportProgress } from '../../commands/importing/import-price-list.ts';
import type { ImportRequest } from '../../commands/importing/import-request.ts';
import { permittedInstitution, type NamedInstitution } from '../../commands/permitted-institution.ts';
import type { PriceKind } from '../../rules/price-row.ts';
import type { PricingContext } from '../../store/database.ts';
import { answered, answerOfError, faultOf, refused, reportForm } from './import-answer.ts';
import { endLines, progressLine } from './import-lines.ts';

const LIST_WORDS: Readonly<Record<PriceKind, string>> = {
  SERVICE: '医疗服务项目',
  DRUG: '药品',
  CONSUMABLE: '医用耗材',
};

/** How often someone who watches is told how far it has come, in prices. */
const PROGRESS_EVERY = 20_000;

/**
 * `POST /imports/prices?institution=ID&kind=SERVICE|DRUG|CONSUMABLE&effectiveOn=DATE[&title=…][&items=ID,ID][&sheet=…][&name=…]`:
 * publishes the prices of a file in place of the institution's last list of that kind, all of them or none. For a
 * PUBLISHER of its region or its own staff; who may not is told so before the file is read. The report lists every
 * finding, in the form that `Accept` names: JSON, `text/plain`, `text/csv`, or `application/x-ndjson`, which tells how
 * far it has come first and always begins with 200.
 *
 * @throws Fault BAD_USER_INPUT, BAD_REQUEST, LIMIT_EXCEEDED, CANCELLED
 */
export async function importPrices(request: RouteRequest, context: PricingContext): Promise<RouteAnswer> {
  const asked = askedOf(request.query);
  const { institution, refusals } = await permittedInstitution(asked.institution, ['institution'], context);
  if (institution === null || refusals.length > 0) return refused(request, new Refused(refusals));
  const wanted: ImportRequest = { ...asked, institution, title: asked.title ?? titleOf(institution, asked.kind) };
  const file = await spoolUpload(request);
  if (reportForm(request) === 'NDJSON') return inLines(request, file, wanted, context);
  try {
    const outcome = await importPriceList(file, wanted, context, {
      onProgress: () => undefined,
      signal: request.signal,
    });
    return answered(request, file.fileName, outcome);
  } catch (error) {
    const answer = answerOfError(request, error);
    if (answer !== null) return answer;
    throw error;
  } finally {
    await file.dispose();
  }
}

function askedOf(query: URLSearchParams) {
  const parameters = parametersOf(query);
  const [institution] = [parameters.needed('institution'), parameters.needed('kind'), parameters.needed('effectiveOn')];
  const kind = parameters.word('kind', ['SERVICE', 'DRUG', 'CONSUMABLE']);
  const day = parameters.day('effectiveOn');
  const items = (parameters.text('items') ?? '').split(',').filter((id) => id !== '');
  const asked = {
    ...{ institution, kind, title: parameters.text('title'), onlySheet: parameters.text('sheet') },
    catalogueItemIds: [...new Set(items)],
  };
  parameters.check(['institution', 'kind', 'effectiveOn', 'title', 'items', 'sheet', 'name']);
  if (day === null) throw new TypeError('A day that was checked is there.');
  return { ...asked, effectiveOn: day };
}

function titleOf({ name }: NamedInstitution, kind: PriceKind): string {
  return `${name}${LIST_WORDS[kind]}价格公示表`;
}

/** An answer that begins before the file is read: what happens is told line by line. */
function inLines(request: RouteRequest, file: Spooled, wanted: ImportRequest, context: PricingContext): RouteAnswer {
  return {
    status: 200,
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store',
      'content-language': request.scope.locale,
    },
    body: lines(request, file, wanted, context),
  };
}

async function* lines(
  request: RouteRequest,
  file: Spooled,
  wanted: ImportRequest,
  context: PricingContext,
): AsyncGenerator<Uint8Array, void, void> {
  const progress = new LatestProgress();
  const importing = importPriceList(file, wanted, context, {
    onProgress: (come) => {
      progress.tell(come);
    },
    signal: request.signal,
  }).finally(() => {
    progress.end();
  });
  importing.catch(() => undefined); // told below
  try {
    for await (const come of progress) yield progressLine(come);
    yield* endLines(request, file.fileName, await importing);
  } catch (error) {
    yield faultOf(request, error);
  } finally {
    // Whoever watches may leave before anything is told of what was found.
    await importing.then(
      ({ found }) => found.dispose(),
      () => undefined,
    );
    await file.dispose();
  }
}

/** The latest progress, for one reader who may be slower than the work. */
class LatestProgress {
  #latest: ImportProgress | null = null;
  #told: ImportProgress | null = null;
  #hasEnded = false;
  #wake: () => void = () => undefined;

  tell(come: ImportProgress): void {
    const before = this.#told;
    const isNews = before?.stage !== come.stage || come.prices - before.prices >= PROGRESS_EVERY;
    if (!isNews) return;
    this.#told = come;
    this.#latest = come;
    this.#wake();
  }

  end(): void {
    this.#hasEnded = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ImportProgress, void, void> {
    for (;;) {
      const latest = this.#latest;
      this.#latest = null;
      if (latest !== null) yield latest;
      else if (this.#hasEnded) return;
      else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }
}
