package main

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"time"

	"sala.example/internal/opinion"
)

// conversation is how many people voted how often on how many statements.
type conversation struct{ voters, statements, votes int }

// The largest public conversation (Bowling Green 2018, agreement.md), and a
// country's.
var (
	largestPublic = conversation{2031, 896, 225_524}
	country       = conversation{1_000_000, 1000, 25_000_000}
)

const (
	mathsRuns   = 15
	mostMathsMS = 50
)

// benchMaths: every stage of the opinion map on one core, from votes to groups
// and what they agree on.
func benchMaths(ctx context.Context, _ *lab) (any, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	votes := largestPublic.simulate()
	var times []float64
	for range mathsRuns {
		took, err := mapped(votes, largestPublic)
		if err != nil {
			return nil, err
		}
		times = append(times, milliseconds(took))
	}
	public := map[string]any{"voters": largestPublic.voters, "statements": largestPublic.statements, "votes": len(votes), "ms": round(median(times)), "target_met": median(times) < mostMathsMS}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	votes = country.simulate()
	runtime.GC()
	given, err := memory(os.Getpid(), "VmRSS:")
	if err != nil {
		return nil, err
	}
	took, err := mapped(votes, country)
	if err != nil {
		return nil, err
	}
	most, err := memory(os.Getpid(), "VmHWM:")
	if err != nil {
		return nil, err
	}
	return map[string]any{"largest_public": public, "country": map[string]any{
		"voters": country.voters, "statements": country.statements, "votes": len(votes), "s": round(took.Seconds()),
		"votes_mb": round(given / 1e6), "most_mb": round(most / 1e6),
	}}, nil
}

// mapped analyses the votes, and fails when there is no map.
func mapped(votes []opinion.Vote, c conversation) (time.Duration, error) {
	began := time.Now()
	report := opinion.Analyse(votes, opinion.Options{})
	took := time.Since(began)
	if len(report.Positions) < c.voters*9/10 || len(report.Groups) < 2 {
		return 0, fmt.Errorf("%d of %d voters placed, %d groups", len(report.Positions), c.voters, len(report.Groups))
	}
	return took, nil
}

// simulate gives votes that follow two opinions of each voter and noise; voters
// differ in how much they vote, as people do.
func (c conversation) simulate() []opinion.Vote {
	random := rand.New(rand.NewPCG(1, 1))
	statements := make([]string, c.statements)
	slopes := make([][2]float64, c.statements)
	for j := range statements {
		statements[j], slopes[j] = strconv.Itoa(j), [2]float64{random.NormFloat64(), random.NormFloat64() / 2}
	}
	each := float64(c.votes) / float64(c.voters)
	votes := make([]opinion.Vote, 0, c.votes+c.votes/50)
	for i := range c.voters {
		id := strconv.Itoa(i)
		x, y := math.Copysign(1, random.Float64()-0.4)+random.NormFloat64()/2, random.NormFloat64()
		n := min(c.statements, 1+int(each*random.ExpFloat64()))
		for _, j := range some(random, c.statements, n) {
			value, lean := int8(opinion.Pass), x*slopes[j][0]+y*slopes[j][1]+random.NormFloat64()
			if math.Abs(lean) > 0.4 {
				value = int8(math.Copysign(1, lean))
			}
			votes = append(votes, opinion.Vote{Voter: id, Statement: statements[j], Value: value})
		}
	}
	return votes
}

// stride has no divisor in common with the numbers of statements.
const stride = 11

// some draws n different numbers below all, spread over them, begun anywhere.
func some(random *rand.Rand, all, n int) []int {
	first := random.IntN(all)
	drawn := make([]int, n)
	for i := range drawn {
		drawn[i] = (first + i*stride) % all
	}
	return drawn
}
