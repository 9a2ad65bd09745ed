import { describe, expect, it } from 'vitest';
import { gridOf, heading, value } from '../../../../subgraphs/documents/rules/report/form-table.ts';
import { reportPage, escaped } from '../../../../subgraphs/documents/rules/report/report-page.ts';
import { reportSheets, type ReportSheet } from '../../../../subgraphs/documents/rules/report/report-sheets.ts';
import { readSpreadsheet } from '../../../../subgraphs/kit/spreadsheet/read-spreadsheet.ts';
import { writeWorkbook } from '../../../../subgraphs/kit/spreadsheet/write-spreadsheet.ts';
import { PRINTED } from './contents.ts';

const LIMITS = { unpackedBytes: 10_000_000, rows: 1_000, columns: 100, sheets: 10 };

describe('the grid of a form', () => {
  it('puts each cell on the first free place of its row', () => {
    const rows = [[heading('a', 2, 2), heading('b')], [value(1)], [value('x'), value(null), value(undefined)]];
    expect(gridOf({ rows, widths: [1, 1, 1] }, 2)).toEqual({
      rows: [
        ['a', '', 'b'],
        ['', '', '1'],
        ['x', '', ''],
      ],
      merges: [{ top: 2, left: 0, bottom: 3, right: 1 }],
      headings: new Set(['2,0', '2,1', '3,0', '3,1', '2,2']),
    });
  });

  it('begins at the top unless told otherwise, and merges along either side', () => {
    const rows = [[value('a', 2)], [heading('b', 1, 2), value(0)], [value(2)]];
    expect(gridOf({ rows, widths: [1, 1] }).merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 1, left: 0, bottom: 2, right: 0 },
    ]);
  });
});

const written = async (sheets: readonly [ReportSheet, ...ReportSheet[]]) =>
  (await readSpreadsheet(await writeWorkbook(...sheets), null, LIMITS)).tables;

/** The cells of a row, without the blank ones at its end. */
const lineOf = (row: readonly string[]) => row.join('|').replace(/\|+$/, '');

describe('the workbook of a report', () => {
  it('is read by the hub itself as it was laid out, merged headers and all', async () => {
    const sheets = reportSheets(PRINTED, 'zh');
    const tables = await written(sheets);
    expect(tables.map(({ name }) => name)).toEqual(['主动公开', '依申请公开', '复议诉讼', '文字部分']);
    tables.forEach((table, index) => {
      const sheet = sheets[index];
      const padded = sheet?.rows.map((row) => sheet.widths.map((_width, column) => row[column] ?? ''));
      expect(table.rows.map((row) => padded?.[0]?.map((_cell, column) => row[column] ?? ''))).toEqual(padded);
      const order = (merges: ReportSheet['merges']) =>
        merges.map(({ top, left, bottom, right }) => [top, left, bottom, right].join()).sort();
      expect(order(table.merges)).toEqual(order(sheet?.merges ?? []));
    });
  });

  it('has the official table of applications', async () => {
    const [, applications] = await written(reportSheets(PRINTED, 'zh'));
    expect(applications?.rows.slice(0, 9).map(lineOf)).toEqual([
      '沁水县卫生健康和体育局2025年政府信息公开工作年度报告',
      '三、收到和处理政府信息公开申请情况',
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|||申请人情况',
      '|||自然人|法人或其他组织|||||总计',
      '||||商业企业|科研机构|社会公益组织|法律服务机构|其他',
      '一、本年新收政府信息公开申请数量|||14|7|0|0|0|0|21',
      '二、上年结转政府信息公开申请数量|||0|0|4|0|0|0|4',
      '三、本年度办理结果|（一）予以公开||11|0|0|0|0|0|11',
      '|（二）部分公开（区分处理的，只计这一情形，不计其他情形）||0|5|0|0|0|0|5',
    ]);
    expect(applications?.rows.slice(9).map((row) => lineOf(row.slice(0, 3)))).toMatchInlineSnapshot(`
      [
        "|（三）不予公开|1. 属于国家秘密",
        "||2. 其他法律行政法规禁止公开",
        "||3. 危及“三安全一稳定”",
        "||4. 保护第三方合法权益",
        "||5. 属于三类内部事务信息",
        "||6. 属于四类过程性信息",
        "||7. 属于行政执法案卷",
        "||8. 属于行政查询事项",
        "|（四）无法提供|1. 本机关不掌握相关政府信息",
        "||2. 没有现成信息需要另行制作",
        "||3. 补正后申请内容仍不明确",
        "|（五）不予处理|1. 信访举报投诉类申请",
        "||2. 重复申请",
        "||3. 要求提供公开出版物",
        "||4. 无正当理由大量反复申请",
        "||5. 要求行政机关确认或重新出具已获取信息",
        "|（六）其他处理|1. 申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "||2. 申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "||3. 其他",
        "|（七）总计",
        "四、结转下年度继续办理",
      ]
    `);
    expect(applications?.merges).toContainEqual({ top: 7, left: 0, bottom: 28, right: 0 });
  });

  it('has the official tables of proactive disclosure and of reconsiderations', async () => {
    const [proactive, , reviews] = await written(reportSheets(PRINTED, 'zh'));
    expect(proactive?.rows.slice(2).map(lineOf)).toEqual([
      '第二十条第（一）项',
      '信息内容|本年制发件数|本年废止件数|现行有效件数',
      '规章|0|0|0',
      '行政规范性文件|2|1|30',
      '第二十条第（五）项',
      '信息内容|本年处理决定数量',
      '行政许可|1234',
      '第二十条第（六）项',
      '信息内容|本年处理决定数量',
      '行政处罚|56',
      '行政强制|0',
      '第二十条第（八）项',
      '信息内容|本年收费金额（单位：万元）',
      '行政事业性收费|7.8901',
    ]);
    expect(reviews?.rows.slice(2).map(lineOf)).toEqual([
      '行政复议|||||行政诉讼',
      '结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|||||复议后起诉',
      '|||||结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计',
      '6|0|0|0|6|0|0|0|0|0|0|0|7|0|7',
    ]);
  });

  it('says in English and on every sheet that a live one is not published', async () => {
    const tables = await written(reportSheets({ ...PRINTED, isLive: true }, 'en'));
    expect(tables.map(({ name }) => name)).toEqual(['Proactive', 'Applications', 'Reviews', 'Texts']);
    for (const { rows } of tables) {
      expect(rows[0]?.[0]).toBe('沁水县卫生健康和体育局: Annual report on openness, 2025（not published）');
    }
    expect(tables[0]?.rows[2]?.[0]).toBe('Article 20 (1)');
    expect(tables[3]?.rows.slice(1, 3)).toMatchObject([
      ['Parts 1, 5 and 6'],
      ['The year as a whole', 'OVERVIEW 第一段。\n\n第二段。'],
    ]);
  });

  it('leaves places free that nobody filled', async () => {
    const content = { ...PRINTED.content, texts: {}, entered: {}, feesTenThousandYuan: null };
    const [proactive, , , texts] = await written(reportSheets({ ...PRINTED, content }, 'zh'));
    expect(lineOf(proactive?.rows[8] ?? [])).toBe('行政许可');
    expect(lineOf(texts?.rows[2] ?? [])).toBe('总体情况');
  });
});

