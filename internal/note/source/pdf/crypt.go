package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
)

// decrypter opens the strings and streams of a file that asks for no password to be read: many papers are "protected" so.
type decrypter struct {
	key  []byte
	aes  bool
	long bool // AES-256: the key is used as it is
}

// padding fills up a password (ISO 32000-1, 7.6.3.3).
var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// decrypter makes the key of an empty password, or gives ErrPassword.
func (f *File) decrypter() (*decrypter, error) {
	e := f.dict(f.trailer["Encrypt"])
	version, revision := f.integer(e["V"]), f.integer(e["R"])
	if f.name(e["Filter"]) != "Standard" || version < 1 || version > 5 || version == 3 {
		return nil, ErrPassword
	}
	d := &decrypter{long: version == 5}
	length := 5
	if n := f.integer(e["Length"]); version >= 2 && n >= 40 && n <= 128 {
		length = n / 8
	}
	if version >= 4 {
		filter := f.dict(f.dict(e["CF"])[f.name(e["StmF"])])
		d.aes, length = f.name(filter["CFM"]) != "V2", 16
	}
	owner, _ := f.resolve(e["O"]).(text)
	user, _ := f.resolve(e["U"]).(text)
	if d.long {
		sealed, _ := f.resolve(e["UE"]).(text)
		return d.openLong(user, sealed, revision)
	}
	var id text
	if ids := f.array(f.trailer["ID"]); len(ids) > 0 {
		id, _ = f.resolve(ids[0]).(text)
	}
	d.key = fileKey(owner, id, f.integer(e["P"]), revision, length, e["EncryptMetadata"] == false)
	if !bytes.HasPrefix([]byte(user), userCheck(d.key, id, revision)) {
		return nil, ErrPassword
	}
	return d, nil
}

// fileKey is algorithm 2 of ISO 32000-1, 7.6.3.3, for an empty password.
func fileKey(owner, id text, permissions, revision, length int, plainMetadata bool) []byte {
	h := md5.New()
	h.Write(padding)
	h.Write([]byte(owner[:min(len(owner), 32)]))
	var p [4]byte
	binary.LittleEndian.PutUint32(p[:], uint32(permissions))
	h.Write(p[:])
	h.Write([]byte(id))
	if revision >= 4 && plainMetadata {
		h.Write([]byte{0xFF, 0xFF, 0xFF, 0xFF})
	}
	key := h.Sum(nil)
	if revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:length])
			key = sum[:]
		}
	}
	return key[:length]
}

// userCheck is what the file states of an empty password (algorithms 4 and 5).
func userCheck(key []byte, id text, revision int) []byte {
	if revision < 3 {
		return cipherRC4(key, padding)
	}
	sum := md5.Sum(append(bytes.Clone(padding), id...))
	out := sum[:]
	for i := range 20 {
		turn := bytes.Clone(key)
		for j := range turn {
			turn[j] ^= byte(i)
		}
		out = cipherRC4(turn, out)
	}
	return out
}

func cipherRC4(key, data []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return data
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// openLong finds the key of AES-256 (ISO 32000-2, 7.6.4.3.3): the hash, a salt to check and a salt for the key.
func (d *decrypter) openLong(user, sealed text, revision int) (*decrypter, error) {
	if len(user) < 48 || len(sealed) < 32 {
		return nil, ErrPassword
	}
	hash := func(salt text) []byte {
		sum := sha256.Sum256([]byte(salt))
		if revision >= 6 {
			return hardHash(sum[:])
		}
		return sum[:]
	}
	if !bytes.Equal(hash(user[32:40]), []byte(user[:32])) {
		return nil, ErrPassword
	}
	block, err := aes.NewCipher(hash(user[40:48]))
	if err != nil {
		return nil, ErrPassword
	}
	d.key, d.aes = make([]byte, 32), true
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(d.key, []byte(sealed[:32]))
	return d, nil
}

// hardHash is algorithm 2.B of ISO 32000-2 for an empty password.
func hardHash(k []byte) []byte {
	for turn := 0; ; turn++ {
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		e := bytes.Repeat(k, 64)
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		rest := 0
		for _, b := range e[:16] {
			rest += int(b)
		}
		switch rest % 3 {
		case 0:
			sum := sha256.Sum256(e)
			k = sum[:]
		case 1:
			sum := sha512.Sum384(e)
			k = sum[:]
		default:
			sum := sha512.Sum512(e)
			k = sum[:]
		}
		if turn >= 63 && int(e[len(e)-1]) <= turn-31 {
			return k[:32]
		}
	}
}

// stream opens the bytes of one object (algorithm 1).
func (d *decrypter) stream(data []byte, id ref) []byte {
	key := d.key
	if !d.long {
		salted := append(bytes.Clone(key), byte(id.num), byte(id.num>>8), byte(id.num>>16), byte(id.gen), byte(id.gen>>8))
		if d.aes {
			salted = append(salted, "sAlT"...)
		}
		sum := md5.Sum(salted)
		key = sum[:min(len(key)+5, 16)]
	}
	if !d.aes {
		return cipherRC4(key, data)
	}
	block, err := aes.NewCipher(key)
	if err != nil || len(data) < 32 {
		return nil
	}
	body := bytes.Clone(data[16 : len(data)-len(data)%16])
	cipher.NewCBCDecrypter(block, data[:16]).CryptBlocks(body, body)
	if pad := int(body[len(body)-1]); pad >= 1 && pad <= 16 {
		body = body[:len(body)-pad]
	}
	return body
}

// texts opens the strings in an object.
func (d *decrypter) texts(o object, id ref, depth int) object {
	if depth > deepest {
		return o
	}
	switch o := o.(type) {
	case text:
		return text(d.stream([]byte(o), id))
	case array:
		for i := range o {
			o[i] = d.texts(o[i], id, depth+1)
		}
	case dict:
		for k := range o {
			o[k] = d.texts(o[k], id, depth+1)
		}
	}
	return o
}
