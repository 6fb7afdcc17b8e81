package vault

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// Template is what a workshop can be started from. It belongs to the installation, not to a workshop, and whoever keeps one
// sees to it that it holds no people: nobody could ask for its erasure.
type Template struct {
	Name string          `json:"name"`
	Made time.Time       `json:"made"` // UTC, whole milliseconds
	Body json.RawMessage `json:"body"`
}

// PutTemplate keeps a template under an id, in place of an earlier one.
func (v *Vault) PutTemplate(ctx context.Context, id string, t Template) error {
	t.Made = wholeMilliseconds(t.Made)
	err := v.db.Write(ctx, func(tx *sql.Tx) error {
		sealed, err := v.sealJSON(v.master, t, place("template", id))
		if err != nil {
			return err
		}
		_, err = tx.Exec(`INSERT OR REPLACE INTO template (id, sealed) VALUES (?, ?)`, id, sealed)
		return err
	})
	if err != nil {
		return fmt.Errorf("keep a template: %w", err)
	}
	return nil
}

// Template gives a template, and whether there is one.
func (v *Vault) Template(ctx context.Context, id string) (Template, bool, error) {
	var sealed []byte
	err := v.db.Read().QueryRowContext(ctx, `SELECT sealed FROM template WHERE id = ?`, id).Scan(&sealed)
	if errors.Is(err, sql.ErrNoRows) {
		return Template{}, false, nil
	}
	var t Template
	if err == nil {
		err = unsealJSON(v.master, sealed, place("template", id), &t)
	}
	if err != nil {
		return Template{}, false, fmt.Errorf("read a template: %w", err)
	}
	return t, true, nil
}

// Templates gives all templates by id.
func (v *Vault) Templates(ctx context.Context) (map[string]Template, error) {
	rows, err := v.db.Read().QueryContext(ctx, `SELECT id, sealed FROM template`)
	if err != nil {
		return nil, fmt.Errorf("read templates: %w", err)
	}
	templates, err := openRows[Template](v, "template", rows)
	if err != nil {
		return nil, fmt.Errorf("read templates: %w", err)
	}
	return templates, nil
}

// DropTemplate forgets a template. Nothing happens if there is none.
func (v *Vault) DropTemplate(ctx context.Context, id string) error {
	return v.forget(ctx, "a template", `DELETE FROM template WHERE id = ?`, id)
}
