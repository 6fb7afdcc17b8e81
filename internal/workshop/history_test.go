package workshop

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"sala.example/internal/rating"
)

// secret begins every passage that a person of a random history writes, so
// that a test can look for it where it must not be.
const secret = "secret-"

// people are the participants of a random history.
var people = []ID{"person-1", "person-2", "person-3", "person-4", "person-5", "person-6"}

// history plays random commands, plausible and implausible, into a room. Its
// choices come from one seed, evenly: rapid draws the seed and the length, and
// so finds the shortest history that breaks a rule.
type history struct {
	*room
	dice   *rand.Rand
	n      int
	actor  Actor
	onStep func(a Actor, c Command, events []Event)
}

func (h *history) step() {
	h.actor = h.someone()
	switch h.number(0, 39) {
	case 9:
		h.collectOpinions()
	case 0, 1, 2:
		h.ratingRound()
	case 3, 4:
		h.bringInLine()
	case 5, 6:
		h.decideAndPlan()
	case 7:
		h.settleObjections()
	case 8:
		if h.number(0, 9) == 0 {
			h.give(&CloseWorkshop{})
		}
	default:
		h.give(commandMakers[h.number(0, len(commandMakers)-1)](h))
	}
}

func (h *history) give(c Command) {
	h.t.Helper()
	actor := h.actor
	events, err := h.try(actor, c)
	if err == nil {
		h.onStep(actor, c, events)
	}
}

// ratingRound opens a round, lets people rate, mostly well, and closes it.
func (h *history) ratingRound() {
	h.bringInLine()
	h.actor = chair
	h.give(&OpenRound{Recommendations: h.some(h.recommendations()), Criteria: h.some([]string{rating.Equity, rating.Priority}), Minutes: h.number(0, 20)})
	round := h.s.OpenRound()
	if round == nil {
		return
	}
	for _, id := range people {
		for _, recommendation := range round.Recommendations {
			if h.number(0, 9) > 0 {
				h.actor = Actor{ID: id, Role: "participant"}
				h.give(&CastBallot{Round: round.ID, Recommendation: recommendation, Ratings: map[string]int{rating.Feasible: h.well(), rating.Acceptable: h.well()}, Reason: h.one("", secret+"reason")})
			}
		}
	}
	h.actor = chair
	if h.number(0, 3) > 0 {
		h.give(&CloseRound{Round: round.ID})
	}
}

// collectOpinions lets enough people in, collects statements and votes, and
// mostly closes again.
func (h *history) collectOpinions() {
	for i := range 12 {
		id := fmt.Sprint("person-more", i)
		if !h.s.isHere(id) {
			h.actor = Actor{ID: id, Role: "participant"}
			h.give(&Join{Participant: id, RoleGroup: h.one("schools", "parents"), Lang: "th"})
		}
	}
	h.actor = chair
	h.give(&SeedStatement{Text: Text{"en": h.wording()}})
	h.give(&OpenOpinion{})
	open := h.s.OpenOpinion()
	if open == nil {
		return
	}
	h.actor = Actor{ID: h.person(), Role: "participant"}
	h.give(&ProposeStatement{Text: h.words(), Lang: h.lang()})
	h.actor = chair
	for _, st := range h.s.Statements[max(0, len(h.s.Statements)-3):] {
		h.give(&ModerateStatement{Statement: st.ID, As: h.one(StatementAccepted, StatementAccepted, StatementTurnedAway), Reason: h.words()})
	}
	for _, id := range sortedKeys(h.s.Participants) {
		h.actor = Actor{ID: id, Role: "participant"}
		h.give(voteOn(open.ID, h.statement(), h.number(-1, 1)))
		h.give(voteOn(open.ID, h.statement(), h.number(-1, 1)))
	}
	h.actor = chair
	if h.number(0, 3) > 0 {
		h.give(&CloseOpinion{Opinion: open.ID})
	}
}

// well is a rating, most often a good one.
func (h *history) well() int {
	if h.number(0, 9) == 0 {
		return h.number(1, 9)
	}
	return h.number(7, 9)
}

