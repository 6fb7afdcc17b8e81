package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"sala.example/internal/journal"
	"sala.example/internal/journal/record"
	"sala.example/internal/rehearse"
	"sala.example/internal/room"
	"sala.example/internal/workshop"
)

type rehearseCommand struct {
	Note            string `required:"" help:"Concept note to play."`
	Recommendations string `help:"JSON file with draft recommendations; the demonstration's when not given."`
	Evidence        string `help:"JSON file with evidence; the demonstration's when not given."`
	People          int    `default:"60" help:"Simulated participants."`
	Seed            uint64 `default:"1" help:"The same seed gives the same day."`
	Out             string `required:"" help:"Folder for the reports, the record and the summary."`
}

// mostPeople keeps a typing error from eating the machine.
const mostPeople = 5000

// Run plays the day and writes what it left.
func (c *rehearseCommand) Run(ctx context.Context, s streams) error {
	if c.People < 1 || c.People > mostPeople {
		return fmt.Errorf("--people %d: want 1 to %d", c.People, mostPeople)
	}
	note, err := os.ReadFile(c.Note)
	if err != nil {
		return err
	}
	material, err := readMaterial(c.Recommendations, c.Evidence)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(c.Out, 0o755); err != nil {
		return err
	}
	data, err := os.MkdirTemp("", "sala-rehearsal-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(data)
	bar := newBar(s.err)
	p, day, err := simulated(ctx, options{Dir: data, Listen: "127.0.0.1:0", Log: quietLog(s.err), Secrets: seeded(^c.Seed)}, rehearse.Options{
		Note: note, Recommendations: material.recommendations, Evidence: material.evidence, Statements: material.statements,
		People: c.People, Seed: c.Seed, Progress: bar.show,
	})
	if p != nil {
		defer p.stop(ctx)
	}
	if err != nil {
		return err
	}
	defer day.Leave()
	taken, err := play(ctx, day)
	bar.end()
	if err != nil {
		return err
	}
	return c.write(s, taken, c.People)
}

func play(ctx context.Context, day *rehearse.Day) (*rehearse.Taken, error) {
	if err := day.WholeDay(ctx); err != nil {
		return nil, err
	}
	taken, err := day.Close(ctx)
	if err != nil {
		return nil, err
	}
	return taken, day.FollowUp(ctx)
}

// write puts the files into the folder, the summary last.
func (c *rehearseCommand) write(s streams, taken *rehearse.Taken, people int) error {
	taken.Files["report.html"] = taken.Files["report.th.html"]
	summary, err := summarise(taken, people)
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(summary, "", " ")
	if err != nil {
		return err
	}
	taken.Files["summary.json"] = append(data, '\n')
	for _, name := range sortedKeysOf(taken.Files) {
		if err := os.WriteFile(filepath.Join(c.Out, name), taken.Files[name], 0o644); err != nil {
			return err
		}
	}
	r := summary.Recommendations
	fmt.Fprintf(s.out, "%d people, %d recommendations: %d agreed, %d agreed with dissent, %d to revise, %d rejected, %d without quorum\n",
		summary.Participants, r.Total, r.Agreed, r.AgreedWithDissent, r.Revise, r.Rejected, r.NoQuorum)
	fmt.Fprintf(s.out, "reports in both languages %.1f s after closing; record of %d events, head %s\n", summary.Seconds, summary.Events, summary.HeadHash)
	fmt.Fprintf(s.out, "written to %s\n", c.Out)
	return nil
}

// summary is summary.json.
type summary struct {
	Participants    int            `json:"participants"`
	Recommendations recommendation `json:"recommendations"`
	Goal            goal           `json:"goal"`
	Opinion         opinions       `json:"opinion"`
	Events          uint64         `json:"events"`
	HeadHash        string         `json:"head_hash"`
	Seconds         float64        `json:"seconds_close_to_report"`
}

type recommendation struct {
	Total             int `json:"total"`
	Agreed            int `json:"agreed"`
	AgreedWithDissent int `json:"agreed_with_dissent"`
	Revise            int `json:"revise"`
	Rejected          int `json:"rejected"`
	NoQuorum          int `json:"no_quorum"`
}

// goal is the number that the organiser set, and whether it was reached.
type goal struct {
	Needed  int  `json:"needed"`
	Agreed  int  `json:"agreed"`
	Reached bool `json:"reached"`
}

// opinions is what the newest opinion map holds; nothing for a room too small
// for one.
type opinions struct {
	Statements int `json:"statements"`
	Votes      int `json:"votes"`
	Groups     int `json:"groups"`
}

// summarise counts from the record itself, which it verifies: what the summary
// says is what anybody can check.
func summarise(taken *rehearse.Taken, people int) (*summary, error) {
	verified, err := record.Verify(bytes.NewReader(taken.Files["record.sala"]))
	if err != nil {
		return nil, fmt.Errorf("the record that was written does not verify: %w", err)
	}
	state, err := replay(taken.Files["record.sala"])
	if err != nil {
		return nil, err
	}
	sum := &summary{Participants: state.Present(), Events: verified.Events, HeadHash: verified.Head.String(), Seconds: taken.Seconds}
	sum.Recommendations.Total = len(state.Recommendations)
	for _, r := range state.Recommendations {
		if d := r.Decision(); d != nil {
			sum.Recommendations.count(d.Outcome)
		}
	}
	if p, ok := state.Progress(); ok {
		sum.Goal = goal{p.Needed, p.Agreed, p.Reached()}
	}
	if last := state.LastOpinion(); last != nil && last.Outcome != nil {
		sum.Opinion = opinions{len(last.Outcome.Statements), last.Outcome.Votes, len(last.Outcome.Groups)}
	}
	if sum.Participants != people {
		return nil, fmt.Errorf("%d people were to come, the record has %d", people, sum.Participants)
	}
	return sum, nil
}

func (r *recommendation) count(outcome string) {
	switch outcome {
	case workshop.Agreed:
		r.Agreed++
	case workshop.AgreedWithDissent:
		r.AgreedWithDissent++
	case workshop.Revise:
		r.Revise++
	case workshop.RejectedOutcome:
		r.Rejected++
	case workshop.NoQuorum:
		r.NoQuorum++
	}
}

// replay builds the state from a record's events.
func replay(data []byte) (*workshop.State, error) {
	s := workshop.New()
	for line := range bytes.Lines(data) {
		var e journal.Event
		if err := json.Unmarshal(line, &e); err != nil {
			return nil, fmt.Errorf("read record: %w", err)
		}
		if e.Seq == 0 {
			continue // header, passages, end
		}
		if err := room.Replay(s, e); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func sortedKeysOf[V any](m map[string]V) []string {
	plain := make(map[string]string, len(m))
	for k := range m {
		plain[k] = ""
	}
	return sortedKeys(plain)
}

// bar is the progress bar: redrawn in a terminal, a line for each stage
// elsewhere.
type bar struct {
	w     io.Writer
	live  bool
	stage string
}

func newBar(w io.Writer) *bar {
	f, ok := w.(*os.File)
	return &bar{w: w, live: ok && term.IsTerminal(int(f.Fd()))}
}

const barWidth = 30

func (b *bar) show(p rehearse.Progress) {
	if p.Total == 0 {
		return
	}
	full := barWidth * p.Done / p.Total
	line := fmt.Sprintf("[%s%s] %3d %%  %s", strings.Repeat("#", full), strings.Repeat(".", barWidth-full), 100*p.Done/p.Total, p.Stage)
	switch {
	case b.live:
		fmt.Fprintf(b.w, "\r%-60s", line)
	case p.Stage != b.stage:
		fmt.Fprintln(b.w, line)
	}
	b.stage = p.Stage
}

func (b *bar) end() {
	if b.live {
		fmt.Fprintln(b.w)
	}
}
