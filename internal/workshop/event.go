package workshop

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// An Event is something that happened. Events carry opaque ids, texts that the
// room adopted, and sealed Words; never a name, a contact or a rating of one
// person.
type Event interface {
	// Kind is the event's name in the journal: "question.asked".
	Kind() string
	apply(s *State, m Meta) error
}

// Meta is what the journal knows about an event.
type Meta struct {
	Seq  uint64
	At   time.Time
	Role string // the role that acted, never the person
}

// Apply takes the state from event m.Seq-1 to event m.Seq.
func Apply(s *State, e Event, m Meta) error {
	if m.Seq != s.Seq+1 {
		return fmt.Errorf("event %d cannot follow event %d", m.Seq, s.Seq)
	}
	for _, w := range WordsIn(e) {
		w.plain = "" // what people wrote stays in the vault
	}
	if err := e.apply(s, m); err != nil {
		return fmt.Errorf("event %d (%s): %w", m.Seq, e.Kind(), err)
	}
	s.Seq, s.At = m.Seq, m.At
	return nil
}

// errDangling is an event about something that is not there: the journal is not
// this workshop's, or was altered.
var errDangling = errors.New("it is about something that does not exist")

// New is the state before the first event.
func New() *State { return &State{Format: Format, Participants: map[ID]Participant{}} }

// Restore reads a state back from its JSON. It fails on the form of another
// version; the events then are enough.
func Restore(data []byte) (*State, error) {
	s := &State{}
	if err := json.Unmarshal(data, s); err != nil {
		return nil, fmt.Errorf("read state: %w", err)
	}
	if s.Format != Format || s.Participants == nil {
		return nil, fmt.Errorf("read state: it has form %d, this version of Sala writes %d", s.Format, Format)
	}
	return s, nil
}

// Encode gives an event's canonical JSON.
func Encode(e Event) (json.RawMessage, error) {
	data, err := json.Marshal(e)
	if err != nil {
		return nil, fmt.Errorf("encode event %s: %w", e.Kind(), err)
	}
	return data, nil
}

// DecodeEvent reads an event back. A kind or a field that this program does not
// know is an error: a state built without it would be wrong without a sign.
func DecodeEvent(kind string, data []byte) (Event, error) {
	fresh, ok := eventKinds[kind]
	if !ok {
		return nil, fmt.Errorf("event kind %q is unknown to this version of Sala: use the version that wrote it, or a newer one", kind)
	}
	data, err := upcast(kind, data)
	if err != nil {
		return nil, fmt.Errorf("event kind %q: %w", kind, err)
	}
	e := fresh()
	if err := decodeStrict(data, e); err != nil {
		return nil, fmt.Errorf("event kind %q: %w", kind, err)
	}
	for _, w := range WordsIn(e) {
		if w.plain != "" {
			return nil, fmt.Errorf("event kind %q: it holds words that were not sealed", kind)
		}
	}
	return e, nil
}

// DecodeCommand reads a command from the wire.
func DecodeCommand(name string, data []byte) (Command, error) {
	fresh, ok := commandNames[name]
	if !ok {
		return nil, refuse("command.unknown", "name", name)
	}
	c := fresh()
	if ballot, ok := c.(*CastBallot); ok && ballot.readPlain(data) {
		return ballot, nil
	}
	if err := decodeStrict(data, c); err != nil {
		return nil, refuse("command.unreadable", "name", name)
	}
	if mayTurn(data) {
		Straighten(c)
	}
	for _, w := range WordsIn(c) {
		if w.Ref != "" || w.Hash != "" {
			return nil, refuse("command.unreadable", "name", name)
		}
	}
	return c, nil
}

// decodeStrict reads one JSON object with no field that is not known, and
// nothing behind it.
func decodeStrict(data []byte, into any) error {
	if !bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		return errors.New("not an object")
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if len(bytes.TrimSpace(data[d.InputOffset():])) > 0 {
		return errors.New("more than one value")
	}
	return nil
}

