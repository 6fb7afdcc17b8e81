package vault

import (
	"context"
	"encoding/base32"
	"fmt"
	"strconv"
)

// receiptAlphabet is base 32 without letters and digits that look alike (I, L, O, U are not in it; Crockford's).
var receiptAlphabet = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// Receipt gives the code under which a rating is listed when its round is counted: HMAC-SHA256 under the round's key of the
// person and the thing rated, its first 40 bits, as 8 letters and digits. It stays the same when the rating is changed. Once
// the box is burnt, nobody can tell whose it was. ErrBoxClosed if the round has no box.
func (v *Vault) Receipt(ctx context.Context, workshop, round, person, thing string) (string, error) {
	b, err := v.box(ctx, workshop, round)
	if err != nil {
		return "", fmt.Errorf("make a receipt: %w", err)
	}
	sum := b.sum("receipt ", strconv.Itoa(len(person)), ":", person, thing)
	return receiptAlphabet.EncodeToString(sum[:5]), nil
}