describe('the page of a report', () => {
  const text = (page: string) => page.replace(/<style>[^]*<\/style>/, '').replace(/<[^>]+>/g, '|');

  it('has the six parts in their order, and the numbers of the workbook', () => {
    const page = reportPage(PRINTED, 'zh');
    expect(page).toContain('<html lang="zh-Hans">');
    expect([...page.matchAll(/<h2>([^<]+)<\/h2>/g)].map((match) => match[1])).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ]);
    expect([...page.matchAll(/<h3>([^<]+)<\/h3>/g)].map((match) => match[1])).toEqual([
      '重点领域信息公开情况',
      '建议提案办理结果公开情况',
      '政务公开工作要点落实情况',
      '其他需要报告的事项',
    ]);
    expect(page).toContain('<th colspan="3" rowspan="3">（本列数据的勾稽关系为');
    expect(page).toContain('<tr><th colspan="3">一、本年新收政府信息公开申请数量</th><td>14</td><td>7</td>');
    expect(page).toContain('<th rowspan="22">三、本年度办理结果</th>');
    expect(page.match(/<thead>/g)).toHaveLength(2);
    expect(text(page)).toContain('公布日期：2026-01-21');
    expect(page).toContain('<p>OVERVIEW 第一段。</p>\n<p>第二段。</p>');
    expect(page).not.toMatch(/src=|href=|<script|未公布/);
    expect(page).toContain('@page { size: A4');
  });

  it('is marked when it is not published or was corrected, in both languages', () => {
    const live = { ...PRINTED, isLive: true };
    expect(reportPage(live, 'zh')).toContain('<p class="mark">未公布</p>');
    expect(reportPage(live, 'zh')).toContain('未公布：数字为当前统计结果，尚未定稿。');
    expect(reportPage(live, 'en')).toContain(
      '<title>沁水县卫生健康和体育局: Annual report on openness, 2025 (not published)',
    );
    expect(reportPage({ ...PRINTED, publishedAt: null }, 'en')).toContain(
      'Not published: the numbers stand as counted now.',
    );
    expect(reportPage({ ...PRINTED, isCorrected: true }, 'en')).toContain('Published on 2026-01-21 (corrected)');
    expect(reportPage({ ...PRINTED, isCorrected: true }, 'zh')).toContain('公布日期：2026-01-21（更正后重新公布）');
    expect(reportPage(PRINTED, 'en')).toContain('<html lang="en">');
    expect(reportPage(PRINTED, 'en')).toContain('<body>');
    expect(reportPage(live, 'en')).toContain('<body class="live">');
  });

  it('shows what is not written as missing', () => {
    const content = { ...PRINTED.content, texts: {} };
    expect(reportPage({ ...PRINTED, content }, 'zh').match(/<p class="missing">—<\/p>/g)).toHaveLength(6);
  });

  it('escapes every value', () => {
    const nasty = `<script>alert("1' & 2")</script>`;
    expect(escaped(nasty)).toBe('&#60;script&#62;alert(&#34;1&#39; &#38; 2&#34;)&#60;/script&#62;');
    const content = { ...PRINTED.content, texts: { OVERVIEW: nasty, PROBLEMS: `a\r\n ${nasty} ` } };
    const page = reportPage({ ...PRINTED, officeName: nasty, content }, 'zh');
    expect(page).not.toContain('<script');
    expect(page.split(escaped(nasty))).toHaveLength(5);
  });
});
