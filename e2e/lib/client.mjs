// A person at the HTTP interface, without a browser: for the parts of a story
// that are not the story.
import { randomBytes } from "node:crypto";

export class Client {
  constructor(base, lang = "en") {
    this.base = base;
    this.lang = lang;
    this.cookies = new Map();
  }

  /** Asks, keeps the cookies, follows nothing. */
  async fetch(path, { headers = {}, ...rest } = {}) {
    const cookie = [...this.cookies].map(([k, v]) => `${k}=${v}`).join("; ");
    const answer = await fetch(new URL(path, this.base), {
      redirect: "manual",
      headers: { "Accept-Language": this.lang, ...(cookie && { Cookie: cookie }), ...headers },
      ...rest,
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
      this.cookies.set(name, value);
    }
    return answer;
  }

  /** Opens a link that signs in, such as that of a role. */
  async open(link) {
    const answer = await this.fetch(link);
    if (answer.status !== 303) throw new Error(`${link}: ${answer.status}`);
    return answer.headers.get("Location");
  }

  /** Posts JSON; gives status and JSON answer. */
  async post(path, body, headers = {}) {
    const answer = await this.fetch(path, { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) });
    return { status: answer.status, body: await answer.json().catch(() => null) };
  }

  /** Posts a form as a page without script does. */
  form(path, fields) {
    return this.fetch(path, { method: "POST", body: new URLSearchParams(fields) });
  }
}

/** Somebody of a workshop, in one role. */
export class Member extends Client {
  constructor(base, lang, workshop, role) {
    super(base, lang);
    this.workshop = workshop;
    this.role = role;
  }

  at(path) {
    return `/w/${this.workshop}${path}?as=${this.role}`;
  }

  /** Gives a command; the answer's status and body. */
  try(command, fields = {}) {
    return this.post(this.at(`/do/${command}`), fields, { "Idempotency-Key": randomBytes(16).toString("hex") });
  }

  /** Gives a command that has to work. */
  async do(command, fields = {}) {
    const { status, body } = await this.try(command, fields);
    if (status !== 200) throw new Error(`${this.role} does ${command}: ${status} ${body?.error?.code}`);
  }

  /** A live topic as it stands. */
  async topic(name) {
    const answer = await this.fetch(this.at(`/topic/${name}`));
    if (!answer.ok) throw new Error(`topic ${name}: ${answer.status}`);
    return answer.json();
  }
}
