package source

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// style is what a paragraph style of Word says about structure.
type style struct {
	based   string
	name    string
	outline int // 1 for the first level, 0 for none
	list    string
	level   int
	bold    bool
}

// readStyles reads styles.xml. A missing or damaged part has none.
func readStyles(a *archive, part string) map[string]style {
	styles := map[string]style{}
	if a.files[part] == nil {
		return styles
	}
	id, now := "", style{}
	err := a.each(part, func(t xml.Token) error {
		switch e := t.(type) {
		case xml.StartElement:
			if e.Name.Local == "style" {
				id, now = attr(e, "styleId"), style{}
				return nil
			}
			now.read(e)
		case xml.EndElement:
			if e.Name.Local == "style" && len(styles) < mostEntries {
				styles[id] = now
			}
		}
		return nil
	})
	if err != nil {
		return map[string]style{}
	}
	return styles
}

func (s *style) read(e xml.StartElement) {
	value := attr(e, "val")
	switch e.Name.Local {
	case "name":
		s.name = strings.ToLower(value)
	case "basedOn":
		s.based = value
	case "outlineLvl":
		if n, err := strconv.Atoi(value); err == nil && n >= 0 && n < mostLevels {
			s.outline = n + 1
		}
	case "numId":
		s.list = value
	case "ilvl":
		s.level, _ = strconv.Atoi(value)
	case "b", "bCs":
		s.bold = isOn(value)
	}
}

// isOn reads a switch of Word: present without a value is on.
func isOn(value string) bool {
	return value != "0" && value != "false" && value != "off" && value != "none"
}

// settled gives a style with what it takes from those it is based on.
func settled(styles map[string]style, id string) style {
	all := styles[id]
	for at, depth := all.based, 0; at != "" && depth < 20; depth++ {
		s := styles[at]
		if all.outline == 0 {
			all.outline = s.heading()
		}
		if all.list == "" {
			all.list, all.level = s.list, max(all.level, s.level)
		}
		all.bold = all.bold || s.bold
		at = s.based
	}
	if h := styles[id].heading(); h > 0 {
		all.outline = h
	}
	return all
}

// heading is the level of a style by its outline or by the name that Word gives it in every language's files.
func (s style) heading() int {
	if s.outline > 0 {
		return s.outline
	}
	if s.name == "title" {
		return 1
	}
	if digit, ok := strings.CutPrefix(s.name, "heading "); ok {
		n, _ := strconv.Atoi(digit)
		return max(0, min(n, mostLevels))
	}
	return 0
}

// isContents recognises the entries of a table of contents.
func (s style) isContents() bool {
	return strings.HasPrefix(s.name, "toc ") || s.name == "table of figures"
}
