import { z } from 'zod';

/** One thing that can be set from outside. */
export interface Setting<Value> {
  /** The environment variable. */
  readonly variable: string;
  /** The command-line option that overrides the variable, where there is one. */
  readonly option?: string;
  /** What it decides, in a sentence that the README repeats. */
  readonly means: string;
  /** The text that is read when nothing is set; null when the setting may stay unset. */
  readonly fallback: string | null;
  /** Completes the sentence "expected …" when the text does not fit. */
  readonly expects: string;
  /** True when the text must not be repeated in a message. */
  readonly secret?: true;
  /** From the text, trimmed and not empty, to the value. */
  readonly schema: z.ZodType<Value>;
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** How weighty a line of the log is; `silent` is above all of them. */
export type LogLevel = (typeof LOG_LEVELS)[number];

const text = z.string();

const webAddress = text.refine((value) => isUrl(value, ['http:', 'https:']));

const regionCode = text.regex(/^\d{6}$/);

const wholeNumber = (least: number, most: number): z.ZodType<number> =>
  text
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);

const MINUTE_MS = 60_000;

const distances: z.ZodType<readonly number[]> = text
  .regex(/^\s*\d{1,5}[hm]\s*(,\s*\d{1,5}[hm]\s*){0,9}$/)
  .transform((value) => value.split(',').map((span) => Number.parseInt(span, 10) * (span.includes('h') ? 60 : 1)))
  .refine((spans) => spans.every((minutes) => minutes >= 1 && minutes <= 720 * 60))
  .transform((spans) => [...new Set(spans)].sort((one, other) => other - one).map((minutes) => minutes * MINUTE_MS));

const origins = text
  .transform((value) => (value === '*' ? '*' : value.split(',').map((origin) => origin.trim())))
  .refine((value) => value === '*' || value.every(isOrigin));

