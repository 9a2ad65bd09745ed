import { describe, expect, it } from 'vitest';
import { describeProblems, readConfig, type Config } from '../../gateway/config.ts';
import { SETTINGS, type Setting } from '../../gateway/settings.ts';

function configured(env: Record<string, string>, argv: readonly string[] = []): Config {
  const reading = readConfig(env, argv);
  if ('problems' in reading) throw new Error(describeProblems(reading.problems));
  return reading.config;
}

function problemsOf(env: Record<string, string>, argv: readonly string[] = []): readonly string[] {
  const reading = readConfig(env, argv);
  return 'problems' in reading ? reading.problems : [];
}

describe('the configuration', () => {
  it('is the embedded hub of 晋城市 on the loopback when nothing is set', () => {
    expect(configured({})).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      hub: '140500',
      dataFolder: '.data',
      databaseUrl: null,
      sample: true,
      placement: { kind: 'embedded' },
      corsOrigins: '*',
      logLevel: 'info',
      sealingKey: null,
      retentionYears: 3,
    });
  });

  it('takes a sealing key of 32 bytes in base64url and never repeats one that does not fit', () => {
    const key = Buffer.alloc(32, 0xfb);
    expect(configured({ SEALING_KEY: key.toString('base64url') }).sealingKey).toEqual(new Uint8Array(key));
    for (const wrong of [key.toString('base64'), 'short', Buffer.alloc(33, 1).toString('base64url')]) {
      expect(problemsOf({ SEALING_KEY: wrong })).toEqual([
        `SEALING_KEY: expected 32 bytes in base64url, which are 43 characters, got ${String(wrong.length)} characters that do not fit`,
      ]);
    }
    expect(configured({ RETENTION_YEARS: '10' }).retentionYears).toBe(10);
    expect(problemsOf({ RETENTION_YEARS: '0' })).toHaveLength(1);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(configured({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ port: 4000, databaseUrl: null });
  });

  it('prefers the command line to the environment', () => {
    expect(configured({ PORT: '1', HUB: '140428' }, ['--port', '0'])).toMatchObject({ port: 0, hub: '140428' });
  });

  it('knows where the five subgraphs are when the gateway stands alone', () => {
    const { placement } = configured({ SUBGRAPH_PRICING_URL: 'https://prices.example/graphql' }, ['--distributed']);
    expect(placement).toEqual({
      kind: 'distributed',
      urls: {
        catalogue: 'http://127.0.0.1:4001/graphql',
        documents: 'http://127.0.0.1:4002/graphql',
        pricing: 'https://prices.example/graphql',
        sentiment: 'http://127.0.0.1:4004/graphql',
        feed: 'http://127.0.0.1:4005/graphql',
      },
    });
  });

  it('serves a foreign supergraph when it is given its file', () => {
    expect(configured({}, ['--distributed', '--supergraph', 'audit.graphql', '--port=4100'])).toMatchObject({
      port: 4100,
      placement: { kind: 'supergraph', file: 'audit.graphql' },
    });
  });

  it('leaves the sample out when told so', () => {
    expect(configured({ SAMPLE: 'no' })).toMatchObject({ sample: false });
  });

  it('reads several web origins', () => {
    const { corsOrigins } = configured({ CORS_ORIGINS: 'https://a.example, http://b.example:8080' });
    expect(corsOrigins).toEqual(['https://a.example', 'http://b.example:8080']);
  });

  it('tells all mistakes at once, with what was expected and what came', () => {
    const env = { PORT: '70000', HUB: '14', CORS_ORIGINS: 'https://a.example/', LIMIT_DEPTH: '-1', LOG_LEVEL: 'loud' };
    expect(problemsOf(env, ['--host', 'a b', '--colour', 'serve', '--supergraph'])).toEqual([
      '--colour: expected one of --host, --port, --hub, --data, --distributed, --supergraph',
      '"serve": expected only options (--host, --port, --hub, --data, --distributed, --supergraph), got a word that belongs to none',
      '--supergraph: expected a value after it, got none',
      '--host: expected a host name or an IP address, got "a b"',
      'PORT: expected a whole number from 0 to 65535, got "70000"',
      'HUB: expected the six digits of a region code, such as 140500, got "14"',
      'CORS_ORIGINS: expected * or origins such as https://example.org, separated by commas, got "https://a.example/"',
      'LOG_LEVEL: expected one of debug, info, warn, error, silent, got "loud"',
      'LIMIT_DEPTH: expected a whole number from 1 to 100, got "-1"',
    ]);
  });

  it('repeats neither a password nor a secret', () => {
    const problems = problemsOf({ DATABASE_URL: 'mysql://root:hunter2@db/x', SUBGRAPH_SECRET: 'hunter3' });
    expect(problems).toEqual([
      'DATABASE_URL: expected a URL that begins with postgres:// or postgresql://, got 25 characters that do not fit',
      'SUBGRAPH_SECRET: expected at least 16 characters without spaces, got 7 characters that do not fit',
    ]);
  });

  it('takes an option once and with the value it needs', () => {
    expect(problemsOf({}, ['--port', '1', '--port', '2', '--distributed=yes'])).toEqual([
      '--port: expected once, got twice',
      '--distributed: expected no value, got one',
    ]);
  });

  it.each(['constructor', '__proto__', 'toString'])('does not take --%s for an option', (name) => {
    expect(problemsOf({}, [`--${name}`])).toHaveLength(1);
  });
});

describe('the settings', () => {
  const settings = Object.values<Setting<unknown>>(SETTINGS);

  it.each(settings)('have a fallback for $variable that fits', ({ fallback, schema }) => {
    expect(fallback === null || schema.safeParse(fallback).success).toBe(true);
  });

  it('have each variable once', () => {
    expect(new Set(settings.map(({ variable }) => variable)).size).toBe(settings.length);
  });
});
