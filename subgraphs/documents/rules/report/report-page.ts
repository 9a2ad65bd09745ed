import type { Locale } from '../../../../core/viewer.ts';
import { PART_OF_HEADING, REPORT_HEADINGS, type ReportContent } from './content.ts';
import type { FormCell, FormTable } from './form-table.ts';
import { applicationsForm, proactiveForm, reviewsForm } from './form-tables.ts';
import { publicationNote, reportTitle, titleLines, UNPUBLISHED, type PrintedReport } from './printed-report.ts';
import { REPORT_STYLE } from './report-style.ts';
import { headingWords, PART_WORDS } from './words.ts';

/** A report as one page of HTML that needs nothing else and prints on A4: its six parts in their order. @see rule A2 */
export function reportPage(report: PrintedReport, locale: Locale): string {
  const { content, isLive } = report;
  const title = reportTitle(report, locale);
  const lines = titleLines(report, locale).map((line) => `<span>${escaped(line)}</span>`);
  const mark = isLive ? `<p class="mark">${escaped(UNPUBLISHED[locale])}</p>` : '';
  return `<!doctype html>
<html lang="${locale === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}${isLive ? ` (${escaped(UNPUBLISHED[locale])})` : ''}</title>
<style>${REPORT_STYLE}</style>
</head>
<body${isLive ? ' class="live"' : ''}>
<main>
<header>${mark}<h1>${lines.join(' ')}</h1><p class="note">${escaped(publicationNote(report, locale))}</p></header>
${writtenPart(content, 1, locale)}
${tablePart(proactiveForm(content, locale), 'proactive')}
${tablePart(applicationsForm(content, locale), 'applications')}
${tablePart(reviewsForm(content, locale), 'reviews')}
${writtenPart(content, 5, locale)}
${writtenPart(content, 6, locale)}
</main>
</body>
</html>
`;
}

/** A text as it stands in HTML, between tags or in an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

function writtenPart({ texts }: ReportContent, part: 1 | 5 | 6, locale: Locale): string {
  const name = PART_WORDS[part - 1]?.[locale] ?? '';
  const headings = REPORT_HEADINGS.filter((heading) => PART_OF_HEADING[heading] === part);
  const written = headings.map((heading, index) => {
    const words = headingWords(heading)[locale];
    // A first heading that is the name of the part is not said twice.
    const above = index === 0 && name.endsWith(words) ? '' : `<h3>${escaped(words)}</h3>\n`;
    return `${above}${paragraphs(texts[heading])}`;
  });
  return `<section><h2>${escaped(name)}</h2>\n${written.join('\n')}</section>`;
}

function paragraphs(text: string | undefined): string {
  if (text === undefined) return '<p class="missing">—</p>';
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line) => `<p>${escaped(line.trim())}</p>`).join('\n');
}

function tablePart({ title, rows, widths, headerRows }: FormTable, name: string): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => `<col style="width:${((width / whole) * 100).toFixed(2)}%">`).join('');
  const drawn = rows.map((cells) => `<tr>${cells.map(cellOf).join('')}</tr>`);
  const [head, body] = [drawn.slice(0, headerRows), drawn.slice(headerRows)];
  return `<section class="form"><h2>${escaped(title)}</h2>
<table class="${name}"><colgroup>${columns}</colgroup>
${head.length === 0 ? '' : `<thead>${head.join('\n')}</thead>\n`}<tbody>${body.join('\n')}</tbody></table></section>`;
}

function cellOf({ text, isHeading, columns, rows }: FormCell): string {
  const tag = isHeading ? 'th' : 'td';
  const over = `${columns > 1 ? ` colspan="${String(columns)}"` : ''}${rows > 1 ? ` rowspan="${String(rows)}"` : ''}`;
  return `<${tag}${over}>${escaped(text)}</${tag}>`;
}
