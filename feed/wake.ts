/** Tells that the log may have moved on. Only a hint: readers always read the log, and look by themselves now and then. */
export interface Wake {
  /** Tells the readers of this process. */
  wake(): void;
  /** Calls `onWake` at each hint; the function returned ends that. */
  listen(onWake: () => void): () => void;
  close(): Promise<void>;
}
