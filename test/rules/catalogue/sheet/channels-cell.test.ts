import { describe, expect, it } from 'vitest';
import { CHANNELS, type Channel } from '../../../../core/channel.ts';
import {
  CHANNEL_WORDS,
  readChannels,
  writeChannels,
} from '../../../../subgraphs/catalogue/rules/sheet/channels-cell.ts';

describe('the cell of channels', () => {
  it.each<[string, Channel[]]>([
    ['■政府网站 □政府公报', ['GOVERNMENT_WEBSITE']],
    ['☑政府网站\n☐政府公报\n☑两微一端', ['GOVERNMENT_WEBSITE', 'NEW_MEDIA']],
    ['√政府网站 √ 便民服务站', ['GOVERNMENT_WEBSITE', 'SERVICE_STATION']],
    ['✔政府网站', ['GOVERNMENT_WEBSITE']],
    ['R政府网站£政府公报', ['GOVERNMENT_WEBSITE']],
    ['Rs政府网站 □政府公报', ['GOVERNMENT_WEBSITE']],
    ['[√]政府网站 [ ]政府公报', ['GOVERNMENT_WEBSITE']],
    ['政府网站（√） 政府公报（□）', ['GOVERNMENT_WEBSITE']],
    ['政府网站、两微一端；公开查阅点', ['GOVERNMENT_WEBSITE', 'NEW_MEDIA', 'READING_POINT']],
    ['■发布会/听证会 ■入户／现场', ['PRESS_CONFERENCE_OR_HEARING', 'ON_SITE']],
    ['■社区/企事业单位/村公示栏（电子屏）', ['NOTICE_BOARD']],
    ['■政府网站 □其他____', ['GOVERNMENT_WEBSITE']],
    ['□政府网站 ■其他：乡村大喇叭', ['OTHER']],
    ['政府门户网站、微信公众号', ['GOVERNMENT_WEBSITE', 'NEW_MEDIA']],
    ['公开查阅点 政府网站', ['GOVERNMENT_WEBSITE', 'READING_POINT']],
  ])('reads %j', (cell, value) => {
    expect(readChannels(cell)).toEqual({ value });
  });

  it.each(['□政府网站 □政府公报', '抖音', '■政府网站 抖音', '■政府网站 政府公报', '—'])('refuses %j', (cell) => {
    expect(readChannels(cell)).toHaveProperty('expected');
  });

  it('knows all thirteen words in the order of the official form', () => {
    expect(CHANNEL_WORDS).toHaveLength(13);
    expect(readChannels(CHANNEL_WORDS.join('、'))).toEqual({ value: [...CHANNELS] });
  });

  it.each(CHANNELS.map((channel) => [channel]))('gives back %s as it wrote it', (channel) => {
    expect(readChannels(writeChannels([channel]))).toEqual({ value: [channel] });
  });
});
