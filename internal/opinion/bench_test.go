package opinion

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"testing"
)

// The largest open data set that the oracles hold: 1,921 by 197, 49,997 votes.
const vtaiwan = oracles + "/opendata/vtaiwan.uberx/votes.csv"

func BenchmarkReadVotes(b *testing.B) {
	file, err := os.ReadFile(vtaiwan)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		if _, err := ReadVotes(bytes.NewReader(file)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAnalyse(b *testing.B) {
	votes := readVotesFile(b, "opendata/vtaiwan.uberx/votes.csv")
	out := ModeratedOut(readCommentsFile(b, "opendata/vtaiwan.uberx/comments.csv"))
	b.ReportAllocs()
	for b.Loop() {
		Analyse(votes, Options{Out: out})
	}
}

// A conversation of the size of the largest public one (Bowling Green 2018).
func BenchmarkAnalyse2031x896(b *testing.B) {
	votes := simulated(2031, 896, 225524.0/(2031*896))
	b.ReportAllocs()
	for b.Loop() {
		Analyse(votes, Options{})
	}
}

// simulated votes follow two opinions of each voter and noise; voters differ
// in how much they vote, as people do.
func simulated(voters, statements int, density float64) []Vote {
	random := rand.New(rand.NewPCG(1, 1))
	slope := make([]Point, statements)
	for j := range slope {
		slope[j] = Point{random.NormFloat64(), random.NormFloat64() / 2}
	}
	var votes []Vote
	for i := range voters {
		x, y := math.Copysign(1, random.Float64()-0.4)+random.NormFloat64()/2, random.NormFloat64()
		active := density * random.ExpFloat64()
		for j, s := range slope {
			if random.Float64() >= active {
				continue
			}
			value, lean := int8(Pass), x*s[0]+y*s[1]+random.NormFloat64()
			if math.Abs(lean) > 0.4 {
				value = int8(math.Copysign(1, lean))
			}
			votes = append(votes, Vote{fmt.Sprint(i), fmt.Sprint(j), value, 0})
		}
	}
	return votes
}
