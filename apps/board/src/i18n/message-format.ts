/**
 * The part of ICU MessageFormat that the product's texts are written in: `{name}`, `{n, number}` and
 * `{n, plural, =0 {nothing} one {# event} other {# events}}`. Apostrophes are letters. A library for all of ICU is as
 * heavy as all texts together, and most of it is for formats that no text here uses.
 */

/** What a message may be filled with. */
export type MessageValues = Record<string, string | number>;

/** Fills a message in. Throws when a value that it names is missing. */
export type Message = (values: MessageValues) => string;

/** `count`: what `#` stands for, already in the writing of the language. */
type Part = (values: MessageValues, count: string) => string;

interface Rules {
  numbers: Intl.NumberFormat;
  plurals: Intl.PluralRules;
}

/** Compiles messages of one language. Throws on a text that is not of this format. */
export function messageCompiler(locale: string): (text: string) => Message {
  const rules: Rules = { numbers: new Intl.NumberFormat(locale), plurals: new Intl.PluralRules(locale) };
  return (text) => {
    const reader = new Reader(text, rules);
    const whole = reader.parts();
    reader.expectEnd();
    return (values) => whole(values, '#');
  };
}

class Reader {
  readonly #text: string;
  readonly #rules: Rules;
  #at = 0;

  constructor(text: string, rules: Rules) {
    this.#text = text;
    this.#rules = rules;
  }

  /** Everything up to the end or to the brace that closes what this stands in. */
  parts(): Part {
    const parts: Part[] = [];
    while (this.#at < this.#text.length && !this.#sees('}')) {
      if (this.#take('{')) parts.push(this.#argument());
      else if (this.#take('#')) parts.push((_values, count) => count);
      else parts.push(always(this.#match(/[^{}#]+/y)));
    }
    return (values, count) => parts.map((part) => part(values, count)).join('');
  }

  expectEnd(): void {
    if (this.#at < this.#text.length) this.#fail();
  }

  #argument(): Part {
    const name = this.#word();
    const kind = this.#take(',') ? this.#word() : 'text';
    const part = this.#argumentOf(name, kind);
    this.#expect('}');
    return part;
  }

  #argumentOf(name: string, kind: string): Part {
    const { numbers, plurals } = this.#rules;
    if (kind === 'text') return (values) => String(this.#value(values, name));
    if (kind === 'number') return (values) => numbers.format(Number(this.#value(values, name)));
    if (kind !== 'plural') this.#fail();
    this.#expect(',');
    const forms = this.#forms();
    const other = forms.get('other') ?? this.#fail();
    return (values) => {
      const n = Number(this.#value(values, name));
      const form = forms.get(`=${n}`) ?? forms.get(plurals.select(n)) ?? other;
      return form(values, numbers.format(n));
    };
  }

  #forms(): Map<string, Part> {
    const forms = new Map<string, Part>();
    while (!this.#sees('}')) {
      const form = this.#word();
      this.#expect('{');
      forms.set(form, this.parts());
      this.#expect('}');
      this.#match(/\s*/y);
    }
    return forms;
  }

  #value(values: MessageValues, name: string): string | number {
    const value = values[name];
    if (value === undefined) throw new Error(`"${this.#text}" is to be filled in without ${name}`);
    return value;
  }

  #word(): string {
    return this.#match(/\s*=?\w+\s*/y).trim();
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? this.#fail();
    this.#at += found.length;
    return found;
  }

  #sees(sign: string): boolean {
    return this.#text.startsWith(sign, this.#at);
  }

  #take(sign: string): boolean {
    const seen = this.#sees(sign);
    if (seen) this.#at += sign.length;
    return seen;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) this.#fail();
  }

  #fail(): never {
    throw new Error(`"${this.#text}" is no message from character ${this.#at} on`);
  }
}

function always(text: string): Part {
  return () => text;
}
