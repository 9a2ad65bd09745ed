import type { JsonElement } from '../../../../core/json-element.ts';
import type { FilePlace, Finding } from '../finding.ts';
import type { ListedPrice, ReaderOptions, SheetReading, Stretch } from '../reading/sheet-reader.ts';
import { found, type ChargeItem, type Locate } from './charge-item.ts';
import { ChargeMemory } from './charge-memory.ts';
import { CMS_CURRENCY, itemPrices } from './charges.ts';
import { itemFindings } from './item-findings.ts';
import { JSON_HEADER_MEMBERS, jsonHeaderFindings, jsonVersion } from './json-header.ts';
import { itemOfModifier, itemsOfElement } from './json-item.ts';
import { JsonShapes, type JsonObject } from './json-shape.ts';

const ITEMS = 'standard_charge_information';
const MODIFIERS = 'modifier_information';

/** What of a JSON file its reader wants: whole members of it, and members element by element. */
export const CMS_JSON_WANTED = { members: JSON_HEADER_MEMBERS, lists: [ITEMS, MODIFIERS] } as const;

/** Reads a JSON file as its elements come; otherwise like a reader of rows. */
export interface ElementReader {
  take(elements: readonly JsonElement[]): Stretch;
  /** What is known only once all elements have come. */
  end(): Stretch;
  /** How the file was understood so far. */
  reading(): SheetReading;
}

/**
 * Reads the US standard charge file (CMS template, versions 2 and 3) in its JSON form. A place in it is a JSON pointer, in
 * `heading`: `/standard_charge_information/0/standard_charges/0/gross_charge`.
 *
 * Items are judged by the version that stands before them, as it does in files after the template; by the present one
 * when it comes only after them.
 *
 * @see 45 CFR 180.50; rules H7, H13
 */
export function cmsJsonReader(options: ReaderOptions): ElementReader {
  return new CmsJsonReader(options.sheet);
}

class CmsJsonReader implements ElementReader {
  readonly #sheet: string | null;
  readonly #memory = new ChargeMemory();
  readonly #header: Record<string, unknown> = {};
  #items = 0;
  #prices = 0;

  constructor(sheet: string | null) {
    this.#sheet = sheet;
  }

  take(elements: readonly JsonElement[]): Stretch {
    const prices: ListedPrice[] = [];
    const findings: Finding[] = [];
    for (const element of elements) {
      if (element.index === null) {
        this.#header[element.member] = element.value;
        continue;
      }
      const read = this.#element(element);
      for (const price of read.prices) prices.push(price);
      for (const finding of read.findings) findings.push(finding);
    }
    this.#prices += prices.length;
    return { prices, findings };
  }

  end(): Stretch {
    const shapes = new JsonShapes();
    const header = jsonHeaderFindings(this.#whole(), shapes, this.#locate);
    const missing = this.#items === 0 ? [found('CMS_ITEMS_MISSING', this.#locate(`/${ITEMS}`))] : [];
    return { prices: [], findings: [...this.#wrong(shapes), ...header, ...missing] };
  }

  reading(): SheetReading {
    return {
      ...{ sheet: this.#sheet, form: 'CMS_JSON', headerRows: null, columns: [], unreadColumns: [] },
      ...{ prices: this.#prices, passedOver: 0, currency: CMS_CURRENCY },
    };
  }

  #whole(): JsonObject {
    return { at: '', members: this.#header };
  }

  #element({ member, index, value }: JsonElement): Stretch {
    const shapes = new JsonShapes();
    const element = shapes.object(value, `/${member}/${String(index)}`);
    if (member === ITEMS) this.#items += 1;
    if (typeof index === 'string') shapes.notList(`/${member}`);
    if (element === null) return { prices: [], findings: this.#wrong(shapes) };
    const items =
      member === ITEMS
        ? itemsOfElement(element, shapes, jsonVersion(this.#whole()))
        : [itemOfModifier(element, shapes)];
    const read = items.map((item) => this.#item(item));
    const own = items.length === 0 ? this.#noCharges(element, shapes) : [];
    return {
      prices: read.flatMap(({ prices }) => prices),
      findings: onceEach([...this.#wrong(shapes), ...own, ...read.flatMap(({ findings }) => findings)]),
    };
  }

  #item(item: ChargeItem): Stretch {
    const context = { version: jsonVersion(this.#whole()), payersIn: 'ENTRIES', locate: this.#locate } as const;
    const findings = itemFindings(item, context);
    const read = itemPrices(item, this.#locate, this.#memory);
    return { prices: read.prices, findings: [...findings, ...read.findings] };
  }

  #noCharges({ at }: JsonObject, { wrong }: JsonShapes): Finding[] {
    const place = `${at}/standard_charges`;
    return wrong.some((one) => one.at.startsWith(place)) ? [] : [found('CMS_CHARGE_MISSING', this.#locate(place))];
  }

  #wrong({ wrong, blank }: JsonShapes): Finding[] {
    const missing = jsonVersion(this.#whole()) === 3 ? blank : [];
    return [
      ...wrong.map(({ at, expected, got }) => found('CMS_SHAPE_WRONG', this.#locate(at), { expected, got })),
      ...missing.map((at) => found('CMS_VALUE_MISSING', this.#locate(at), { expected: at.split('/').at(-1) ?? at })),
    ];
  }

  readonly #locate: Locate = (spot): FilePlace => ({
    ...{ sheet: this.#sheet, row: null, column: null, heading: spot === '' ? null : String(spot) },
  });
}

/** What lies in the item itself is found in each of its settings. */
function onceEach(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, heading, expected }) => {
    const key = `${code} ${String(heading)} ${String(expected)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
