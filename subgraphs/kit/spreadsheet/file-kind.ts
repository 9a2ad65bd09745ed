/** How files that are no text begin, and what those are that are not taken. */
const SIGNATURES: readonly (readonly [signature: readonly number[], kind: FileKind])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'ARCHIVE'],
  [[0x50, 0x4b, 0x05, 0x06], 'ARCHIVE'],
  [[0x1f, 0x8b], 'GZIP'],
  [[0xd0, 0xcf, 0x11, 0xe0], { other: '.xls、.et 等旧格式，或有密码的工作簿' }],
  [[0x25, 0x50, 0x44, 0x46], { other: 'PDF 文件' }],
  [[0x52, 0x61, 0x72, 0x21], { other: 'RAR 压缩包' }],
  [[0x37, 0x7a, 0xbc, 0xaf], { other: '7z 压缩包' }],
  [[0x89, 0x50, 0x4e, 0x47], { other: 'PNG 图片' }],
  [[0xff, 0xd8, 0xff], { other: 'JPEG 图片' }],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], { other: 'RTF 文件' }],
];

/** What a file is by its first bytes: a ZIP archive (as a workbook is), gzip, another kind by its name, or text. */
export type FileKind = 'ARCHIVE' | 'GZIP' | 'TEXT' | { readonly other: string };

/** What a file is, as its bytes tell; its name may say anything. */
export function fileKind(bytes: Uint8Array): FileKind {
  const known = SIGNATURES.find(([signature]) => signature.every((byte, index) => bytes[index] === byte));
  return known?.[1] ?? 'TEXT';
}

/** Whether a text is a web page or XML: what programs save as "Excel" that are none. */
export function isMarkup(text: string): boolean {
  return /^\s*<(?:!doctype|html|\?xml|table|meta|head)/i.test(text);
}
