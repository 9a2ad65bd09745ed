/** The parts of the suite, each alone. */
const PARTS: Readonly<Record<string, () => Promise<{ run: (argv: readonly string[]) => Promise<void> }>>> = {
  comparison: () => import('./comparison/run.ts'),
  import: () => import('./import/run.ts'),
};

/** Measures prices. @param argv - the name of a part, then what it takes */
export async function run([name = '', ...argv]: readonly string[]): Promise<void> {
  const part = PARTS[name];
  if (part === undefined) {
    throw new Error(`Expected the name of a part (${Object.keys(PARTS).join(', ')}), got ${JSON.stringify(name)}.`);
  }
  await (await part()).run(argv);
}
