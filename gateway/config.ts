import type { Handling } from '../subgraphs/index.ts';
import { readArguments, type Arguments, type OptionKind } from './arguments.ts';
import { SETTINGS, type LogLevel, type Setting } from './settings.ts';

/** Where the subgraphs are: in this process, on their own, or those of a foreign supergraph. */
export type PlacementChoice =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'distributed'; readonly urls: Readonly<Record<string, string>> }
  | { readonly kind: 'supergraph'; readonly file: string };

/** What a request may ask for; over a limit it is refused with the limit's name and value. */
export interface ConfiguredLimits {
  readonly depth: number;
  readonly tokens: number;
  readonly aliases: number;
  readonly directives: number;
  readonly cost: number;
  readonly pageSize: number;
  readonly bodyBytes: number;
  /** Milliseconds. */
  readonly requestMs: number;
  readonly subscriptionsPerConnection: number;
}

/** All that the hub was told from outside; each field is explained in {@link SETTINGS}. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly hub: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  readonly sample: boolean;
  readonly placement: PlacementChoice;
  readonly subgraphSecret: string | null;
  readonly sealingKey: Uint8Array | null;
  readonly retentionYears: number;
  readonly handling: Handling;
  readonly countiesFile: string | null;
  readonly jwksUrl: string | null;
  readonly jwtIssuer: string | null;
  readonly jwtAudience: string | null;
  readonly corsOrigins: '*' | readonly string[];
  readonly logLevel: LogLevel;
  readonly limits: ConfiguredLimits;
}

/** A configuration, or every reason why there is none. */
export type ConfigReading = { readonly config: Config } | { readonly problems: readonly string[] };

/** The options that are no settings: they choose what the process is. A supergraph's file says itself where its subgraphs are. */
const PLACEMENT_OPTIONS = { distributed: 'switch', supergraph: 'value' } as const;

/**
 * Reads the environment and the command line. An option overrides its variable; an empty variable counts as unset.
 *
 * @param env - the environment variables
 * @param argv - the words after the program's own name
 * @returns the configuration, or one sentence for each mistake, all of them at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, argv: readonly string[]): ConfigReading {
  const given = readArguments(argv, knownOptions());
  const problems: string[] = [...given.problems];
  const read = <Value>(setting: Setting<Value>): Value | null => readSetting(setting, env, given, problems);
  const must: ReadSure = (setting) => read(setting) ?? setting.schema.parse(setting.fallback);
  const config: Config = {
    host: must(SETTINGS.host),
    port: must(SETTINGS.port),
    hub: must(SETTINGS.hub),
    dataFolder: must(SETTINGS.dataFolder),
    databaseUrl: read(SETTINGS.databaseUrl),
    sample: must(SETTINGS.sample),
    placement: readPlacement(given, must),
    subgraphSecret: read(SETTINGS.subgraphSecret),
    sealingKey: read(SETTINGS.sealingKey),
    retentionYears: must(SETTINGS.retentionYears),
    handling: { alarmDistances: must(SETTINGS.alarmDistances), mostForwardings: must(SETTINGS.mostForwardings) },
    countiesFile: read(SETTINGS.countiesFile),
    jwksUrl: read(SETTINGS.jwksUrl),
    jwtIssuer: read(SETTINGS.jwtIssuer),
    jwtAudience: read(SETTINGS.jwtAudience),
    corsOrigins: must(SETTINGS.corsOrigins),
    logLevel: must(SETTINGS.logLevel),
    limits: readLimits(must),
  };
  return problems.length === 0 ? { config } : { problems };
}

/** One message for people from the problems of a {@link ConfigReading}. */
export function describeProblems(problems: readonly string[]): string {
  return ['The hub can not start with these settings:', ...problems.map((problem) => `  ${problem}`)].join('\n');
}

/** Reads a setting that always has a value; for a text that does not fit it goes on with the fallback, to find all problems. */
type ReadSure = <Value>(setting: Setting<Value> & { readonly fallback: string }) => Value;

function readLimits(must: ReadSure): ConfiguredLimits {
  return {
    depth: must(SETTINGS.depth),
    tokens: must(SETTINGS.tokens),
    aliases: must(SETTINGS.aliases),
    directives: must(SETTINGS.directives),
    cost: must(SETTINGS.cost),
    pageSize: must(SETTINGS.pageSize),
    bodyBytes: must(SETTINGS.bodyBytes),
    requestMs: must(SETTINGS.requestMs),
    subscriptionsPerConnection: must(SETTINGS.subscriptionsPerConnection),
  };
}

function readPlacement(given: Arguments, must: ReadSure): PlacementChoice {
  const urls = {
    catalogue: must(SETTINGS.catalogueUrl),
    documents: must(SETTINGS.documentsUrl),
    pricing: must(SETTINGS.pricingUrl),
    sentiment: must(SETTINGS.sentimentUrl),
    feed: must(SETTINGS.feedUrl),
  };
  const file = given.options.get('supergraph')?.[0];
  if (file !== undefined) return { kind: 'supergraph', file };
  return given.options.has('distributed') ? { kind: 'distributed', urls } : { kind: 'embedded' };
}

function readSetting<Value>(
  setting: Setting<Value>,
  env: Readonly<Record<string, string | undefined>>,
  given: Arguments,
  problems: string[],
): Value | null {
  const option = setting.option === undefined ? undefined : given.options.get(setting.option)?.[0];
  const source = option === undefined ? setting.variable : `--${String(setting.option)}`;
  const told = (option ?? env[setting.variable] ?? '').trim();
  const text = told === '' ? setting.fallback : told;
  if (text === null) return null;
  const parsed = setting.schema.safeParse(text);
  if (parsed.success) return parsed.data;
  const got = setting.secret === true ? `${text.length} characters that do not fit` : JSON.stringify(text);
  problems.push(`${source}: expected ${setting.expects}, got ${got}`);
  return null;
}

function knownOptions(): Record<string, OptionKind> {
  const options = Object.values<Setting<unknown>>(SETTINGS).flatMap(({ option }) => option ?? []);
  return { ...Object.fromEntries(options.map((option) => [option, 'value' as const])), ...PLACEMENT_OPTIONS };
}
