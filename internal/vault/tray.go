package vault

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"slices"
)

// pseudonym is the person's name in one box.
type pseudonym [16]byte

// slip is a sealed ballot as it lies in a tray.
type slip struct {
	voter  pseudonym
	sealed []byte
}

func (s slip) compare(o slip) int { return bytes.Compare(s.voter[:], o.voter[:]) }

// slipHead is how many bytes stand before a sealed ballot.
const slipHead = len(pseudonym{}) + 4

// addTo adds the slip to a tray.
func (s slip) addTo(tray []byte) []byte {
	return append(appendSlipHead(tray, s.voter, len(s.sealed)), s.sealed...)
}

// appendSlipHead adds what stands before a sealed ballot: the pseudonym, and its length in four bytes.
func appendSlipHead(tray []byte, voter pseudonym, length int) []byte {
	return binary.BigEndian.AppendUint32(append(tray, voter[:]...), uint32(length))
}

// slipsIn takes a tray apart, in the order of casting.
func slipsIn(tray []byte) ([]slip, error) {
	var slips []slip
	for len(tray) > 0 {
		if len(tray) < slipHead {
			return nil, ErrDamaged
		}
		s := slip{voter: pseudonym(tray[:slipHead-4])}
		length := binary.BigEndian.Uint32(tray[slipHead-4:])
		if tray = tray[slipHead:]; uint64(length) > uint64(len(tray)) {
			return nil, ErrDamaged
		}
		s.sealed, tray = tray[:length], tray[length:]
		slips = append(slips, s)
	}
	return slips, nil
}

// sealVotes puts the votes into a tray, each sealed for itself.
func (v *Vault) sealVotes(b *box, votes []Vote) (tray []byte, voters []pseudonym, err error) {
	size := 0
	for _, vote := range votes {
		size += slipHead + sealedSize(b.seal, vote.Ballot)
	}
	tray, voters = make([]byte, 0, size), make([]pseudonym, 0, len(votes))
	for _, vote := range votes {
		voter := b.voter(vote.key())
		tray = appendSlipHead(tray, voter, sealedSize(b.seal, vote.Ballot))
		if tray, err = v.sealTo(tray, b.seal, vote.Ballot, b.where(voter)); err != nil {
			return nil, nil, err
		}
		voters = append(voters, voter)
	}
	return tray, voters, nil
}

// unsealSlip gives the ballot.
func (b *box) unsealSlip(s slip) ([]byte, error) { return unseal(b.seal, s.sealed, b.where(s.voter)) }

// eachTray visits the trays of a box, oldest first.
func (v *Vault) eachTray(ctx context.Context, b *box, visit func(n int64, slips []slip)) error {
	rows, err := v.db.Read().QueryContext(ctx, `SELECT n, ballots FROM tray WHERE box = ? ORDER BY n`, b.id)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var n int64
		var tray []byte
		if err := rows.Scan(&n, &tray); err != nil {
			return err
		}
		slips, err := slipsIn(tray)
		if err != nil {
			return err
		}
		visit(n, slips)
	}
	return rows.Err()
}

// newest gives each voter's last slip.
func (v *Vault) newest(ctx context.Context, b *box) (map[pseudonym]slip, error) {
	newest := map[pseudonym]slip{}
	err := v.eachTray(ctx, b, func(_ int64, slips []slip) {
		for _, s := range slips {
			newest[s.voter] = s
		}
	})
	return newest, err
}

// takeOut removes the persons' slips from every tray of the box. A tray that loses its last slip stays, empty.
func (b *box) takeOut(tx *sql.Tx, persons ...string) error {
	voters := map[pseudonym]bool{}
	for _, person := range persons {
		voters[b.voter(person)] = true
	}
	rest, err := b.without(tx, voters)
	if err != nil {
		return err
	}
	for n, tray := range rest {
		if _, err := tx.Exec(`UPDATE tray SET ballots = ? WHERE n = ?`, tray, n); err != nil {
			return err
		}
	}
	return nil
}

// without gives the trays that hold slips of the voters, as they are without them.
func (b *box) without(tx *sql.Tx, voters map[pseudonym]bool) (map[int64][]byte, error) {
	rows, err := tx.Query(`SELECT n, ballots FROM tray WHERE box = ?`, b.id)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	rest := map[int64][]byte{}
	for rows.Next() {
		var n int64
		var tray sql.RawBytes
		if err := rows.Scan(&n, &tray); err != nil {
			return nil, err
		}
		slips, err := slipsIn(tray)
		if err != nil {
			return nil, err
		}
		left := []byte{}
		for _, s := range slips {
			if !voters[s.voter] {
				left = s.addTo(left)
			}
		}
		if len(left) < len(tray) {
			rest[n] = left
		}
	}
	return rest, rows.Err()
}

// slipIn finds a voter's last slip in a tray; false when it is not there any more.
func (v *Vault) slipIn(ctx context.Context, n int64, voter pseudonym) (slip, bool, error) {
	var tray []byte
	err := v.db.Read().QueryRowContext(ctx, `SELECT ballots FROM tray WHERE n = ?`, n).Scan(&tray)
	if errors.Is(err, sql.ErrNoRows) {
		return slip{}, false, nil
	}
	if err != nil {
		return slip{}, false, err
	}
	slips, err := slipsIn(tray)
	if err != nil {
		return slip{}, false, err
	}
	for _, s := range slices.Backward(slips) {
		if s.voter == voter {
			return s, true, nil
		}
	}
	return slip{}, false, nil
}
