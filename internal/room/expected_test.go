package room

import (
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// Who was expected and did not come is forgotten when the workshop closes,
// also after a crash between the two; who came stays.
func TestTheAbsentAreForgottenAtClosing(t *testing.T) {
	t.Parallel()
	for name, crash := range map[string]bool{"at closing": false, "after a crash": true} {
		t.Run(name, func(t *testing.T) {
			h := newHall(t)
			people := map[string]vault.Profile{}
			for _, id := range []string{"p_came", "p_absent"} {
				people[id] = vault.Profile{Name: "Participant " + id, Expected: &vault.Expected{RoleGroup: "schools", Lang: "th"}}
			}
			h.must(h.room.Expect(t.Context(), people))
			h.do(workshop.Actor{ID: "u_desk", Role: access.Desk}, &workshop.Join{Participant: "p_came", RoleGroup: "schools", Lang: "th", Desk: true})
			h.do(chair, &workshop.CloseWorkshop{})
			if crash { // as if the vault had not followed
				h.must(h.room.Expect(t.Context(), map[string]vault.Profile{"p_late": people["p_absent"]}))
				h.reopen()
			}
			profiles, err := h.vault.Profiles(t.Context(), h.id)
			h.must(err)
			for _, id := range []string{"p_absent", "p_late"} {
				if _, there := profiles[id]; there {
					t.Errorf("the vault still knows %s", id)
				}
			}
			if profiles["p_came"].Name == "" {
				t.Errorf("who came was forgotten: %v", profiles)
			}
			if expected := h.room.Expected(); len(expected) != 1 {
				t.Errorf("the list has %v", expected)
			}
		})
	}
}

// What the list said of a person stays when they change a consent, and goes
// with their name.
func TestTheListsWordsStayWithTheName(t *testing.T) {
	t.Parallel()
	h := newHall(t)
	listed := vault.Profile{Name: "Participant 7", Affiliation: "School 3", Expected: &vault.Expected{RoleGroup: "schools", Lang: "th"}}
	h.must(h.room.Expect(t.Context(), map[string]vault.Profile{"p_7": listed}))
	h.do(workshop.Actor{ID: "u_desk", Role: access.Desk}, &workshop.Join{Participant: "p_7", RoleGroup: "schools", Lang: "th", Desk: true})
	for _, c := range []struct{ name, affiliation string }{{"Participant 7", "School 3"}, {"Participant 8", ""}, {"Participant 7", ""}} {
		h.must(h.room.PutProfile(t.Context(), "p_7", vault.Profile{Name: c.name, Consents: map[string]bool{"report": true}}))
		if got := h.room.Profile("p_7").Affiliation; got != c.affiliation {
			t.Errorf("as %s their affiliation is %q, want %q", c.name, got, c.affiliation)
		}
	}
}
