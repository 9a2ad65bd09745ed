import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What is personal, made unreadable in the database: sealed with a key that is kept elsewhere. */
export interface Sealing {
  /**
   * Seals a text for one place. The same text is sealed otherwise each time.
   *
   * @param place - the row's id and the field's name; what was sealed for one place opens at no other
   */
  seal(text: string, place: string): Uint8Array<ArrayBuffer>;
  /**
   * Opens what was sealed for a place.
   *
   * @throws Error when it was sealed with another key or for another place, or was changed
   */
  open(sealed: Uint8Array, place: string): string;
  /** A keyed digest by which equal texts are found without being readable or guessable. */
  digest(text: string): Uint8Array<ArrayBuffer>;
  /** Tells this key from others, and nothing about it. */
  readonly fingerprint: Uint8Array<ArrayBuffer>;
}

/** How many bytes a sealing key has. */
export const SEALING_KEY_BYTES = 32;
const CIPHER = 'aes-256-gcm';
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals with keys of their own that are derived from one, each for its purpose: AES-256-GCM and HMAC-SHA-256. */
export function sealingWith(key: Uint8Array): Sealing {
  const [cipherKey, digestKey, printKey] = ['seal', 'digest', 'fingerprint'].map((purpose) =>
    derived(key, purpose),
  ) as [Buffer, Buffer, Buffer];
  const mac = (by: Buffer, text: string) => bytes(createHmac('sha256', by).update(text, 'utf8').digest());
  return {
    seal: (text, place) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, cipherKey, nonce).setAAD(Buffer.from(place, 'utf8'));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return bytes(Buffer.concat([Buffer.of(VERSION), nonce, body, cipher.getAuthTag()]));
    },
    open: (sealed, place) => opened(Buffer.from(sealed), cipherKey, place),
    digest: (text) => mac(digestKey, text),
    fingerprint: mac(printKey, 'sealing key'),
  };
}

function opened(sealed: Buffer, key: Buffer, place: string): string {
  const least = 1 + NONCE_BYTES + TAG_BYTES;
  if (sealed.length < least || sealed[0] !== VERSION) throw new Error('Expected sealed bytes of version 1');
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place, 'utf8')).setAuthTag(sealed.subarray(-TAG_BYTES));
  const body = sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

function derived(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `disclosure-hub ${purpose} 1`, SEALING_KEY_BYTES));
}

function bytes(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}
