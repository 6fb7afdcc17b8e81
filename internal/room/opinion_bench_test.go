package room

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"sala.example/internal/opinion"
	"sala.example/internal/vault"
)

// The size of the largest public conversation (Bowling Green 2018): 2,031
// people, 896 statements, 225,524 votes.
func largestPoll() []opinionVote {
	random := rand.New(rand.NewPCG(1, 1))
	votes := make([]opinionVote, 0, 225_524)
	for len(votes) < cap(votes) {
		i, j := random.IntN(2031), random.IntN(896)
		value := int8(1 - 2*(i%2*(j%2)))
		if random.IntN(4) == 0 {
			value = int8(random.IntN(3) - 1)
		}
		votes = append(votes, opinionVote{fmt.Sprintf("p_%04d", i), fmt.Sprintf("st_%03d", j), value})
	}
	return votes
}

func fullPoll() *poll {
	p := &poll{id: "op", moved: map[string]bool{}}
	for _, v := range largestPoll() {
		p.kept("op", v)
	}
	return p
}

// One vote in memory.
func BenchmarkOpinionVote(b *testing.B) {
	p, votes, i := fullPoll(), largestPoll(), 0
	for b.Loop() {
		p.kept("op", votes[i%len(votes)])
		i++
	}
}

// From a vote to the map that has it; and with its stability, which follows.
func BenchmarkOpinionMap(b *testing.B) {
	p := fullPoll()
	var first time.Duration
	for b.Loop() {
		began := time.Now()
		p.drawn = nil
		done := make(chan struct{})
		go func() {
			p.draw(nil, func(string) string { return "officers" })
			close(done)
		}()
		for {
			if _, _, drawn := p.counts(); drawn != nil {
				break
			}
			time.Sleep(time.Millisecond)
		}
		first += time.Since(began)
		<-done
	}
	b.ReportMetric(float64(first.Milliseconds())/float64(b.N), "ms/first-map")
}

// What a phone is told to answer next.
func BenchmarkOpinionNext(b *testing.B) {
	p := fullPoll()
	p.draw(nil, func(string) string { return "" })
	ids := make([]string, 896)
	for j := range ids {
		ids[j] = fmt.Sprintf("st_%03d", j)
	}
	dice := func(n int) *rand.Rand { return rand.New(rand.NewPCG(1, uint64(n))) }
	for b.Loop() {
		p.own("p_0001", ids, dice)
	}
}

// The last map, which keeps the room waiting: matrix, map and stability.
func BenchmarkOpinionClose(b *testing.B) {
	p := fullPoll()
	for b.Loop() {
		votes, err := p.all("op")
		if err != nil {
			b.Fatal(err)
		}
		drawn := opinion.Draw(opinion.NewMatrix(votes, nil), func(string) string { return "officers" })
		drawn.Steady(opinion.Resamples(len(votes)), 1)
	}
}

// Reading every vote back from the vault after a restart.
func BenchmarkOpinionLoad(b *testing.B) {
	ctx := b.Context()
	v, err := vault.Open(ctx, b.TempDir(), seeded(1))
	if err != nil {
		b.Fatal(err)
	}
	defer v.Close()
	if err := v.OpenBallotBox(ctx, "w", "op"); err != nil {
		b.Fatal(err)
	}
	var batch []vault.Vote
	for _, vote := range largestPoll() {
		data, err := json.Marshal(vote)
		if err != nil {
			b.Fatal(err)
		}
		if batch = append(batch, vault.Vote{Person: vote.Person, Key: ballotKey(vote.Person, vote.Statement), Ballot: data}); len(batch) == 5000 {
			if err := v.CastAll(ctx, "w", "op", batch...); err != nil {
				b.Fatal(err)
			}
			batch = batch[:0]
		}
	}
	for b.Loop() {
		ballots, err := v.Ballots(ctx, "w", "op")
		if err != nil {
			b.Fatal(err)
		}
		p := &poll{id: "op", moved: map[string]bool{}}
		for _, data := range ballots {
			var vote opinionVote
			if err := json.Unmarshal(data, &vote); err != nil {
				b.Fatal(err)
			}
			p.kept("op", vote)
		}
	}
}
