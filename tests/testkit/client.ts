/** A caller over HTTP, with a cookie jar of its own, as a browser or a script would be. */
import type { SeededMember } from './seed.ts';

export interface Answer<T> {
  status: number;
  headers: Headers;
  data: T | null;
  errors: { message: string; extensions?: Record<string, unknown>; path?: (string | number)[] }[];
}

export interface AskOptions {
  headers?: Record<string, string>;
  operationName?: string;
}

const SIGN_IN = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { __typename ... on UserError { code message } ... on RateLimitedError { retryAfterSeconds } }
}`;

export interface SignInAnswer {
  __typename: string;
  code?: string;
  message?: string;
  retryAfterSeconds?: number;
}

export class Client {
  readonly url: string;
  private readonly jar = new Map<string, string>();
  private token: string | null = null;

  constructor(url: string) {
    this.url = url;
  }

  /** The Cookie header that a browser would send. */
  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** A cookie's value; undefined when there is none. */
  cookieValue(name: string): string | undefined {
    return this.jar.get(name);
  }

  withToken(token: string): this {
    this.token = token;
    return this;
  }

  /** Another caller at another process, with the same cookies. */
  at(url: string): Client {
    const other = new Client(url);
    for (const [name, value] of this.jar) other.jar.set(name, value);
    other.token = this.token;
    return other;
  }

  async signIn({ email, password }: Pick<SeededMember, 'email' | 'password'>): Promise<void> {
    const answer = await this.trySignIn(email, password);
    if (answer.__typename !== 'SignInPayload') throw new Error(`signing in as ${email}: ${JSON.stringify(answer)}`);
  }

  async trySignIn(email: string, password: string, headers: Record<string, string> = {}): Promise<SignInAnswer> {
    const { signIn } = await this.ok<{ signIn: SignInAnswer }>(SIGN_IN, { input: { email, password } }, { headers });
    return signIn;
  }

  /** Asks, whatever the answer. */
  async ask<T = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
    options: AskOptions = {},
  ): Promise<Answer<T>> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...options.headers },
      body: JSON.stringify({ query, variables, operationName: options.operationName }),
    });
    const text = await response.text();
    const body = parse<T>(text);
    return { status: response.status, headers: response.headers, data: body.data ?? null, errors: body.errors ?? [] };
  }

  /** Asks, and throws unless the answer is one without errors. */
  async ok<T = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
    options: AskOptions = {},
  ): Promise<T> {
    const answer = await this.ask<T>(query, variables, options);
    if (answer.errors.length > 0 || answer.data === null)
      throw new Error(JSON.stringify(answer.errors.length > 0 ? answer.errors : answer));
    return answer.data;
  }

  /** Any request, with the caller's cookies and token. */
  async fetch(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const headers: Record<string, string> = { ...init.headers };
    if (this.jar.size > 0) headers['cookie'] ??= this.cookie;
    if (this.token !== null) headers['authorization'] ??= `Bearer ${this.token}`;
    const response = await fetch(this.url + path, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return response;
  }

  private keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
    const [name = '', ...value] = pair.split('=');
    if (attributes.some((attribute) => attribute.toLowerCase() === 'max-age=0')) this.jar.delete(name);
    else this.jar.set(name, value.join('='));
  }
}

function parse<T>(text: string): { data?: T | null; errors?: Answer<T>['errors'] } {
  try {
    return JSON.parse(text) as { data?: T | null; errors?: Answer<T>['errors'] };
  } catch {
    return { errors: [{ message: text }] };
  }
}
