import type { Draw } from '../../../prisma/sample/random.ts';
import type { TestHub } from '../../support/hubs.ts';
import type { Mark, Marks } from './marks.ts';

export const COUNTIES = ['140521', '140522', '140524', '140525'] as const;

/** A document that staff work on. */
export interface Worked {
  readonly id: string;
  readonly region: string;
  /** Marks of its text and of what is bound to it, as they stand now. */
  marks: Mark[];
  isOpen: boolean;
}

const REFUSED = '... on Refused { refusals { code } }';

/** Staff who take random steps with documents, so that any state comes up; what is public is known at any moment. */
export class StaffAtWork {
  readonly documents: Worked[] = [];
  readonly #hub: TestHub;
  readonly #draw: Draw;
  readonly #marks: Marks;
  readonly #issuers: ReadonlyMap<string, string>;
  readonly #tokens: ReadonlyMap<string, string>;

  constructor(
    hub: TestHub,
    { draw, marks }: { readonly draw: Draw; readonly marks: Marks },
    known: { readonly issuers: ReadonlyMap<string, string>; readonly tokens: ReadonlyMap<string, string> },
  ) {
    this.#hub = hub;
    this.#draw = draw;
    this.#marks = marks;
    this.#issuers = known.issuers;
    this.#tokens = known.tokens;
  }

  /** One step, of whichever kind; refused ones change nothing. */
  async step(): Promise<void> {
    const document = this.documents.length < 12 ? null : this.#draw.of(this.documents);
    if (document === null || this.#draw.chance(8)) return this.#draft();
    const steps = [
      () => this.#amend(document),
      () => this.#bind(document),
      () => this.#act(document, 'EDITOR', `fileWithDisclosureOffice(id: "${document.id}")`),
      () => this.#sign(document),
      () => this.#sign(document),
      () => this.#publish(document),
      () => this.#carryThrough(document),
      () => this.#withdraw(document),
      () => this.#review(document),
      () =>
        this.#act(document, 'REVIEWER:a', `returnDocument(id: "${document.id}", note: "${this.#ground(document)}")`),
    ];
    await this.#draw.of(steps)();
  }

  async #draft(): Promise<void> {
    const region = this.#draw.of(COUNTIES);
    const [title, body, ground] = (['TEXT', 'TEXT', 'GROUND'] as const).map((of) => this.#marks.make(of, region));
    const attribute = this.#draw.of(['PROACTIVE', 'PROACTIVE', 'ON_REQUEST', 'WITHHELD']);
    const superior = this.documents.filter((one) => one.region === region).at(-1);
    const data = await this.#ask(
      region,
      'EDITOR',
      `draftDocument(input: { issuer: "${this.#issuers.get(region) ?? ''}", title: "${title?.text ?? ''}",
        body: "${body?.text ?? ''}", isPolicy: ${String(this.#draw.chance(30))}, attribute: ${attribute},
        ground: "${ground?.text ?? ''}", superiorException: "${ground?.text ?? ''}"
        ${superior === undefined ? '' : `, superior: "${superior.id}"`} })`,
    );
    if (data.id === undefined) return;
    const marks = [title, body, ground].flatMap((mark) => mark ?? []);
    this.documents.push({ id: data.id, region, marks, isOpen: false });
  }

  async #amend(document: Worked): Promise<void> {
    const text = this.#marks.make('TEXT', document.region);
    const attribute = this.#draw.of(['PROACTIVE', 'ON_REQUEST']);
    const input = `title: "${text.text}", body: "${text.text}", attribute: ${attribute}`;
    const data = await this.#ask(
      document.region,
      'EDITOR',
      `amendDocumentDraft(id: "${document.id}", input: { ${input} })`,
    );
    if (data.id !== undefined) document.marks = [...document.marks.filter(({ of }) => of !== 'TEXT'), text];
  }

  async #bind(document: Worked): Promise<void> {
    const text = this.#marks.make('INTERPRETATION', document.region);
    const input = `title: "${text.text}", body: "${text.text}", forms: [CHART], channels: [NEW_MEDIA]`;
    const role = document.isOpen ? 'PUBLISHER' : 'EDITOR';
    if (document.isOpen) open(text);
    const text2 = `bindInterpretation(document: "${document.id}", input: { ${input} })`;
    const data = await this.#ask(document.region, role, text2, 'Interpretation');
    if (data.id !== undefined) document.marks.push(text);
    else text.isPublic = text.wasPublic = false;
  }

  /** All that publishing needs, in order. */
  async #carryThrough(document: Worked): Promise<void> {
    if (!document.isOpen) await this.#bind(document);
    await this.#sign(document, 3);
    await this.#publish(document);
  }

  async #sign(document: Worked, passes = 2 + this.#draw.below(2)): Promise<void> {
    for (const account of ['a', 'b', 'c'].slice(0, passes)) {
      await this.#act(document, `REVIEWER:${account}`, `signReviewPass(id: "${document.id}")`);
    }
  }

  async #publish(document: Worked): Promise<void> {
    const data = await this.#ask(document.region, 'PUBLISHER', `publishDocument(id: "${document.id}")`);
    if (data.id === undefined) return;
    document.isOpen = true;
    for (const mark of document.marks) if (mark.of !== 'GROUND') open(mark);
  }

  async #withdraw(document: Worked): Promise<void> {
    if (!this.#draw.chance(30)) return;
    const text = `withdrawDocument(id: "${document.id}", reason: SECRECY_REVIEW, note: "保密审查")`;
    const data = await this.#ask(document.region, 'PUBLISHER', text);
    if (data.id === undefined) return;
    document.isOpen = false;
    for (const mark of document.marks) mark.isPublic = false;
  }

  async #review(document: Worked): Promise<void> {
    const attribute = this.#draw.of(['PROACTIVE', 'ON_REQUEST', 'WITHHELD']);
    const note = this.#ground(document);
    const input = `attribute: ${attribute}, ground: "${note}", superiorException: "${note}", note: "${note}"`;
    await this.#act(document, 'REVIEWER:a', `reviewAttribute(id: "${document.id}", input: { ${input} })`);
  }

  #ground(document: Worked): string {
    const mark = this.#marks.make('GROUND', document.region);
    document.marks.push(mark);
    return mark.text;
  }

  async #act(document: Worked, role: string, text: string): Promise<void> {
    await this.#ask(document.region, role, text);
  }

  async #ask(region: string, role: string, text: string, type = 'Document'): Promise<{ readonly id?: string }> {
    const query = `mutation { answer: ${text} { ... on ${type} { id } ${REFUSED} } }`;
    const answer = await this.#hub.ask(query, {}, this.#tokens.get(`${role} ${region}`));
    if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
    return (answer.data as { answer: { id?: string } }).answer;
  }
}

/** What goes public is public before the answer comes back. */
function open(mark: Mark): void {
  mark.isPublic = true;
  mark.wasPublic = true;
}
