import { CHANNELS, type Channel } from '../../../../core/channel.ts';
import { folded, type CellReading } from './cell-text.ts';

/** The words of the thirteen channels in the official form, in its order. @see rule C6 */
export const CHANNEL_WORDS = [
  '政府网站',
  '政府公报',
  '两微一端',
  '发布会/听证会',
  '广播电视',
  '纸质媒体',
  '公开查阅点',
  '政务服务中心',
  '便民服务站',
  '入户/现场',
  '社区/企事业单位/村公示栏(电子屏)',
  '精准推送',
  '其他',
] as const;

const OTHER_WORDS: Readonly<Record<string, Channel>> = {
  ...{ 门户网站: 'GOVERNMENT_WEBSITE', 政府门户网站: 'GOVERNMENT_WEBSITE', 官方网站: 'GOVERNMENT_WEBSITE' },
  ...{ 公报: 'GOVERNMENT_GAZETTE', 新媒体: 'NEW_MEDIA', 政务新媒体: 'NEW_MEDIA', 微信公众号: 'NEW_MEDIA' },
  ...{ 微信: 'NEW_MEDIA', 微博: 'NEW_MEDIA', 客户端: 'NEW_MEDIA' },
  ...{ 新闻发布会: 'PRESS_CONFERENCE_OR_HEARING', 发布会: 'PRESS_CONFERENCE_OR_HEARING' },
  ...{ 听证会: 'PRESS_CONFERENCE_OR_HEARING', '发布会、听证会': 'PRESS_CONFERENCE_OR_HEARING' },
  ...{ '广播、电视': 'BROADCAST', 广播: 'BROADCAST', 电视: 'BROADCAST', 报刊: 'PRINT_MEDIA', 报纸: 'PRINT_MEDIA' },
  ...{ 查阅点: 'READING_POINT', 政务服务大厅: 'SERVICE_CENTRE', 政务大厅: 'SERVICE_CENTRE' },
  ...{ 政务中心: 'SERVICE_CENTRE', 办事大厅: 'SERVICE_CENTRE', 便民服务点: 'SERVICE_STATION' },
  ...{ 入户现场: 'ON_SITE', 入户: 'ON_SITE', 现场: 'ON_SITE', '入户、现场': 'ON_SITE' },
  ...{ '社区/企事业单位/村公示栏': 'NOTICE_BOARD', 公示栏: 'NOTICE_BOARD', 村公示栏: 'NOTICE_BOARD' },
  ...{ '村公示栏(电子屏)': 'NOTICE_BOARD', '公示栏(电子屏)': 'NOTICE_BOARD', 公告栏: 'NOTICE_BOARD' },
  ...{ 电子屏: 'NOTICE_BOARD', '社区、企事业单位、村公示栏(电子屏)': 'NOTICE_BOARD', 其它: 'OTHER' },
};

/** Longest first, so that no word is taken for the shorter one it begins with. */
const WORDS = [
  ...CHANNELS.map((channel, index) => [folded(CHANNEL_WORDS[index] ?? ''), channel] as const),
  ...Object.entries(OTHER_WORDS).map(([word, channel]) => [folded(word), channel] as const),
].sort(([one], [other]) => other.length - one.length);

const TICKED = '■☑√✓✔☒▣●◆✅🗹█þ⊠rs';
const UNTICKED = '□☐○◇£¨▢❏';
const EXPECTED_WORDS = `以下渠道：${CHANNEL_WORDS.join('、')}`;
const EXPECTED_TICK = '至少勾选一个渠道，如■政府网站';

/**
 * Reads the channels of disclosure (公开渠道和载体): one cell with a box before or behind each word, ticked or not, or
 * the words alone. What a form adds to the last word (其他：…) is not kept.
 *
 * @see rule C6
 */
export function readChannels(cell: string): CellReading<Channel[]> {
  const tokens = tokensOf(folded(cell).replaceAll(/\[\]|\(\)/g, '□'));
  if (tokens === null) return { expected: EXPECTED_WORDS };
  const words = tokens.filter((token) => token.kind === 'word').length;
  const marks = tokens.filter((token) => token.kind === 'mark');
  const chosen = marks.length === 0 ? tokens : marked(tokens);
  if (chosen === null || words === 0) return { expected: EXPECTED_WORDS };
  const channels = new Set(chosen.flatMap((token) => (token.kind === 'word' ? token.channel : [])));
  if (channels.size === 0) return { expected: EXPECTED_TICK };
  return { value: CHANNELS.filter((channel) => channels.has(channel)) };
}

/** Writes all thirteen with their boxes, those chosen ticked. */
export function writeChannels(channels: readonly Channel[]): string {
  return CHANNELS.map(
    (channel, index) => `${channels.includes(channel) ? '■' : '□'}${CHANNEL_WORDS[index] ?? ''}`,
  ).join('\n');
}

type Token =
  { readonly kind: 'word'; readonly channel: Channel } | { readonly kind: 'mark'; readonly isTicked: boolean };

/** Words and marks in their order; null when something else stands between them. */
function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  let rest = text;
  while (rest !== '') {
    const word = WORDS.find(([words]) => rest.startsWith(words));
    if (word?.[1] === 'OTHER') {
      tokens.push({ kind: 'word', channel: 'OTHER' });
      rest = rest.slice(word[0].length).replace(REMARK, '');
    } else if (word !== undefined) {
      tokens.push({ kind: 'word', channel: word[1] });
      rest = rest.slice(word[0].length);
    } else {
      const [sign = ''] = rest;
      if (TICKED.includes(sign)) tokens.push({ kind: 'mark', isTicked: true });
      else if (UNTICKED.includes(sign)) tokens.push({ kind: 'mark', isTicked: false });
      else if (!BETWEEN.test(sign)) return null;
      rest = rest.slice(sign.length);
    }
  }
  return tokens;
}

const BETWEEN = /[、,;.。:/|()[\]【】_+和及与\-–—]/;
/** What follows 其他 up to the next box: a colon, a line to write on, words in brackets. */
const REMARK = /^(?:[:(_][^■□☑☐√✓✔]*|[^■□☑☐√✓✔、,;]*)/;

/** The words whose own box is ticked; null when a word has no box. */
function marked(tokens: readonly Token[]): Token[] | null {
  const isBefore = tokens[0]?.kind === 'mark';
  const chosen: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'mark') continue;
    const near = marksNear(tokens, index, isBefore ? -1 : 1);
    if (near.length === 0) return null;
    if (near.includes(true)) chosen.push(token);
  }
  return chosen;
}

function marksNear(tokens: readonly Token[], from: number, step: 1 | -1): boolean[] {
  const ticks: boolean[] = [];
  for (let at = from + step; ; at += step) {
    const token = tokens[at];
    if (token?.kind !== 'mark') return ticks;
    ticks.push(token.isTicked);
  }
}
