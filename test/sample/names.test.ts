import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHARED_DATA } from '../../prisma/sample/made.ts';
import * as records from './records.ts';

/** The notice that names the leaders in charge; the sample is made without them. */
const NOTICE = join(SHARED_DATA, '../seeds/001_97c7ff8f7ca8e28f.txt');

/** The most frequent family names, before one or two characters and what people are called in office. */
const IN_OFFICE =
  /[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文][\u4e00-\u9fff]{1,2}(?:同志|局长|主任|院长|书记|处长|科长|先生|女士)/u;

const text = JSON.stringify(records);

describe('the names of persons', () => {
  it('do not stand in the sample before an office', () => {
    expect(IN_OFFICE.exec(text)?.[0]).toBeUndefined();
  });

  it('are not asked for', () => {
    expect(text).not.toMatch(/责任领导|联系人|身份证|手机/u);
  });

  it('are no telephone numbers or addresses of mail either', () => {
    const words = [...records.documents, ...records.events, ...records.responses].map((record) =>
      JSON.stringify(record),
    );
    expect(words.filter((one) => /(?<!\d|[0-9a-f-])1[3-9]\d{9}(?!\d)|[\w.]+@[\w.]+/.test(one))).toEqual([]);
  });

  it('stand behind accounts', () => {
    const accounts = [
      ...records.documents.flatMap(({ draftedBy, reviewPasses }) => [
        draftedBy,
        ...reviewPasses.map((pass) => pass.signedBy),
      ]),
      ...records.events.map((event) => event.recordedBy),
      ...records.workPlans.map((plan) => plan.recordedBy),
      ...records.responses.map((response) => response.respondedBy),
    ];
    expect(accounts.filter((account) => !/^(?:editor|reviewer|publisher)-\d$/.test(account))).toEqual([]);
  });

  it.skipIf(!existsSync(NOTICE))('of the notice of 中卫市 do not stand in the sample', () => {
    const named = readFileSync(NOTICE, 'utf8').matchAll(/责\s*任领导:\s*([^,，]+)/gu);
    const leaders = new Set([...named].flatMap(([, names = '']) => names.split('、').map((name) => name.trim())));
    expect(leaders.size).toBeGreaterThan(4);
    expect([...leaders].filter((leader) => text.includes(leader))).toEqual([]);
  });
});