function isUrl(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

function isOrigin(value: string): boolean {
  return isUrl(value, ['http:', 'https:']) && new URL(value).origin === value;
}

function subgraphUrl(name: string, port: number): Setting<string> & { readonly fallback: string } {
  return {
    variable: `SUBGRAPH_${name.toUpperCase()}_URL`,
    means: `Where a gateway on its own reaches the subgraph \`${name}\`, and the port on which that subgraph listens.`,
    fallback: `http://127.0.0.1:${port}/graphql`,
    expects: 'a URL that begins with http:// or https://',
    schema: webAddress,
  };
}

function limit(
  name: string,
  means: string,
  fallback: number,
  [least, most]: readonly [number, number],
): Setting<number> & { readonly fallback: string } {
  return {
    variable: `LIMIT_${name}`,
    means,
    fallback: String(fallback),
    expects: `a whole number from ${least} to ${most}`,
    schema: wholeNumber(least, most),
  };
}

/** Everything that the hub and its gateway can be told from outside, each in one place. */
export const SETTINGS = {
  host: {
    variable: 'HOST',
    option: 'host',
    means: 'The address to listen on; 0.0.0.0 opens the hub to other machines.',
    fallback: '127.0.0.1',
    expects: 'a host name or an IP address',
    schema: text.regex(/^[\w.:-]+$/),
  },
  port: {
    variable: 'PORT',
    option: 'port',
    means: 'The port to listen on; 0 lets the system choose one.',
    fallback: '4000',
    expects: 'a whole number from 0 to 65535',
    schema: wholeNumber(0, 65_535),
  },
  hub: {
    variable: 'HUB',
    option: 'hub',
    means: 'The region that the hub serves, by its GB/T 2260 code.',
    fallback: '140500',
    expects: 'the six digits of a region code, such as 140500',
    schema: regionCode,
  },
  dataFolder: {
    variable: 'DATA',
    option: 'data',
    means: 'The folder of the embedded database and of the keys that the hub makes.',
    fallback: '.data',
    expects: 'a folder',
    schema: text,
  },
  databaseUrl: {
    variable: 'DATABASE_URL',
    means: 'The PostgreSQL database to use in place of the embedded one.',
    fallback: null,
    expects: 'a URL that begins with postgres:// or postgresql://',
    secret: true,
    schema: text.refine((value) => isUrl(value, ['postgres:', 'postgresql:'])),
  },
  sample: {
    variable: 'SAMPLE',
    means: 'Whether a new database is filled with the sample: yes or no.',
    fallback: 'yes',
    expects: 'yes or no',
    schema: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
  },
  catalogueUrl: subgraphUrl('catalogue', 4001),
  documentsUrl: subgraphUrl('documents', 4002),
  pricingUrl: subgraphUrl('pricing', 4003),
  sentimentUrl: subgraphUrl('sentiment', 4004),
  feedUrl: subgraphUrl('feed', 4005),
  subgraphSecret: {
    variable: 'SUBGRAPH_SECRET',
    means:
      'What a gateway shows to subgraphs that run on their own; the same everywhere. Unset, it is the file subgraph.key in DATA.',
    fallback: null,
    expects: 'at least 16 characters without spaces',
    secret: true,
    schema: text.regex(/^[\x21-\x7e]{16,512}$/),
  },
  sealingKey: {
    variable: 'SEALING_KEY',
    means:
      'What personal data are sealed with in the database; the same wherever the database is used. Unset, it is the file sealing.key in DATA: whoever loses it loses them.',
    fallback: null,
    expects: '32 bytes in base64url, which are 43 characters',
    secret: true,
    schema: text.regex(/^[\w-]{43}$/).transform((value) => new Uint8Array(Buffer.from(value, 'base64url'))),
  },
  retentionYears: {
    variable: 'RETENTION_YEARS',
    means: 'For how many years after it is archived the personal part of an application is kept.',
    fallback: '3',
    expects: 'a whole number from 1 to 100',
    schema: wholeNumber(1, 100),
  },
  alarmDistances: {
    variable: 'ALARM_DISTANCES',
    means:
      'How long before a deadline of public concern alarms tell of it: hours (h) or minutes (m), separated by commas. Its breach is always told of.',
    fallback: '24h,4h,1h',
    expects: 'up to ten spans such as 24h,4h,30m, each from 1m to 720h',
    schema: distances,
  },
  mostForwardings: {
    variable: 'MOST_FORWARDINGS',
    means: 'How many times a matter of public concern or an inquiry may be forwarded (转办) once it is assigned.',
    fallback: '3',
    expects: 'a whole number from 0 to 20',
    schema: wholeNumber(0, 20),
  },
  countiesFile: {
    variable: 'COUNTIES',
    means:
      'A file that names the hubs to pull from (汇聚): JSON, see "A city that pulls its counties". Unset, nothing is pulled. A gateway on its own does not pull: `npm run aggregator` does.',
    fallback: null,
    expects: 'a file',
    schema: text,
  },
  jwksUrl: {
    variable: 'JWKS_URL',
    means:
      'Where the public keys of the sign-in service stand. Unset, tokens are checked with the file jwt.key in DATA.',
    fallback: null,
    expects: 'a URL that begins with http:// or https://',
    schema: webAddress,
  },
  jwtIssuer: {
    variable: 'JWT_ISSUER',
    means: 'The only issuer (`iss`) whose tokens are taken.',
    fallback: null,
    expects: 'a text',
    schema: text,
  },
  jwtAudience: {
    variable: 'JWT_AUDIENCE',
    means: 'The audience (`aud`) that a token must name.',
    fallback: null,
    expects: 'a text',
    schema: text,
  },
  corsOrigins: {
    variable: 'CORS_ORIGINS',
    means: 'The web origins whose pages may call the hub, separated by commas; * is every one.',
    fallback: '*',
    expects: '* or origins such as https://example.org, separated by commas',
    schema: origins,
  },
  logLevel: {
    variable: 'LOG_LEVEL',
    means: 'The least weighty lines that are logged.',
    fallback: 'info',
    expects: `one of ${LOG_LEVELS.join(', ')}`,
    schema: z.enum(LOG_LEVELS),
  },
  depth: limit('DEPTH', 'How deep the fields of an operation may nest.', 15, [1, 100]),
  tokens: limit('TOKENS', 'How many words and signs a document may have.', 5_000, [100, 100_000]),
  aliases: limit('ALIASES', 'How many fields of an operation may be renamed.', 100, [0, 10_000]),
  directives: limit('DIRECTIVES', 'How many directives an operation may carry.', 100, [0, 10_000]),
  cost: limit('COST', 'The greatest cost of an operation, list sizes counted.', 100_000, [1, 1_000_000_000]),
  pageSize: limit('PAGE_SIZE', 'The most elements of a list that may be asked for at once.', 100, [1, 1_000]),
  bodyBytes: limit('BODY_BYTES', 'The size of a request body, in bytes.', 1_000_000, [1_000, 1_000_000_000]),
  requestMs: limit('REQUEST_MS', 'The time that one request may take, in milliseconds.', 30_000, [100, 3_600_000]),
  subscriptionsPerConnection: limit(
    'SUBSCRIPTIONS',
    'The subscriptions that one connection may hold open.',
    100,
    [1, 100_000],
  ),
} as const satisfies Record<string, Setting<unknown>>;