// bringInLine confirms what is outdated and fills in what is missing.
func (h *history) bringInLine() {
	h.actor = rapporteur
	for _, r := range h.s.Recommendations {
		for _, g := range r.Segments {
			for _, lang := range h.s.Settings.Required {
				if w, there := g.Wordings[lang]; !there {
					h.give(&EditWording{Segment: g.ID, Lang: lang, Text: h.wording()})
				} else if g.Outdated(lang) {
					h.give(&ConfirmWording{Segment: g.ID, Lang: lang, Rev: w.Rev})
				}
			}
		}
	}
}

// decideAndPlan decides on everything and gives each text an action.
func (h *history) decideAndPlan() {
	h.actor = chair
	outcome := h.one(Agreed, AgreedWithDissent, RejectedOutcome, NoQuorum)
	for _, id := range h.recommendations() {
		h.give(&RecordDecision{Recommendation: id, Outcome: outcome, Sentence: h.words()})
		h.give(&PutAction{Recommendation: id, Row: ActionRow{Action: h.words(), Lead: h.words(), FirstStep: h.words(), FirstStepBy: "2014-10-01", Due: "2015-01-31"}})
	}
}

// settleObjections ends what is open, as the chair or as its author.
func (h *history) settleObjections() {
	for _, o := range h.s.Objections {
		h.actor = h.someone()
		h.give(&SettleObjection{Objection: o.ID, As: h.one(ObjectionIntegrated, ObjectionDissent, ObjectionWithdrawn)})
	}
}