// CommandNames lists every command there is, sorted.
func CommandNames() []string { return sortedKeys(commandNames) }

// commandNames and eventKinds are the whole vocabulary.
var commandNames = byName(
	maker[Create](), maker[CloseWorkshop](),
	maker[StartSession](), maker[FinishSession](), maker[Replan](),
	maker[Join](), maker[CheckIn](), maker[Introduce](), maker[EraseParticipant](), maker[RedactPassage](),
	maker[AskQuestion](), maker[SupportQuestion](), maker[AnswerQuestion](), maker[CarryQuestion](),
	maker[SayCaption](), maker[CorrectCaption](), maker[RemoveCaption](),
	maker[AddRecommendation](), maker[EditWording](), maker[ConfirmWording](),
	maker[ProposeAmendment](), maker[AcceptAmendment](), maker[RejectAmendment](), maker[WithdrawAmendment](),
	maker[AddGroup](), maker[JoinGroup](), maker[AddCard](), maker[MoveCard](), maker[RemoveCard](),
	maker[PutAction](), maker[RemoveAction](), maker[ReportAction](),
	maker[OpenRound](), maker[CloseRound](), maker[CastBallot](),
	maker[SeedStatement](), maker[ProposeStatement](), maker[ModerateStatement](), maker[TranslateStatement](),
	maker[OpenOpinion](), maker[CloseOpinion](), maker[VoteStatement](),
	maker[RaiseObjection](), maker[SettleObjection](), maker[GiveStance](),
	maker[RecordDecision](), maker[ReopenDecision](), maker[Show](),
)

var eventKinds = byKind(
	eventMaker[Created](), eventMaker[Closed](),
	eventMaker[SessionStarted](), eventMaker[SessionFinished](), eventMaker[Replanned](),
	eventMaker[Joined](), eventMaker[CheckedIn](), eventMaker[Introduced](), eventMaker[ParticipantErased](), eventMaker[PassageRedacted](),
	eventMaker[QuestionAsked](), eventMaker[QuestionSupported](), eventMaker[QuestionAnswered](), eventMaker[QuestionCarried](),
	eventMaker[CaptionSaid](), eventMaker[CaptionCorrected](), eventMaker[CaptionsRemoved](),
	eventMaker[RecommendationAdded](), eventMaker[WordingRevised](), eventMaker[WordingConfirmed](),
	eventMaker[AmendmentProposed](), eventMaker[AmendmentAccepted](), eventMaker[AmendmentRejected](), eventMaker[AmendmentWithdrawn](),
	eventMaker[GroupAdded](), eventMaker[GroupJoined](), eventMaker[CardAdded](), eventMaker[CardMoved](), eventMaker[CardRemoved](),
	eventMaker[ActionPut](), eventMaker[ActionRemoved](), eventMaker[ActionReported](),
	eventMaker[RoundOpened](), eventMaker[RoundClosed](),
	eventMaker[StatementSeeded](), eventMaker[StatementProposed](), eventMaker[StatementModerated](), eventMaker[StatementTranslated](),
	eventMaker[OpinionOpened](), eventMaker[OpinionClosed](),
	eventMaker[ObjectionRaised](), eventMaker[ObjectionSettled](), eventMaker[StanceGiven](),
	eventMaker[DecisionRecorded](), eventMaker[DecisionReopened](), eventMaker[Shown](),
)

func maker[T any, P interface {
	*T
	Command
}]() func() Command {
	return func() Command { return P(new(T)) }
}

func eventMaker[T any, P interface {
	*T
	Event
}]() func() Event {
	return func() Event { return P(new(T)) }
}

func byName(makers ...func() Command) map[string]func() Command {
	m := make(map[string]func() Command, len(makers))
	for _, f := range makers {
		m[f().Name()] = f
	}
	return m
}

func byKind(makers ...func() Event) map[string]func() Event {
	m := make(map[string]func() Event, len(makers))
	for _, f := range makers {
		m[f().Kind()] = f
	}
	return m
}
