package document

import (
	"cmp"
	"net/url"
	"strings"
)

// Text is a cell of plain words in one language.
func Text(lang, text string) Cell {
	return Cell{Lang: lang, Runs: []Run{{Text: text}}}
}

// FirstLang is the first of the tags that is not empty: a run's, its cell's,
// the document's.
func FirstLang(tags ...string) string {
	return cmp.Or(tags...)
}

// SafeLink returns a link that may be printed, or "" when its scheme could do
// something else than open a page, a mail or a heading of this paper.
func SafeLink(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	switch {
	case u.Scheme == "" && u.Host == "" && u.Path == "" && u.Fragment != "":
		return link
	case (u.Scheme == "http" || u.Scheme == "https") && u.Host != "", u.Scheme == "mailto":
		return link
	}
	return ""
}

// HoldRepeat joins ๆ to the word that it repeats with a no-break space where
// there was a space, because no line may begin with it (Royal Society of
// Thailand, rules for ไม้ยมก) and browsers and word processors let it.
func HoldRepeat(s string) string {
	return strings.ReplaceAll(s, " ๆ", "\u00a0ๆ")
}

// Printable drops the characters that XML 1.0 (section 2.2) and a page cannot
// hold: controls other than tab and line feed, and bytes that are no UTF-8.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return r
		case r < 0x20, r >= 0x7f && r < 0xa0, r == 0xfffe, r == 0xffff:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}
