package room

import (
	"errors"
	"fmt"

	"sala.example/internal/journal"
	"sala.example/internal/vault"
)

// Damaged is a workshop whose data is not as Sala wrote it, or that this
// version of Sala cannot read. Trying again does not help: it stays closed until
// a backup was restored, and the others go on.
type Damaged struct {
	Workshop string
	Event    uint64 // the first that is of no use; 0: what is damaged is not in the journal
	Err      error
}

func (d *Damaged) Error() string { return fmt.Sprintf("workshop %s is damaged: %v", d.Workshop, d.Err) }

func (d *Damaged) Unwrap() error { return d.Err }

// unreadable is an event whose hash is right and that cannot be applied: it was
// written by another version of Sala.
type unreadable struct {
	event uint64
	err   error
}

func (u *unreadable) Error() string { return u.err.Error() }
func (u *unreadable) Unwrap() error { return u.err }

// damageIn sorts an error: a *Damaged when the data are at fault, nil otherwise.
func damageIn(workshop string, err error) *Damaged {
	var damage *journal.Damage
	var strange *unreadable
	switch {
	case errors.As(err, &damage):
		return &Damaged{workshop, damage.Seq, err}
	case errors.As(err, &strange):
		return &Damaged{workshop, strange.event, err}
	case vault.Damaged(err):
		return &Damaged{workshop, 0, err}
	}
	return nil
}

// advice is what the operator should do about it.
func (d *Damaged) advice() string {
	var strange *unreadable
	if errors.As(d.Err, &strange) {
		return "run the version of Sala that wrote it, or a newer one"
	}
	return "stop Sala and restore the last backup: sala restore BACKUP --data NEW-FOLDER"
}

// unsaved is the answer to whoever was in a turn that err kept from being saved.
func (r *Room) unsaved(err error) error {
	if d := damageIn(r.id, err); d != nil {
		return d
	}
	return ErrUnavailable
}
