/**
 * Something outside the program keeps it from starting or from going on: a folder that can not be written, a database
 * that does not answer, a migration that was cut short. The message is one line for the person who runs the hub: what
 * was expected, what came, what to do. Print the message alone; a stack tells that person nothing.
 */
export class StartupProblem extends Error {
  override readonly name = 'StartupProblem';
}

/** The first line of an error's message, for use inside a message of ours. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? message;
}

/** The `code` of an error of the system or of a database, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
