import { jsonElements } from '../../../kit/json-elements.ts';
import { CMS_JSON_WANTED, cmsJsonReader } from '../../rules/cms/cms-json-reader.ts';
import type { ReaderOptions, SheetReading, Stretch } from '../../rules/reading/sheet-reader.ts';

/** A JSON file that is read as one goes through it. */
export interface CmsJsonReading extends AsyncIterable<Stretch> {
  /** How the file was understood so far. */
  reading(): SheetReading;
}

/**
 * Reads a US standard charge file in its JSON form, as its text comes, in memory that does not grow with the file.
 *
 * @param text - decoded
 * @throws Refused FILE_UNREADABLE, while one goes through it, for what is no whole JSON object or passes a limit
 * @see 45 CFR 180.50; rules H7, H13
 */
export function readCmsJson(text: AsyncIterable<string>, options: ReaderOptions): CmsJsonReading {
  const reader = cmsJsonReader(options);
  async function* stretches(): AsyncGenerator<Stretch> {
    for await (const elements of jsonElements(text, CMS_JSON_WANTED)) yield reader.take(elements);
    yield reader.end();
  }
  return { [Symbol.asyncIterator]: stretches, reading: () => reader.reading() };
}
