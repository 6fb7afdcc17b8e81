package access

import (
	"slices"
	"testing"
)

func TestTopics(t *testing.T) {
	want := readTable(t, "testdata/topics.txt")
	for _, topic := range Topics() {
		row, ruled := want[topic]
		if !ruled {
			t.Errorf("%s is not in testdata/topics.txt: write down who sees it", topic)
			continue
		}
		for _, role := range Roles() {
			variant, sees := Variant(topic, ClassOf(role))
			if !sees {
				variant = "-"
			}
			if variant != row[role] {
				t.Errorf("%s for %s: %s, want %s", topic, role, variant, row[role])
			}
		}
	}
	for topic := range want {
		if !slices.Contains(Topics(), topic) {
			t.Errorf("testdata/topics.txt rules on %s, which is no topic", topic)
		}
	}
}

func TestTopicsFailClosed(t *testing.T) {
	for _, class := range append(Classes(), "", "everybody") {
		if _, sees := Variant("secrets", class); sees {
			t.Errorf("class %q sees a topic without a rule", class)
		}
	}
	for _, topic := range Topics() {
		for _, class := range []Class{"", "everybody"} {
			if v, sees := Variant(topic, class); sees || v != "" {
				t.Errorf("class %q sees %s as %q", class, topic, v)
			}
		}
	}
}

// The lists and the rules name the same topics and classes.
func TestTopicsAndClassesAreListed(t *testing.T) {
	for topic, classes := range topicRules {
		if !slices.Contains(Topics(), topic) {
			t.Errorf("%s has a rule and is not listed", topic)
		}
		for class := range classes {
			if !slices.Contains(Classes(), class) {
				t.Errorf("%s is for class %s, which is not listed", topic, class)
			}
		}
	}
	for _, topic := range Topics() {
		if topicRules[topic] == nil {
			t.Errorf("%s is listed and has no rule", topic)
		}
	}
	for _, class := range Classes() {
		if !slices.ContainsFunc(Roles(), func(role string) bool { return ClassOf(role) == class }) {
			t.Errorf("no role is of class %s", class)
		}
	}
}

func TestStaffRoles(t *testing.T) {
	for _, role := range StaffRoles() {
		if !slices.Contains(Roles(), role) || role == Participant || role == Owner {
			t.Errorf("a staff link opens the role %s", role)
		}
	}
}
