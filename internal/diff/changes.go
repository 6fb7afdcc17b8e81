package diff

import "strings"

// change is a stretch that stayed, and what was replaced after it.
type change struct {
	equal, deleted, inserted string
}

func (c change) empty() bool { return c.deleted == "" && c.inserted == "" }

// join collects ops into changes, and makes one of replacements that only spaces
// part: {-one two-}{+three four+} reads better than four marks. A line's end keeps
// them apart.
func join(ops []Op) []change {
	var changes []change
	for _, next := range collect(ops) {
		last := len(changes) - 1
		if last >= 0 && absorbs(changes[last], next) {
			changes[last].deleted += next.equal + next.deleted
			changes[last].inserted += next.equal + next.inserted
			continue
		}
		changes = append(changes, next)
	}
	return changes
}

func collect(ops []Op) []change {
	var changes []change
	current := change{}
	for _, op := range ops {
		switch op.Kind {
		case Delete:
			current.deleted += op.Text
		case Insert:
			current.inserted += op.Text
		case Equal:
			if !current.empty() {
				changes = append(changes, current)
				current = change{}
			}
			current.equal += op.Text
		}
	}
	return append(changes, current)
}

// absorbs: between the two stand only spaces, and together they replace words by
// words. Two deletions alone, or two insertions, stay apart: to join them would
// show the space as replaced by itself.
func absorbs(c, next change) bool {
	return !c.empty() && !next.empty() && isBlank(next.equal) &&
		c.deleted+next.deleted != "" && c.inserted+next.inserted != ""
}

func isBlank(s string) bool {
	return strings.TrimSpace(s) == "" && !strings.ContainsAny(s, "\n\r\u2028\u2029")
}

// ops writes the changes out again.
func ops(changes []change) []Op {
	list := []Op{}
	for _, c := range changes {
		if c.deleted == c.inserted {
			list = appendOp(list, Equal, c.equal+c.deleted)
			continue
		}
		list = appendOp(list, Equal, c.equal)
		list = appendOp(list, Delete, c.deleted)
		list = appendOp(list, Insert, c.inserted)
	}
	return list
}

// appendOp leaves out empty pieces and lengthens the last one if it is of the kind.
func appendOp(list []Op, kind Kind, text string) []Op {
	last := len(list) - 1
	switch {
	case text == "":
		return list
	case last >= 0 && list[last].Kind == kind:
		list[last].Text += text
		return list
	}
	return append(list, Op{kind, text})
}
