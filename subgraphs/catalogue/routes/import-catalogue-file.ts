import { Refused } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import type { RouteAnswer, RouteRequest } from '../../kit/route.ts';
import { readSpreadsheet } from '../../kit/spreadsheet/read-spreadsheet.ts';
import { readUpload } from '../../kit/upload.ts';
import { AUTHORS } from '../commands/authors.ts';
import { importCatalogue, importFaults, type ImportCatalogueInput } from '../commands/import-catalogue.ts';
import { inPlaceOrder, itemsOf, readCatalogueFile } from '../rules/sheet/catalogue-file.ts';
import { furtherFaults } from '../rules/sheet/further-faults.ts';
import type { CatalogueContext } from '../store/database.ts';
import { categoryNames } from '../store/written-catalogues.ts';
import { faultyAnswer, importedAnswer, refusedAnswer } from './import-answer.ts';
import { parametersOf } from '../../kit/parameters.ts';
import { placedRefusals } from './placed-refusals.ts';

/** A catalogue has some hundreds of rows; more than this is no catalogue. */
const LIMITS = { unpackedBytes: 64_000_000, rows: 5_000, columns: 100, sheets: 50 } as const;

/**
 * `POST /imports/catalogue?region=CODE[&edition=…][&title=…][&effectiveOn=DATE][&name=…]`: a file's items become the
 * region's draft, all of them or none. For its EDITOR or PUBLISHER; who may not is told so before the file is read.
 *
 * @throws Fault BAD_USER_INPUT, BAD_REQUEST, LIMIT_EXCEEDED
 */
export async function importCatalogueFile(request: RouteRequest, context: CatalogueContext): Promise<RouteAnswer> {
  const parameters = parametersOf(request.query);
  const input = {
    region: parameters.region(),
    edition: parameters.text('edition'),
    title: parameters.text('title'),
    effectiveOn: parameters.day('effectiveOn'),
  };
  parameters.check(['region', 'edition', 'title', 'effectiveOn', 'name']);
  const refusals = permissionRefusals(context.scope.viewer, AUTHORS, input.region);
  if (refusals.length > 0) return refusedAnswer(request, new Refused(refusals));
  try {
    return await taken(request, input, context);
  } catch (error) {
    if (error instanceof Refused) return refusedAnswer(request, error);
    throw error;
  }
}

async function taken(
  request: RouteRequest,
  input: Omit<ImportCatalogueInput, 'items'>,
  context: CatalogueContext,
): Promise<RouteAnswer> {
  const { bytes, fileName } = await readUpload(request);
  const { format, tables } = await readSpreadsheet(bytes, fileName, LIMITS);
  const file = readCatalogueFile(tables, await categoryNames(context));
  const read = { fileName, format, sheets: file.sheets };
  const whole = { ...input, items: itemsOf(file) };
  if (file.faults.length > 0) {
    const refused = placedRefusals(await importFaults(whole, context), file.items);
    const further = furtherFaults(file.items, file.faults, refused);
    return faultyAnswer(request, read, inPlaceOrder([...file.faults, ...further], tables));
  }
  try {
    const catalogue = await importCatalogue(whole, context);
    return importedAnswer(request, read, { catalogue, items: file.items.length });
  } catch (error) {
    if (error instanceof Refused) return faultyAnswer(request, read, placedRefusals(error.refusals, file.items));
    throw error;
  }
}
