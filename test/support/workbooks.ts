import { archiveOf, type Part } from './archives.ts';

/** What stands in the parts of a workbook that is to be written; XML as it shall be. */
export interface WorkbookText {
  /** What stands in the root of the sheets, `sheetData` and all that follows. */
  readonly sheets: readonly string[];
  readonly states?: readonly string[];
  /** The `si` elements. */
  readonly strings?: string;
  /** Number formats that cells refer to by `s`, from 0; an id of a built-in one, or a code. */
  readonly formats?: readonly (number | string)[];
  readonly workbookProperties?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a workbook, to be changed before it is packed. */
export function partsOf(text: WorkbookText): Part[] {
  const { sheets, strings, formats = ['General'] } = text;
  const numbered = sheets.map((sheet, index) => ({
    sheet,
    file: `sheet${String(index + 1)}.xml`,
    id: `rId${String(index + 1)}`,
  }));
  const targets = [
    ...numbered.map(({ id, file }) => relationship(id, 'worksheet', `worksheets/${file}`)),
    relationship('rIdStyles', 'styles', 'styles.xml'),
    ...(strings === undefined ? [] : [relationship('rIdStrings', 'sharedStrings', 'sharedStrings.xml')]),
  ];
  return [
    { path: '_rels/.rels', content: relationships([relationship('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    { path: 'xl/workbook.xml', content: workbookXml(text) },
    { path: 'xl/_rels/workbook.xml.rels', content: relationships(targets) },
    ...numbered.map(({ sheet, file }) => ({
      path: `xl/worksheets/${file}`,
      content: `${PROLOGUE}<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    })),
    { path: 'xl/styles.xml', content: stylesXml(formats) },
    ...(strings === undefined
      ? []
      : [{ path: 'xl/sharedStrings.xml', content: `${PROLOGUE}<sst xmlns="${MAIN}">${strings}</sst>` }]),
  ];
}

/** Writes a workbook. */
export function workbookOf(text: WorkbookText): Buffer {
  return archiveOf(partsOf(text));
}

function workbookXml({ sheets, states = [], workbookProperties = '' }: WorkbookText): string {
  const list = sheets.map((_sheet, index) => {
    const number = String(index + 1);
    return `<sheet name="表${number}" sheetId="${number}" state="${states[index] ?? 'visible'}" r:id="rId${number}"/>`;
  });
  return `${PROLOGUE}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${workbookProperties}<sheets>${list.join('')}</sheets></workbook>`;
}

function stylesXml(formats: readonly (number | string)[]): string {
  const named = formats.map((format, index) => ({ format, id: typeof format === 'number' ? format : 164 + index }));
  const list = named
    .filter(({ format }) => typeof format === 'string')
    .map(({ format, id }) => `<numFmt numFmtId="${String(id)}" formatCode="${escaped(String(format))}"/>`);
  const cells = named.map(({ id }) => `<xf numFmtId="${String(id)}" applyNumberFormat="1"/>`);
  return `${PROLOGUE}<styleSheet xmlns="${MAIN}"><numFmts>${list.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cells.join('')}</cellXfs></styleSheet>`;
}

function relationships(list: readonly string[]): string {
  return `${PROLOGUE}<Relationships xmlns="${PACKAGE}">${list.join('')}</Relationships>`;
}

function relationship(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
}

/** A text as it stands in XML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
