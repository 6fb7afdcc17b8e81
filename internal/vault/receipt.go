package vault

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
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
	mac := hmac.New(sha256.New, b.pseudonym)
	fmt.Fprintf(mac, "receipt %d:%s%s", len(person), person, thing)
	return receiptAlphabet.EncodeToString(mac.Sum(nil)[:5]), nil
}
