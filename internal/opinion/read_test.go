package opinion

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
)

func TestReadVotes(t *testing.T) {
	tests := map[string]struct {
		file string
		want []Vote
	}{
		"long": {
			"timestamp,datetime,comment-id,voter-id,vote\n17,Mon,2,9,1\n18,Mon,2,10,-1\n",
			[]Vote{{"9", "2", Agree, 17}, {"10", "2", Disagree, 18}},
		},
		"long, other order, mark, no time": {
			"\ufeffvote , voter-id,comment-id\r\n0,a,x\r\n\r\n 1 ,a,x\r\n",
			[]Vote{{"a", "x", Pass, 2}, {"a", "x", Agree, 4}},
		},
		"wide": {
			"participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,0,5\n7,,1,0,1,1,0,,1\n8,,1,0,2,1,1,-1,0\n",
			[]Vote{{"7", "5", Agree, 0}, {"8", "0", Disagree, 0}, {"8", "5", Pass, 0}},
		},
		"as a spreadsheet saves it": {
			"Comment-ID;Voter-ID;Vote;;\r\n9;2;1;;\r\n;;;;\r\n10;2;-1;;\r\n",
			[]Vote{{"2", "9", Agree, 2}, {"2", "10", Disagree, 4}},
		},
		"no votes": {"comment-id,voter-id,vote\n", nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := ReadVotes(strings.NewReader(test.file))
			if err != nil || len(got) != len(test.want) {
				t.Fatalf("%v, %v; want %v", got, err, test.want)
			}
			for i := range got {
				if got[i] != test.want[i] {
					t.Errorf("vote %d is %v, want %v", i, got[i], test.want[i])
				}
			}
		})
	}
}

func TestReadVotesRefuses(t *testing.T) {
	tests := map[string]struct{ file, want string }{
		"nothing":          {"", "line 1: the file is empty"},
		"another file":     {"rater,value\n1,2\n", "line 1: want the columns comment-id"},
		"twice":            {"comment-id,voter-id,vote,vote\n", "line 1, column vote: the column is there twice"},
		"five":             {"comment-id,voter-id,vote\n1,1,1\n1,2,5\n", `line 3, column vote: "5" is no vote`},
		"not a number":     {"comment-id,voter-id,vote\n1,1,NaN\n", `line 2, column vote: "NaN" is no vote`},
		"no vote":          {"comment-id,voter-id,vote\n1,1,\n", `line 2, column vote: "" is no vote`},
		"nobody":           {"comment-id,voter-id,vote\n1, ,1\n", "line 2, column voter-id: is empty"},
		"no time":          {"timestamp,comment-id,voter-id,vote\nnoon,1,1,1\n", `line 2, column timestamp: "noon" is not a whole number`},
		"short line":       {"comment-id,voter-id,vote\n1,1\n", "line 2: 2 fields, the header has 3"},
		"open quote":       {"comment-id,voter-id,vote\n1,1,\"1\n", "line 2:"},
		"column unnamed":   {"participant,,0\n1,,1\n", "line 1: column 2 has no name"},
		"not UTF-8":        {"comment-id,voter-id,vote\n1,\xa1,1\n", "line 2: the text is not UTF-8"},
		"unknown column":   {"participant,colour,0\n1,red,1\n", "line 1, column colour: is neither the number of a statement"},
		"participant anew": {"participant,0\n1,1\n2,1\n1,0\n", "line 4, column participant: 1 has two lines"},
		"wide, not a vote": {"participant,0,3\n1,1,x\n", `line 2, column 3: "x" is no vote`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			votes, err := ReadVotes(strings.NewReader(test.file))
			if err == nil || !strings.HasPrefix(err.Error(), test.want) || votes != nil {
				t.Errorf("%v, %v; want an error %q", votes, err, test.want)
			}
		})
	}
}

func TestReadComments(t *testing.T) {
	comments, err := ReadComments(strings.NewReader("moderated,comment-body,comment-id\n-1,\"two\nlines\",4\n0,b,5\n1,c,6\n"))
	if out := ModeratedOut(comments); err != nil || len(comments) != 3 || len(out) != 1 || out[0] != "4" {
		t.Errorf("%v, out %v, %v", comments, out, err)
	}
	for file, want := range map[string]string{
		"comment-id\n":                    "line 1: want the columns comment-id and moderated",
		"comment-id,moderated\n1,2\n":     "line 2, column moderated: 2 is no state",
		"comment-id,moderated\n1,out\n":   `line 2, column moderated: "out" is not a whole number`,
		"comment-id,moderated\n1,1\n,1\n": "line 3, column comment-id: is empty",
	} {
		if _, err := ReadComments(strings.NewReader(file)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %q", file, err, want)
		}
	}
}

// Whatever file comes, the reader either says what is wrong or gives votes of
// which a map can be made and written.
func FuzzReadVotes(f *testing.F) {
	f.Add([]byte("timestamp,datetime,comment-id,voter-id,vote\n17,Mon,2,9,1\n18,Mon,2,10,-1\n18,Mon,2,10,0\n"))
	f.Add([]byte("\ufeffparticipant,group-id,0,1\n7,1,,1\n8,0,-1,0\n"))
	f.Add([]byte("comment-id,voter-id,vote\n1,1,\"1\n"))
	f.Add([]byte("participant,0,0\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		votes, err := ReadVotes(strings.NewReader(string(file)))
		if err != nil {
			if votes != nil {
				t.Fatal("votes beside an error")
			}
			return
		}
		for _, v := range votes {
			if v.Voter == "" || v.Statement == "" || math.Abs(float64(v.Value)) > 1 {
				t.Fatalf("vote %+v", v)
			}
		}
		if _, err := json.Marshal(Analyse(votes, Options{})); err != nil {
			t.Fatal(err)
		}
	})
}