var commandMakers = []func(*history) Command{
	func(h *history) Command { return sampleCreate() },
	func(h *history) Command { return &StartSession{Session: h.session()} },
	func(h *history) Command { return &FinishSession{Session: h.session()} },
	func(h *history) Command {
		return &Replan{Moves: []Move{{h.session(), h.time(), h.time()}, {h.session(), h.time(), ""}}[h.number(0, 1):]}
	},
	func(h *history) Command {
		return &Join{Participant: h.person(), RoleGroup: h.one("officers", "officers", "schools", "parents", "kings"), Lang: h.lang(), Desk: h.yes()}
	},
	func(h *history) Command { return &CheckIn{Participant: h.person()} },
	func(h *history) Command { return &Introduce{Line: h.words()} },
	func(h *history) Command { return &EraseParticipant{Participant: h.person()} },
	func(h *history) Command { return &RedactPassage{Ref: fmt.Sprint("ref", h.number(0, 30))} },
	func(h *history) Command {
		return &AskQuestion{Session: h.one("", "s1", "s9"), Text: h.words(), Lang: h.lang()}
	},
	func(h *history) Command { return &SupportQuestion{Question: h.question()} },
	func(h *history) Command { return &AnswerQuestion{Question: h.question(), Answer: h.words()} },
	func(h *history) Command { return &CarryQuestion{Question: h.question()} },
	func(h *history) Command { return &SayCaption{Lang: h.lang(), Text: h.words()} },
	func(h *history) Command { return &CorrectCaption{Caption: h.caption(), Text: h.words()} },
	func(h *history) Command { return &RemoveCaption{Caption: h.caption()} },
	func(h *history) Command {
		return &AddRecommendation{Segments: []Text{{"th": h.wording(), "en": h.one("", "In English")}}, Evidence: []Evidence{{ID: "e1"}}[h.number(0, 1):]}
	},
	func(h *history) Command {
		id, lang, rev := h.anchor()
		return &EditWording{Segment: id, Lang: lang, Rev: rev, Text: h.wording(), Minor: h.yes(), Reason: h.words()}
	},
	func(h *history) Command {
		id, lang, rev := h.anchor()
		return &ConfirmWording{Segment: id, Lang: lang, Rev: rev}
	},
	proposeSomething, proposeSomething,
	func(h *history) Command { return &AcceptAmendment{Amendment: h.amendment(), Answer: h.words()} },
	func(h *history) Command { return &RejectAmendment{Amendment: h.amendment(), Answer: h.words()} },
	func(h *history) Command { return &WithdrawAmendment{Amendment: h.amendment()} },
	func(h *history) Command {
		return &AddGroup{Label: Text{"en": h.one("", "Group")}, Domains: []Domain{{ID: "d1"}, {ID: "d2"}}[h.number(0, 2):]}
	},
	func(h *history) Command { return &JoinGroup{Group: h.group()} },
	func(h *history) Command { return &AddCard{Group: h.group(), Domain: h.domain(), Text: h.words()} },
	func(h *history) Command { return &MoveCard{Card: h.card(), Domain: h.domain()} },
	func(h *history) Command { return &RemoveCard{Card: h.card()} },
	func(h *history) Command {
		return &PutAction{Action: h.one("", "n1", "n2"), Rev: h.number(0, 3), Group: h.one("", "b1"), Recommendation: h.recommendation(), Row: ActionRow{Action: h.words(), Lead: h.words(), Due: h.one("", "2015-01-31", "soon")}}
	},
	func(h *history) Command { return &RemoveAction{Action: h.action()} },
	func(h *history) Command {
		return &ReportAction{Action: h.action(), Status: h.one(ActionOpen, ActionStarted, ActionDone, ActionStuck, "lost"), Note: h.words()}
	},
	func(h *history) Command {
		gate := rating.Default()
		gate.Median = float64(h.number(0, 9))
		if group := map[float64]ID{2: "schools", 8: "schools", 9: "monks"}[gate.Median]; group != "" {
			gate.GroupQuorums = []rating.GroupQuorum{{Group: group, Quorum: 3}}
		}
		return &OpenRound{Recommendations: h.some(append(h.recommendations(), "r9")), Criteria: h.some([]string{rating.Effects, "nice"}), Minutes: h.number(-1, 300), Gate: &gate}
	},
	func(h *history) Command {
		return &CloseRound{Round: h.numbered("v", len(h.s.Rounds))}
	},
	castBallot, castBallot,
	func(h *history) Command {
		return &SeedStatement{Text: Text{h.one("th", "en", "x"): h.wording(), "my": h.one("", "again")}}
	},
	func(h *history) Command { return &ProposeStatement{Text: h.words(), Lang: h.lang()} },
	func(h *history) Command {
		return &ModerateStatement{Statement: h.statement(), As: h.one(StatementAccepted, StatementTurnedAway, "liked"), Reason: h.words()}
	},
	func(h *history) Command {
		return &TranslateStatement{Statement: h.statement(), Lang: h.lang(), Text: h.words()}
	},
	func(h *history) Command { return &OpenOpinion{} },
	func(h *history) Command {
		return voteOn(h.numbered("op", len(h.s.Opinions)), h.statement(), h.number(-2, 2))
	},
	func(h *history) Command { return &CloseOpinion{Opinion: h.numbered("op", len(h.s.Opinions))} },
	raiseObjection, raiseObjection,
	func(h *history) Command {
		return &SettleObjection{Objection: h.numbered("o", len(h.s.Objections)), As: h.one(ObjectionIntegrated, ObjectionDissent, ObjectionWithdrawn, "gone")}
	},
	func(h *history) Command {
		return &GiveStance{Recommendation: h.recommendation(), Stance: h.one(StanceAgree, StanceAsk, StanceCannot, StanceReserve, "maybe"), Text: h.words(), Until: h.one("", "2014-10-07", "soon")}
	},
	func(h *history) Command {
		return &RecordDecision{Recommendation: h.recommendation(), Outcome: h.one(append(Outcomes(), "maybe")...), Sentence: h.words()}
	},
	func(h *history) Command {
		return &ReopenDecision{Recommendation: h.recommendation(), Reason: h.words()}
	},
	func(h *history) Command {
		return &Show{Mode: h.one(ScreenNow, ScreenRecommendation, ScreenResult, ScreenQuestions, ScreenCaptions, ScreenGroup, ScreenIntro, ScreenOpinion, "film"), Ref: h.one("", "r1", "r2", "b1")}
	},
}

func proposeSomething(h *history) Command {
	id, lang, rev := h.anchor()
	return &ProposeAmendment{Segment: id, Lang: lang, Rev: rev, Text: h.words(), Reason: h.words()}
}

func raiseObjection(h *history) Command {
	return &RaiseObjection{Recommendation: h.recommendation(), Reason: h.words(), Remedy: h.words()}
}

