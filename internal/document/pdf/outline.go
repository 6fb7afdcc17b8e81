package pdf

import (
	"fmt"
	"strings"
)

// bookmark is an entry of the outline; at is set when its heading is painted.
type bookmark struct {
	level int
	text  string
	at    dest
	ref   ref
	kids  []*bookmark
}

// tree nests bookmarks by level: a deeper one belongs to the one before it.
func tree(flat []*bookmark) []*bookmark {
	var top []*bookmark
	var path []*bookmark
	for _, b := range flat {
		for len(path) > 0 && path[len(path)-1].level >= b.level {
			path = path[:len(path)-1]
		}
		if len(path) == 0 {
			top = append(top, b)
		} else {
			parent := path[len(path)-1]
			parent.kids = append(parent.kids, b)
		}
		path = append(path, b)
	}
	return top
}

// writeOutline adds the bookmarks (ISO 32000-1, 12.3.3) and returns their root,
// or 0 when there are none.
func (w *writer) writeOutline() ref {
	top := tree(w.bookmarks)
	if len(top) == 0 {
		return 0
	}
	root := w.file.reserve()
	count := w.writeBookmarks(top, root)
	w.file.set(root, fmt.Sprintf("<</Type/Outlines/First %v/Last %v/Count %d>>", top[0].ref, top[len(top)-1].ref, count))
	return root
}

// writeBookmarks adds siblings and what lies beneath them, and returns how many
// entries are shown; all are open.
func (w *writer) writeBookmarks(list []*bookmark, parent ref) int {
	for _, b := range list {
		b.ref = w.file.reserve()
	}
	total := len(list)
	for i, b := range list {
		var body strings.Builder
		fmt.Fprintf(&body, "<</Title%s/Parent %v/Dest%s", textString(b.text), parent, w.destArray(b.at))
		if i > 0 {
			fmt.Fprintf(&body, "/Prev %v", list[i-1].ref)
		}
		if i < len(list)-1 {
			fmt.Fprintf(&body, "/Next %v", list[i+1].ref)
		}
		if len(b.kids) > 0 {
			n := w.writeBookmarks(b.kids, b.ref)
			total += n
			fmt.Fprintf(&body, "/First %v/Last %v/Count %d", b.kids[0].ref, b.kids[len(b.kids)-1].ref, n)
		}
		w.file.set(b.ref, body.String()+">>")
	}
	return total
}
