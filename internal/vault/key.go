package vault

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// keyPrefix begins the one line of vault.key; 64 hex digits follow.
const keyPrefix = "sala-vault-key-1 "

// loadKey reads the installation's key, or makes it when there is no vault yet.
func loadKey(path, vault string, random io.Reader) ([]byte, error) {
	text, err := os.ReadFile(path)
	if err == nil {
		return parseKey(string(text))
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	switch _, err := os.Stat(vault); {
	case err == nil:
		return nil, ErrKeyMissing
	case !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	key := make([]byte, keySize)
	if _, err := io.ReadFull(random, key); err != nil {
		return nil, fmt.Errorf("draw a key: %w", err)
	}
	return key, saveKey(path, key)
}

func parseKey(text string) ([]byte, error) {
	digits, ok := strings.CutPrefix(strings.TrimSpace(text), keyPrefix)
	key, err := hex.DecodeString(digits)
	if !ok || err != nil || len(key) != keySize {
		return nil, fmt.Errorf("%w (the file does not hold a key)", ErrWrongKey)
	}
	return key, nil
}

// saveKey writes the key under another name, and gives it its name when it is whole and on the disk: a crash leaves
// either no key or this one.
func saveKey(path string, key []byte) error {
	unfinished := path + ".new"
	f, err := os.OpenFile(unfinished, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("save the key: %w", err)
	}
	_, err = f.WriteString(keyPrefix + hex.EncodeToString(key) + "\n")
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("save the key: %w", err)
	}
	if err := os.Rename(unfinished, path); err != nil {
		return fmt.Errorf("save the key: %w", err)
	}
	return syncDir(filepath.Dir(path))
}