func castBallot(h *history) Command {
	c := &CastBallot{Round: h.numbered("v", len(h.s.Rounds)), Recommendation: h.recommendation(), Ratings: map[string]int{}}
	if round := h.s.OpenRound(); round != nil && h.number(0, 4) > 0 {
		c.Round, c.Recommendation = round.ID, h.one(round.Recommendations...)
	}
	for _, criterion := range h.some([]string{rating.Feasible, rating.Acceptable, rating.Feasible, rating.Acceptable, "nice"}) {
		c.Ratings[criterion] = h.number(0, 10)
	}
	c.DontKnow, c.Reason = h.some([]string{rating.Equity, rating.Feasible, "nice"}), h.one("", secret+"reason")
	return c
}

// someone is a member of staff or of the room, or nobody known.
func (h *history) someone() Actor {
	if role := h.one("organiser", "chair", "rapporteur", "interpreter", "participant", "participant", "participant", "nobody"); role != "participant" {
		return Actor{Role: role}
	}
	return Actor{ID: h.person(), Role: "participant"}
}

func (h *history) one(values ...string) string { return values[h.number(0, len(values)-1)] }

// some is the beginning of a list, from nothing to all of it.
func (h *history) some(values []string) []string { return values[:h.number(0, len(values))] }

// number is from low to high, both included.
func (h *history) number(low, high int) int { return low + h.dice.IntN(high-low+1) }

func (h *history) yes() bool { return h.number(0, 1) == 1 }

// numbered is one of the n things with this prefix, rarely one more.
func (h *history) numbered(prefix string, n int) ID {
	if n == 0 || h.number(0, 9) == 0 {
		return fmt.Sprint(prefix, n+1)
	}
	return fmt.Sprint(prefix, h.number(1, n))
}

func (h *history) person() ID         { return h.one(append(people, "", "nope")...) }
func (h *history) session() ID        { return h.numbered("s", 5) }
func (h *history) caption() ID        { return h.numbered("l", len(h.s.Captions)) }
func (h *history) question() ID       { return h.numbered("q", len(h.s.Questions)) }
func (h *history) amendment() ID      { return h.numbered("a", len(h.s.Amendments)) }
func (h *history) group() ID          { return h.numbered("b", len(h.s.Groups)) }
func (h *history) card() ID           { return h.numbered("c", h.ids["c"]) }
func (h *history) action() ID         { return h.numbered("n", h.ids["n"]) }
func (h *history) recommendation() ID { return h.numbered("r", len(h.s.Recommendations)) }
func (h *history) statement() ID      { return h.numbered("st", len(h.s.Statements)) }
func (h *history) domain() ID         { return h.one("d1", "d2", "d9") }
func (h *history) lang() Lang         { return h.one("th", "en", "my", "") }
func (h *history) time() string       { return h.one("08:30", "10:15", "17:00", "25:00", "") }

func (h *history) recommendations() []ID {
	var ids []ID
	for _, r := range h.s.Recommendations {
		ids = append(ids, r.ID)
	}
	return ids
}

// anchor is a segment, a language and a revision, most often the present one.
func (h *history) anchor() (ID, Lang, int) {
	id, lang := h.numbered("g", h.ids["g"]), h.one("th", "en", "th", "en", "my")
	if _, g := h.s.Segment(id); g != nil && h.number(0, 4) > 0 {
		return id, lang, g.Wordings[lang].Rev
	}
	return id, lang, h.number(0, 3)
}

// words are a passage that nobody else wrote, or none, or too long a one.
func (h *history) words() Words {
	h.n++
	switch h.number(0, 19) {
	case 0, 1:
		return Words{}
	case 2:
		return Say(fmt.Sprint(secret, h.n, strings.Repeat("ก", maxPassage)))
	case 3:
		return Say(fmt.Sprint(secret, h.n, "\x00"))
	}
	return Say(fmt.Sprintf("%s%d <ความลับ> \"&\" 🙂", secret, h.n))
}

// wording is a text of the room's, sometimes one that is there already.
func (h *history) wording() string {
	h.n++
	return h.one(fmt.Sprint("ถ้อยคำ ", h.n), fmt.Sprint(" text ", h.n, " "), "Admit every child.", " ")
}
