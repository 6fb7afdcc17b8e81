// A workshop made quickly, through the same interface as the review page uses.
import { Client, Member } from "./client.mjs";

export const roleGroups = {
  officer: { en: "Provincial officers", th: "เจ้าหน้าที่จังหวัด" },
  school: { en: "Schools", th: "โรงเรียน" },
  ngo: { en: "NGOs", th: "องค์กรพัฒนาเอกชน" },
};

/** The two recommendations of a workshop, in each language. */
export const texts = [
  {
    en: "Name one enrolment contact in every public primary school and publish the list before the school year.",
    th: "ให้โรงเรียนประถมของรัฐทุกแห่งกำหนดผู้ประสานงานการรับเด็กหนึ่งคน และเผยแพร่รายชื่อก่อนเปิดภาคเรียน",
  },
  {
    en: "Open a help desk with interpreters at the provincial hospital on two days a week.",
    th: "เปิดจุดบริการที่มีล่ามในโรงพยาบาลจังหวัดสัปดาห์ละสองวัน",
  },
];

/** A draft as the review page sends it; `over` replaces parts of it. */
export function draft(over = {}) {
  const now = Date.now();
  const zone = noonZone(new Date(now));
  return {
    title: { en: "Workshop on schooling", th: "การประชุมเรื่องการศึกษา" },
    place: { en: "Provincial hall", th: "ศาลากลางจังหวัด" },
    objective: { en: "Agree on the recommendations", th: "เห็นชอบข้อเสนอแนะ" },
    subObjectives: [],
    expectedOutput: {},
    draft: false,
    timezone: zone,
    floor: "th",
    interpretation: ["en"],
    required: ["th", "en"],
    items: [
      item(zone, -60, 60, { en: "Opening", th: "พิธีเปิด" }, "opening", {}, now),
      item(zone, 0, 60, { en: "Agreeing", th: "ลงมติ" }, "decision", { decides: true }, now),
    ],
    roleGroups: Object.entries(roleGroups).map(([id, name]) => ({ id, name })),
    acceptingParty: "officer",
    quorum: 0,
    recommendations: texts.map((text) => ({ segments: [text], owner: { en: "Education office", th: "สำนักงานการศึกษา" }, evidence: [] })),
    groups: [{ name: { en: "Group 1", th: "กลุ่มที่ 1" }, template: "ager_strang" }],
    madeUp: false,
    ...over,
  };
}

/** A programme item that begins `from` minutes from now. */
export function item(zone, from, length, title, kind, more = {}, now = Date.now()) {
  const start = at(zone, from, now);
  return { date: start.date, start: start.clock, end: at(zone, from + length, now).clock, title, kind, room: "", decides: false, speakers: [], subItems: [], ...more };
}

/** A zone without summer time in which it is about noon, so that hours before
 * and after now are on the same day. Etc/GMT-5 is five hours ahead of UTC. */
export function noonZone(now = new Date()) {
  const ahead = 12 - now.getUTCHours();
  return ahead === 0 ? "Etc/GMT" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
}

/** Date and clock of a zone, some minutes from now. */
export function at(zone, minutes = 0, now = Date.now()) {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short", timeStyle: "short", hourCycle: "h23" })
    .format(now + minutes * 60_000)
    .split(", ");
  return { date: parts[0], clock: parts[1] };
}

/** Makes a workshop on a server. */
export async function makeWorkshop(server, over = {}) {
  const organiser = new Client(server.url);
  await organiser.open(server.setup);
  const { status, body } = await organiser.post("/new", draft(over));
  if (status !== 201) throw new Error(`workshop not made: ${status} ${JSON.stringify(body)}`);
  return new Workshop(server, body);
}

class Workshop {
  constructor(server, { id, code, links }) {
    Object.assign(this, { server, id, code, links });
  }

  /** Somebody of the staff. */
  async staff(role, lang = "en") {
    const member = new Member(this.server.url, lang, this.id, role);
    await member.open(this.links[role]);
    return member;
  }

  /** Somebody who joined by phone. */
  async participant(roleGroup, { lang = "en", ...given } = {}) {
    const member = new Member(this.server.url, lang, this.id, "participant");
    const answer = await member.form(`/j/${this.code}`, { lang, roleGroup, ...given });
    if (answer.status !== 303) throw new Error(`not joined: ${answer.status}`);
    return member;
  }

  /** `n` people of a role group. */
  participants(n, roleGroup) {
    return Promise.all(Array.from({ length: n }, () => this.participant(roleGroup)));
  }
}

/** Rates recommendation number `n` with the same two numbers by everybody, and
 * closes the round. */
export async function rate(chair, people, n, ratings = { feasible: 8, acceptable: 8 }) {
  const { recommendations } = await chair.topic("texts");
  const recommendation = recommendations[n - 1].id;
  await chair.do("round.open", { recommendations: [recommendation] });
  const { open } = await chair.topic("rounds");
  for (const person of people) await person.do("ballot.cast", { round: open.id, recommendation, ratings });
  await chair.do("round.close", { round: open.id });
  return recommendation;
}

/** Rates and agrees on recommendation number `n`. */
export async function agree(chair, people, n) {
  const recommendation = await rate(chair, people, n);
  await chair.do("decision.record", { recommendation, outcome: "agreed" });
  return recommendation;
}
